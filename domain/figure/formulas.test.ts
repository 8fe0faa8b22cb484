import { describe, expect, it } from 'vitest'
import type { FigureInput, InputRole, ValueForm } from './figureInput'
import { evaluate, upperBound } from './formulas'
import { formulaInNumbers, formulaSteps } from './formulaWords'

const input = (role: InputRole, value: string | null, form: ValueForm = 'money'): FigureInput => ({
  role,
  name: role,
  value,
  form,
  unit: { money: '万元', count: '家', ratio: '', number: '', rank: '位' }[form],
})

const RATIO = { value: null, form: 'ratio', unit: '' } as const
const NUMBER = { value: null, form: 'number', unit: '' } as const

describe('a formula', () => {
  it('of a share says 86.40 亿元 ÷ 240.00 亿元 = 36.0%', () => {
    const inputs = [input('own', '864000'), input('whole', '2400000')]
    expect(evaluate('share', inputs)).toBe('0.3600')
    expect(formulaInNumbers('share', inputs, RATIO)).toBe('86.40 亿元 ÷ 240.00 亿元 = 36.0%')
  })

  it('of a quotient is (120/800)/(3000/40000) = 2.00', () => {
    const values = { own: '120', whole: '800', referencePart: '3000', referenceWhole: '40000' }
    const inputs = Object.entries(values).map(([role, value]) => input(role as InputRole, value, 'count'))
    expect(evaluate('locationQuotient', inputs)).toBe('2.00')
    expect(formulaSteps('locationQuotient', inputs, NUMBER).map(({ value }) => value)).toEqual([
      '0.15',
      '0.075',
      '2.00',
    ])
  })

  it('of a sum adds what is known, and knows nothing where nobody reported', () => {
    const sum = { value: null, form: 'money', unit: '万元' } as const
    const inputs = [input('part', '0.1'), input('part', null), input('rest', '0.2')]
    expect(evaluate('sum', inputs)).toBe('0.3000')
    expect(formulaSteps('sum', inputs, sum).map(({ value }) => value)).toEqual(['0.1 万元', '0.3 万元', '', '0.3 万元'])
    expect(evaluate('sum', [input('part', null)])).toBeNull()
  })

  it('of a remainder takes the parts from the whole', () => {
    const inputs = [input('whole', '10', 'count'), input('part', '6', 'count'), input('part', '1', 'count')]
    expect(evaluate('remainder', inputs)).toBe('3')
    expect(formulaInNumbers('remainder', inputs, { value: null, form: 'count', unit: '家' })).toBe(
      '10 家 − 2 项之和 = 3 家',
    )
    expect(evaluate('remainder', [input('whole', '0.3'), input('part', '0.1'), input('part', null)])).toBe('0.2000')
    expect(evaluate('remainder', [])).toBeNull()
  })

  it('of growth refuses sums of too few or of different sets of enterprises', () => {
    const growth = (before: string, now: string) =>
      evaluate('growth', [
        input('before', '100'),
        input('now', '136'),
        input('beforeReporting', before, 'count'),
        input('nowReporting', now, 'count'),
      ])
    expect(growth('10', '12')).toBe('0.3600')
    expect(growth('10', '13')).toBeNull()
    expect(growth('2', '2')).toBeNull()
  })

  it('of completeness weighs what is there', () => {
    const node = (weight: string, present: boolean) => ({ ...input('node', weight, 'count'), present })
    expect(evaluate('completeness', [node('3', true), node('1', false)])).toBe('0.7500')
  })

  it('of a rank shares it among equals', () => {
    const peers = ['5', '4', '4', '1', '0'].map((value) => input('peer', value, 'count'))
    expect(evaluate('rank', [input('own', '4', 'count'), ...peers])).toBe('2')
    expect(evaluate('rank', [input('own', '1', 'count'), ...peers])).toBe('4')
    expect(evaluate('rank', [input('own', '0', 'count'), ...peers])).toBeNull()
  })

  it('of HHI gives bounds where the small ones are one sum', () => {
    const inputs = [input('part', '40'), input('part', '30'), input('rest', '30')]
    expect([evaluate('hhi', inputs), upperBound('hhi', inputs)]).toEqual(['2500.0', '3400.0'])
    expect(formulaSteps('hhi', inputs, NUMBER).map(({ value }) => value)).toEqual([
      '100 万元',
      '1600',
      '900',
      '2,500.0',
    ])
    const all = ['40', '30', '20', '10'].map((value) => input('part', value))
    expect([evaluate('hhi', all), upperBound('hhi', all), evaluate('crn', all)]).toEqual(['3000.0', null, '1.0000'])
  })

  it('of 挂链率 by revenue takes 未报送 for nothing only beside a register that reported', () => {
    expect(evaluate('linkRate', [input('own', null), input('whole', '10')])).toBe('0.0000')
    expect(evaluate('linkRate', [input('own', null), input('whole', null)])).toBeNull()
    expect(evaluate('linkRate', [input('own', '1', 'count'), input('whole', '8', 'count')])).toBe('0.1250')
  })
})

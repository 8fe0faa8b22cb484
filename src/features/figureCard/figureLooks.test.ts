import { describe, expect, it } from 'vitest'
import type { FigureInput } from '@contract/figures'
import { instead, shownCard, shownInput } from './figureLooks'

const card = {
  value: '864000',
  upper: null,
  suppressed: null,
  missing: null,
  text: '86.40 亿元',
  indicator: 'revenue',
  sources: [],
}
const input: FigureInput = {
  role: 'part',
  name: '浑南区',
  value: '12.5',
  form: 'money',
  unit: '万元',
  ref: null,
  note: null,
  suppressed: null,
  withheld: false,
}

describe('the number of a card', () => {
  it('is a value, a zero, missing, estimated or not public, each in its look', () => {
    const looks = [
      card,
      { ...card, value: '0', text: '0 亿元' },
      { ...card, value: null, missing: { reason: '没有企业报送', remedy: '导入' } },
      { ...card, indicator: 'revenue-growth', value: '0.0500', text: '5.0%' },
      { ...card, indicator: 'hhi', value: '1200', upper: '1400', text: '1,200—1,400' },
      { ...card, suppressed: 'few' as const },
    ].map(shownCard)
    expect(looks.map(({ look }) => look)).toEqual(['value', 'zero', 'missing', 'estimated', 'estimated', 'suppressed'])
  })

  it('is never written where it is not public', () => {
    expect(shownCard({ ...card, suppressed: 'dominant' }).text).toBe('不公布')
  })
})

describe('an input of a card', () => {
  it('says why it is not there', () => {
    expect(shownInput(input).text).toBe('12.5 万元')
    expect(shownInput({ ...input, value: null }).text).toBe('未报送')
    expect(shownInput({ ...input, suppressed: 'complementary' }).text).toBe('不公布')
    expect(shownInput({ ...input, withheld: true, value: null }).text).toBe('不向您公开')
  })
})

describe('what one may look at instead', () => {
  const names = (ref: string) => instead({ ref, name: '营业收入' }).map((other) => other.name)

  it('is the chain, the province and the number of enterprises', () => {
    expect(names('revenue.210106.cnc-machine-tools.node.bearing.all.2025.current.demo._')).toEqual([
      '整条产业链的营业收入',
      '全省的营业收入',
      '企业数',
    ])
  })

  it('is no province above a province or above what is compared with it', () => {
    expect(names('revenue.210000.cnc-machine-tools.chain._.all.2025.current.demo._')).toEqual(['企业数'])
    expect(names('location-quotient.210100.cnc-machine-tools.chain._.all.2025.current.demo.210000')).toEqual(['企业数'])
  })
})

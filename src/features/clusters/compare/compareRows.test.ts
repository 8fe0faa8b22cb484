import { describe, expect, it } from 'vitest'
import { COMPARISON } from './comparison.fixture'
import { indicatorRows, structureGroups } from './compareRows'

const rowOf = (id: string, comparison = COMPARISON) => {
  const row = indicatorRows(comparison).find((one) => one.id === id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}

describe('the rows of a comparison', () => {
  it('tell a zero, nobody, nothing reported and nothing imported apart', () => {
    expect(rowOf('enterprises').cells.map(({ value, shown }) => [value, shown.text])).toEqual([
      [12, '12'],
      [0, '0'],
      [3, '3'],
      [null, '未导入'],
      [12, '12'],
    ])
    expect(rowOf('revenue').cells.map(({ shown }) => shown.text)).toEqual([
      '8.00',
      '无企业',
      '未报送',
      '未导入',
      '不足 0.01',
    ])
    expect(rowOf('growth').cells[0]?.shown.text).toBe('缺上年同期')
  })

  it('name the best in words, and a shared best as shared', () => {
    expect(rowOf('enterprises').cells.map(({ best }) => best)).toEqual(['并列最高', null, null, null, '并列最高'])
    expect(rowOf('revenue').cells.map(({ best }) => best)).toEqual(['最高', null, null, null, null])
  })

  it('have no best where all are equal or only one is known', () => {
    expect(rowOf('quotient').cells.every(({ best }) => best === null)).toBe(true)
    const [first, second] = COMPARISON.regions
    if (!first || !second) throw new Error('two regions')
    const pair = { ...COMPARISON, regions: [first, second] }
    expect(rowOf('revenue', pair).cells.every(({ best }) => best === null)).toBe(true)
  })

  it('say how many enterprises a number rests on, and what it is measured by', () => {
    expect(rowOf('revenue').cells[0]?.notes.map(({ text }) => text)).toEqual(['12/12 家报送'])
    expect(rowOf('enterprises').cells[0]?.notes.map(({ text }) => text)).toEqual(['省内第 3/100', '占全省 10.0%'])
    expect(rowOf('quotient').cells[0]?.notes.map(({ text }) => text)).toEqual(['以某省为 1'])
    const quotient = (basis: 'revenue' | 'enterprises') => {
      const [first] = COMPARISON.regions
      if (!first?.indicators) throw new Error('a region with figures')
      const figures = { ...first.indicators.figures, enterprises: 12, revenueReporting: 9 }
      const indicators = { ...first.indicators, figures, quotient: '1.2', quotientBasis: basis }
      return rowOf('quotient', { ...COMPARISON, regions: [{ ...first, indicators }] }).cells[0]?.notes[0]?.text
    }
    expect(quotient('revenue')).toBe('按营收，9/12 家报送')
    expect(quotient('enterprises')).toBe('按企业数，12 家')
  })

  it('show a sum that is not public as such: no number, no rank, no best, and a card that says why', () => {
    const [first, ...others] = COMPARISON.regions
    if (!first?.indicators) throw new Error('a region with figures')
    const figures = { ...first.indicators.figures, revenueWan: null, revenueSuppressed: 'dominant' as const }
    const indicators = { ...first.indicators, figures, suppressed: ['concentration' as const] }
    const comparison = { ...COMPARISON, regions: [{ ...first, indicators }, ...others] }
    for (const id of ['revenue', 'concentration']) {
      const [cell] = rowOf(id, comparison).cells
      expect(cell).toMatchObject({ value: null, shown: { look: 'suppressed', text: '不公布' }, notes: [], best: null })
      expect(cell?.figure).toMatch(new RegExp(`^${id}\\.${first.code}\\.`, 'u'))
    }
  })

  it('open to cards, and so do 位次 and 占比; what was never imported has none', () => {
    const { cells } = rowOf('enterprises')
    expect(cells[0]?.notes.map(({ figure }) => figure?.split('.')[0])).toEqual(['enterprises-rank', 'share'])
    expect(cells.map(({ figure }) => figure === null)).toEqual([false, false, false, true, false])
  })

  it('keep one unit of money for the whole row', () => {
    expect(rowOf('revenue').unit).toBe('亿元')
    const small = { ...COMPARISON, regions: COMPARISON.regions.slice(1) }
    expect(rowOf('revenue', small)).toMatchObject({ unit: '万元', cells: [{}, {}, {}, { shown: { text: '26' } }] })
  })

  it('show the structure by stage, a share of nobody as nobody', () => {
    const [up, mid] = structureGroups(COMPARISON)
    expect([up?.title, mid?.title]).toEqual(['上游', '中游'])
    expect(up?.rows[0]?.cells.map(({ shown }) => shown.text)).toEqual(['25.0', '无企业', '25.0', '未导入', '25.0'])
    expect(mid?.rows[0]?.cells[0]).toMatchObject({
      value: 0,
      shown: { look: 'zero', text: '0.0' },
      notes: [{ text: '0 家' }],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { evidenceClass } from './evidenceClass'
import { judgeTrade, type TradeDraft } from './judgeTrade'
import type { ColumnMapping } from './mapping'
import { measure } from './numbers'
import { settleTrades } from './settleTrades'
import { tradeCycles } from './tradeCycles'

const column = (own: Partial<ColumnMapping>): ColumnMapping => ({
  column: 0,
  header: '份额',
  field: 'share',
  confidence: 1,
  how: 'alias',
  period: null,
  unit: null,
  unitFrom: null,
  personal: false,
  question: null,
  samples: [],
  ...own,
})
const fine = { code: null, verdict: 'accepted' as const, problems: [], citizen: false }

/** The shares of a column as they are read: per cent, or the code of the problem. */
function sharesOf(cells: string[], asked: boolean) {
  const rows = cells.map((cell, at) => ({ row: at + 2, cells: [cell] }))
  const open = column(asked ? { question: '百分数还是小数？' } : { unit: '%' })
  const [settled = open] = settleTrades([open], rows)
  if (settled.question !== null) return settled.question
  return rows.map((row) => {
    const { value } = measure('percent', row.cells[0] ?? '', settled.unit)
    const extra: Record<string, string> = value === null ? {} : { share: value }
    const draft: TradeDraft = { texts: { name: '甲' }, extra, problems: [] }
    judgeTrade([fine, fine], draft, row, [settled])
    return [Number(draft.extra['sharePercent'] ?? NaN), ...draft.problems.map(({ code }) => code)].join(' ')
  })
}

describe('a share', () => {
  it.each([
    [['0.35', '1', '0'], true, ['35', '100', '0']],
    [['35', '0.5', '100'], false, ['35', '0.5 share-small', '100']],
    [['35%', '0.5%'], false, ['35', '0.5']],
    [['135', '-1'], false, ['NaN share-range', 'NaN share-range']],
    [['1', '0'], true, '百分数还是小数？'],
  ])('written as %j is read by the whole column', (cells, asked, expected) => {
    expect(sharesOf(cells, asked)).toEqual(expected)
  })
})

describe('a side without a code', () => {
  const missing = { code: null, verdict: 'rejected' as const, problems: [], citizen: false }

  it.each([
    [195, 'accepted', []],
    [196, 'rejected', ['name party-name-long']],
  ])('of a name of %i signs is %s', (length, verdict, problems) => {
    const draft: TradeDraft = { texts: { name: '长'.repeat(length) }, extra: { buyerName: '乙' }, problems: [] }
    const [supplier] = judgeTrade([missing, missing], draft, { row: 2, cells: [] }, [])
    expect(supplier?.verdict).toBe(verdict)
    expect(supplier?.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(problems)
  })
})

describe('evidence', () => {
  it.each([
    ['申报', 'declared'],
    ['企业自报', 'declared'],
    ['企业填报', 'declared'],
    ['购销合同', 'contract'],
    ['订单(direction not stated)', 'contract'],
    ['签约', 'contract'],
    ['招投标推断', 'tender'],
    ['中标(supplier won tender of customer)', 'tender'],
    ['推算', 'estimated'],
    ['按合同推断', 'estimated'],
    ['估计', 'estimated'],
    ['交易', 'unstated'],
    [null, 'unstated'],
  ])('%s is %s', (text, expected) => {
    expect(evidenceClass(text)).toBe(expected)
  })
})

describe('a cycle', () => {
  const sizes = (edges: string[]) => {
    const ends = edges.map((edge) => [...edge] as [string, string])
    return [
      ...tradeCycles(
        ends.map(([from]) => from),
        ends.map(([, to]) => to),
      ).size,
    ]
  }
  it.each([
    [
      ['ab', 'bc', 'cd'],
      [0, 0, 0],
    ],
    [
      ['ab', 'ba', 'bc'],
      [2, 2, 0],
    ],
    [
      ['ab', 'bc', 'ca', 'ax', 'ya'],
      [3, 3, 3, 0, 0],
    ],
    [
      ['ab', 'ab', 'ba', 'cd', 'dc', 'bc'],
      [2, 2, 2, 2, 2, 0],
    ],
  ])('of %j has %j firms', (edges, expected) => {
    expect(sizes(edges)).toEqual(expected)
    expect(sizes([...edges].reverse())).toEqual([...expected].reverse())
  })
})

import { describe, expect, it } from 'vitest'
import type { Quadrant, QuadrantPoint, Ranking, RankingRow } from '@contract/analysis'
import type { ShiftShareRow } from '@contract/analysisParts'
import type { SketchMark } from '@/lib/sketch'
import { ANALYSIS_LOOKS } from './analysisLook'
import { fixedText, moneyColumn } from './fixedText'
import { quadrantSketch } from './quadrantSketch'
import { changeText, rankingView } from './rankingView'
import { shiftSketch } from './shiftSketch'
import type { ShiftLine } from './shiftView'

const LOOK = ANALYSIS_LOOKS.dark
const BOX = { width: 420, height: 320, scale: 1 }
const textsOf = (marks: readonly SketchMark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
const texturesOf = (marks: readonly SketchMark[]) =>
  marks.flatMap((mark) => (mark.kind === 'rect' && mark.texture ? [mark.texture] : []))

const HEAD = {
  region: '210000',
  regionName: '辽宁省',
  chain: 'cnc-machine-tools',
  chainName: '数控机床',
  node: null,
  nodeName: null,
  period: '2025',
  periodText: '2025年',
  scope: 'all',
  mode: 'current',
  dataset: 'demo',
  version: 1,
  updatedAt: null,
  freshness: null,
  footnotes: [],
  method: [],
} as const

const rowOf = (own: Partial<RankingRow>): RankingRow => ({
  code: '210100',
  name: '沈阳市',
  rank: null,
  value: null,
  suppressed: null,
  missing: null,
  enterprises: 1,
  rankBefore: null,
  rankChange: null,
  trend: [],
  ...own,
})

describe('a ranking on the screen', () => {
  const ranking = {
    ...HEAD,
    footnotes: [],
    method: [],
    indicator: 'growth',
    form: 'ratio',
    estimated: '推算',
    level: 'city',
    among: '210000',
    amongName: '辽宁省',
    ranked: 2,
    periods: ['2025'],
    before: null,
    beforeMissing: null,
    rows: [
      rowOf({ rank: 1, value: '0.3' }),
      rowOf({ rank: 2, value: '-0.1' }),
      rowOf({ missing: '没有企业' }),
      rowOf({ value: '9', suppressed: 'few' }),
    ],
  } satisfies Ranking
  const view = rankingView(ranking)

  it('draws bars from zero, and none for what is missing or not public, which does not stretch the scale', () => {
    const bars = ranking.rows.map(view.bars)
    expect(bars.slice(2)).toEqual([null, null])
    expect(bars[0]?.length).toBeCloseTo(0.75)
    expect(bars[1]).toMatchObject({ start: 0, isNegative: true })
  })

  it('shows each in its look', () => {
    expect(ranking.rows.map((row) => view.shown(row).look)).toEqual(['estimated', 'estimated', 'missing', 'suppressed'])
    expect(ranking.rows.map((row) => view.shown(row).text)).toEqual(['30.0%', '-10.0%', '缺', '不公布'])
  })

  it.each([
    [2, '▲2'],
    [-1, '▼1'],
    [0, '＝'],
    [null, null],
  ])('says a change of %s as %s', (rankChange, text) => expect(changeText(rowOf({ rankChange }))).toBe(text))
})

describe('a column of money', () => {
  it('has one unit and all its decimals', () => {
    const { unit, write } = moneyColumn(['12345678.9', '3', null])
    expect([unit, write('12345678.9'), write('3')]).toEqual(['亿元', '1,234.57', '0.00'])
    expect(moneyColumn(['9999']).unit).toBe('万元')
    expect(fixedText('-1234.5', 2)).toBe('−1,234.50')
  })
})

describe('the quadrants', () => {
  const point = (own: Partial<QuadrantPoint>): QuadrantPoint => ({
    id: '210100',
    name: '沈阳市',
    quotient: '2.00',
    quotientBasis: 'revenue',
    height: '0.1',
    enterprises: 10,
    revenueWan: '100',
    revenueSuppressed: null,
    quadrant: 'leading',
    suppressed: { quotient: null, height: null },
    missing: [],
    ...own,
  })
  const quadrant = (items: QuadrantPoint[]): Quadrant => ({
    ...HEAD,
    footnotes: [],
    method: [],
    points: 'regions',
    height: 'growth',
    level: 'city',
    reference: '辽宁省',
    referenceCode: '210000',
    shareBasis: null,
    lines: { x: { value: '1', text: '' }, y: { value: '0.05', text: '' } },
    estimated: '推算',
    items,
  })

  it('places only what has a quadrant, inside the box, dashed where it is estimated', () => {
    const hidden = point({
      id: '210200',
      quadrant: null,
      quotient: null,
      suppressed: { quotient: 'few', height: null },
    })
    const { marks, spots } = quadrantSketch(quadrant([point({}), hidden]), 'revenue', LOOK, BOX)
    const discs = marks.filter((mark) => mark.kind === 'disc')
    expect([discs.length, spots.map(({ id }) => id)]).toEqual([1, ['210100']])
    for (const disc of discs) {
      expect(disc.stroke?.dashed).toBe(true)
      expect(disc.x > 0 && disc.x < BOX.width && disc.y > 0 && disc.y < BOX.height).toBe(true)
    }
  })

  it('gives what may not be told no more than the smallest size', () => {
    const quiet = point({ id: 'quiet', revenueWan: null, revenueSuppressed: 'few' })
    const { spots } = quadrantSketch(quadrant([point({}), quiet]), 'revenue', LOOK, BOX)
    expect(spots.find(({ id }) => id === 'quiet')?.width).toBe(8)
  })
})

describe('the parts of a change', () => {
  const shift = (own: Partial<ShiftShareRow>): ShiftLine => ({
    row: {
      id: 'a',
      name: '数控机床',
      before: '100',
      now: '130',
      change: '30',
      growth: '6',
      mix: '14',
      competitive: '10',
      suppressed: null,
      missing: null,
      ...own,
    },
    part: null,
    against: null,
    isGroup: false,
  })
  const none = { change: null, growth: null, mix: null, competitive: null }

  it('are drawn side by side, what is missing hatched with its reason, what is not public dotted', () => {
    const drawn = [shift({}), shift({ ...none, missing: '没有企业' }), shift({ ...none, suppressed: 'dominant' })]
    const view = { lines: drawn, drawn, unit: '万元', write: (wan: string) => wan }
    const { marks, spots } = shiftSketch(view, LOOK, BOX, () => null)
    expect(texturesOf(marks)).toEqual(['hatch', 'dots'])
    expect(textsOf(marks)).toEqual(expect.arrayContaining(['30', '没有企业', '不公布']))
    expect(spots[0]?.lines).toEqual(['数控机床：增量 30 万元', '大势 6，结构 14，自身 10'])
  })
})

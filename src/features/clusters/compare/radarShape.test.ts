import { describe, expect, it } from 'vitest'
import type { CompareRow } from './compareRows'
import { radarChoice, radarOutline } from './radarShape'

const row = (label: string, values: Record<string, number | null>): CompareRow => ({
  id: label,
  label,
  unit: '家',
  definition: '',
  cells: Object.entries(values).map(([code, value]) => ({
    code,
    value,
    shown: { look: value === null ? 'missing' : 'value', text: String(value), reason: null },
    figure: null,
    notes: [],
    best: null,
  })),
})
const FULL = ['一', '二', '三'].map((label) => row(label, { a: 4, b: 2 }))

describe('a radar', () => {
  it('is drawn from three indicators with values for all', () => {
    expect(radarChoice(FULL, ['a', 'b']).refusal).toBeNull()
    expect(radarChoice(FULL.slice(1), ['a', 'b']).refusal).toContain('只有 2 个')
  })

  it('needs regions', () => {
    expect(radarChoice(FULL, []).refusal).toBe('请选择要画的地区。')
  })

  it('keeps an indicator that some lack, but does not count it towards the three', () => {
    const rows = [...FULL.slice(1), row('缺', { a: 1, b: null })]
    expect(radarChoice(rows, ['a', 'b']).refusal).not.toBeNull()
    expect(radarChoice([...FULL, row('缺', { a: 1, b: null })], ['a', 'b']).axes).toHaveLength(4)
  })

  it('has no axis for what is below zero or zero everywhere, and says so', () => {
    const { axes, left } = radarChoice([...FULL, row('增速', { a: -1, b: 2 }), row('链主', { a: 0, b: 0 })], ['a', 'b'])
    expect(axes).toHaveLength(3)
    expect(left).toEqual(['增速有负数', '链主没有大于零的数'])
  })

  it('measures against the largest of the drawn regions only', () => {
    const { axes } = radarChoice(FULL, ['b'])
    const [run] = radarOutline(axes, 'b').runs
    expect(Math.hypot(run?.points[0]?.x ?? 0, run?.points[0]?.y ?? 0)).toBeCloseTo(1)
  })

  it('closes a whole round', () => {
    expect(radarOutline(FULL, 'a')).toMatchObject({ runs: [{ closed: true }], missing: [] })
  })

  it('breaks at a missing value, names it, and never draws it as zero', () => {
    const rows = [
      row('零', { a: null }),
      row('一', { a: 4 }),
      row('二', { a: null }),
      row('三', { a: 4 }),
      row('四', { a: 4 }),
    ]
    const { runs, missing } = radarOutline(rows, 'a')
    expect(missing).toEqual(['零', '二'])
    expect(runs.map(({ points, closed }) => [points.length, closed])).toEqual([
      [1, false],
      [2, false],
    ])
    for (const { points } of runs) for (const { x, y } of points) expect(Math.hypot(x, y)).toBeCloseTo(1)
  })

  it('breaks at a value that is not public, and tells it from a missing one', () => {
    const [first, ...others] = FULL
    const withheld = first!.cells.map((cell) => ({
      ...cell,
      value: null,
      shown: { look: 'suppressed' as const, text: '不公布', reason: null },
    }))
    const outline = radarOutline([...others, { ...first!, cells: withheld }], 'a')
    expect(outline).toMatchObject({ missing: [], withheld: [{ label: '一', axis: 2 }], runs: [{ closed: false }] })
  })

  it('draws a true zero at the middle', () => {
    const rows = [row('一', { a: 0, b: 2 }), ...FULL.slice(1)]
    expect(radarOutline(rows, 'a').runs[0]?.points[0]).toEqual({ x: 0, y: -0 })
  })
})

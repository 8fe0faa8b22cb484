import { describe, expect, it } from 'vitest'
import { protect, type SuppressedCell } from './protect'
import { randomFirms, regionsOf, registerOf, unitKeysOf, type Firm } from './protect.fixture'
import { NESTED_SCOPES } from './register'
import { DEFAULT_RULE, primaryReason } from './rule'
import { Span } from './span.fixture'

function suppressedIn(firms: readonly Firm[]): SuppressedCell[] {
  const work = protect(registerOf(firms), DEFAULT_RULE)
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

const keyOf = (region: string, unit: string, scope: string) => `${region}|${unit}|${scope}`

/** Every cell as the firms that are in it. */
function cellsOf(firms: readonly Firm[]): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  firms.forEach((firm, at) => {
    for (const region of regionsOf(firm))
      for (const unit of unitKeysOf(firm))
        NESTED_SCOPES.slice(0, firm.scope + 1).forEach((scope) => {
          const key = keyOf(region, unit, scope)
          const line = cells.get(key) ?? Array<number>(firms.length).fill(0)
          line[at] = 1
          cells.set(key, line)
        })
  })
  return cells
}

function isUnsafe(firms: readonly Firm[], line: readonly number[]): boolean {
  const revenues = firms.flatMap(({ revenue }, at) => (line[at] === 1 ? [revenue] : [])).sort((a, b) => b - a)
  const [largest = -Infinity, second = -Infinity] = revenues
  const sum = revenues.reduce((total, value) => total + value, 0)
  return primaryReason({ reporting: revenues.length, sum, largest, second }, DEFAULT_RULE) !== null
}

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, at) => value - (b[at] ?? 0))

/** Every cell and every difference of two of which one happens to hold the other: by region, by unit or by scope. */
function* sumsAndRemainders(cells: ReadonlyMap<string, number[]>): Generator<readonly number[]> {
  yield* cells.values()
  const entries = [...cells].map(([key, line]) => ({ parts: key.split('|'), line }))
  for (const large of entries)
    for (const small of entries) {
      const differing = large.parts.filter((part, at) => part !== small.parts[at]).length
      if (differing !== 1) continue
      const rest = minus(large.line, small.line)
      if (rest.some((value) => value === 1) && rest.every((value) => value >= 0)) yield rest
    }
}

const CITIES = ['10', '20']
const COUNTIES: Record<string, string[]> = {
  'current 10': ['11', '12'],
  'current 20': ['21', '22'],
  'asof 10': ['11', '12', '13', '21'],
  'asof 20': ['22'],
}

/** 未定位: what a region has beyond all regions right below it. */
function* unlocated(cells: ReadonlyMap<string, number[]>): Generator<readonly number[]> {
  for (const [key, line] of cells) {
    const [region = '', unit = '', scope = ''] = key.split('|')
    const [mode = '', code = ''] = region.split(' ')
    const inside = code === '00' ? CITIES : code.endsWith('0') ? COUNTIES[region] : undefined
    const parts = (inside ?? []).flatMap((child) => [cells.get(keyOf(`${mode} ${child}`, unit, scope)) ?? []])
    if (parts.length > 0) yield parts.reduce<readonly number[]>((left, part) => minus(left, part), line)
  }
}

interface Case {
  firms: Firm[]
  cells: Map<string, number[]>
  hidden: Map<string, SuppressedCell>
  published: Span
}

function caseOf(seed: number, count: number): Case {
  const firms = randomFirms(seed, count)
  const cells = cellsOf(firms)
  const hidden = new Map(suppressedIn(firms).map((cell) => [keyOf(cell.region, cell.unit, cell.scope), cell]))
  const published = new Span()
  for (const [key, line] of cells) if (!hidden.has(key)) published.add(line)
  return { firms, cells, hidden, published }
}

const CASES = Array.from({ length: 24 }, (_, at): [number, number] => [at + 1, 12 + at * 4])

describe('suppression', () => {
  it.each(CASES)('of register %i with %i firms lets no unsafe sum and no single firm be calculated', (seed, count) => {
    const { firms, cells, published } = caseOf(seed, count)
    const exposed = [...sumsAndRemainders(cells), ...unlocated(cells)].filter(
      (line) => isUnsafe(firms, line) && published.has(line),
    )
    expect(exposed).toEqual([])
    const single = firms.filter((_, at) => published.has(firms.map((_firm, other) => Number(other === at))))
    expect(single).toEqual([])
  })

  it.each(CASES.slice(0, 8))('of register %i with %i firms publishes whatever it can', (seed, count) => {
    const { firms, cells, hidden } = caseOf(seed, count)
    const unsafe = [...sumsAndRemainders(cells), ...unlocated(cells)].filter((line) => isUnsafe(firms, line))
    const atoms = firms.map((_, at) => firms.map((_firm, other) => Number(other === at)))
    const published = [...cells].filter(([key]) => !hidden.has(key)).map(([, line]) => line)
    const needless = [...hidden.values()].filter(({ reason, region, unit, scope }) => {
      if (reason !== 'complementary') return false
      const span = new Span()
      for (const line of [...published, cells.get(keyOf(region, unit, scope)) ?? []]) span.add(line)
      return ![...unsafe, ...atoms].some((line) => span.has(line))
    })
    // Sums that the product protects beyond these lists (several differences at once) may cost a few cells.
    expect(needless.length).toBeLessThanOrEqual(hidden.size * 0.05)
  })

  it('says of every cell by which rule it is unsafe', () => {
    const { firms, cells, hidden } = caseOf(5, 60)
    for (const [key, line] of cells) {
      const reason = hidden.get(key)?.reason ?? null
      expect([key, isUnsafe(firms, line)]).toEqual([key, reason === 'few' || reason === 'dominant'])
    }
  })

  it('publishes everything where everything is safe', () => {
    const firm = (place: string, revenue: number): Firm => ({ place, nodes: ['a/u/g1/n1'], scope: 2, revenue })
    const firms = ['11', '12', '21', '22'].flatMap((place) =>
      [100, 110, 120, 130].map((revenue) => firm(place, revenue)),
    )
    expect(suppressedIn(firms)).toEqual([])
  })

  it('suppresses a second county with the only unsafe one, and neither city nor province', () => {
    const firm = (place: string): Firm => ({ place, nodes: ['a/u/g1/n1'], scope: 0, revenue: 100 })
    const firms = ['11', '11', ...Array<string>(4).fill('12'), ...Array<string>(4).fill('22')].map(firm)
    const regions = new Set(suppressedIn(firms).map(({ region }) => region))
    expect([...regions].sort()).toEqual(['asof 11', 'asof 12', 'current 11', 'current 12'])
  })

  it('is the same every time', () => {
    expect(suppressedIn(randomFirms(3, 80))).toEqual(suppressedIn(randomFirms(3, 80)))
  })
})

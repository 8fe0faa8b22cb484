/** 分级方法: 分位数 / 自然间断 (Jenks) / 固定分级. */
export type ClassMethod = 'quantile' | 'jenks' | 'fixed'

/** One class of a choropleth. Zero and 未报送 are none of these. */
export interface ValueClass {
  low: number
  /** Upper end: the largest value where `closed`, otherwise the first value above; null is open. */
  high: number | null
  closed: boolean
  n: number
  /** Below zero, the other way of a diverging scale. */
  negative: boolean
}

export interface Classes {
  /** Ascending. */
  list: ValueClass[]
  zero: number
  missing: number
}

export interface ClassRule {
  method: ClassMethod
  /** Positive lower ends of the second and later classes; used by 固定分级. */
  breaks: readonly number[]
  /** Both sides of zero matter alike; fewer classes on each. */
  diverging: boolean
}

/** Values and how many regions share them: equal values never fall into different classes. */
interface Tally {
  value: number
  count: number
}

const STEPS = 5
const POSITIVE_STEPS = 3
const NEGATIVE_STEPS = 2

/** Up to five classes of the values above zero, up to two of those below; zero and missing are counted apart. */
export function classify(values: readonly (number | null)[], rule: ClassRule): Classes {
  const known = values.filter((value): value is number => value !== null)
  const above = known.filter((value) => value > 0)
  const below = known.filter((value) => value < 0).map((value) => -value)
  const steps = rule.diverging ? POSITIVE_STEPS : STEPS
  const negative = side(below, NEGATIVE_STEPS, rule).map(mirrored).reverse()
  return {
    list: [...negative, ...side(above, steps, rule)],
    zero: known.length - above.length - below.length,
    missing: values.length - known.length,
  }
}

/** Index of the class of a value; zero and missing are their own. */
export function classOf({ list }: Classes, value: number | null): number | 'zero' | 'missing' {
  if (value === null) return 'missing'
  if (value === 0) return 'zero'
  return value < 0
    ? list.findIndex(({ high, negative }) => negative && (high === null || value <= high))
    : list.findIndex(({ low, high, closed, negative }) => !negative && value >= low && isBelow(value, high, closed))
}

const isBelow = (value: number, high: number | null, closed: boolean) =>
  high === null || (closed ? value <= high : value < high)

function side(values: number[], steps: number, { method, breaks }: ClassRule): ValueClass[] {
  if (values.length === 0) return []
  if (method === 'fixed') return fixedClasses(values, breaks.slice(0, steps - 1))
  const tallies = tally(values)
  const groups = method === 'jenks' ? jenksGroups(tallies, steps) : quantileGroups(tallies, steps)
  return groups.map((group) => ({
    low: group[0]?.value ?? 0,
    high: group[group.length - 1]?.value ?? null,
    closed: true,
    n: group.reduce((sum, { count }) => sum + count, 0),
    negative: false,
  }))
}

function mirrored({ low, high, closed, n }: ValueClass): ValueClass {
  return { low: high === null ? -Infinity : -high, high: -low, closed, n, negative: true }
}

function fixedClasses(values: number[], breaks: readonly number[]): ValueClass[] {
  const lows = [0, ...breaks]
  return lows.map((low, i) => {
    const high = lows[i + 1] ?? null
    const n = values.filter((value) => value >= low && isBelow(value, high, false)).length
    return { low, high, closed: false, n, negative: false }
  })
}

function tally(values: number[]): Tally[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value)
}

/** Each class holds about as many regions; a large tie takes the place of the classes it spans. */
function quantileGroups(tallies: Tally[], steps: number): Tally[][] {
  if (tallies.length <= steps) return tallies.map((item) => [item])
  const total = tallies.reduce((sum, { count }) => sum + count, 0)
  const groups = new Map<number, Tally[]>()
  let before = 0
  for (const item of tallies) {
    const middle = (before + item.count / 2) / total
    const index = Math.min(steps - 1, Math.floor(middle * steps))
    groups.set(index, [...(groups.get(index) ?? []), item])
    before += item.count
  }
  return [...groups.values()]
}

/**
 * Natural breaks: the division with the smallest sum of squared deviations from the class means (Fisher 1958,
 * Jenks 1967), by dynamic programming over the distinct values.
 */
function jenksGroups(tallies: Tally[], steps: number): Tally[][] {
  if (tallies.length <= steps) return tallies.map((item) => [item])
  const spread = spreadOf(tallies)
  const n = tallies.length
  let costs = Array.from({ length: n }, (_, end) => spread(0, end))
  const starts: number[][] = []
  for (let step = 1; step < steps; step++) {
    const next = costs.map((_, end) => cheapestSplit(costs, spread, step, end))
    starts.push(next.map(({ start }) => start))
    costs = next.map(({ cost }) => cost)
  }
  const groups: Tally[][] = []
  let end = n - 1
  for (const row of starts.reverse()) {
    const start = row[end] ?? 0
    groups.unshift(tallies.slice(start, end + 1))
    end = start - 1
  }
  return [tallies.slice(0, end + 1), ...groups]
}

function cheapestSplit(costs: number[], spread: (from: number, to: number) => number, step: number, end: number) {
  let best = { cost: Infinity, start: end }
  for (let start = step; start <= end; start++) {
    const cost = (costs[start - 1] ?? Infinity) + spread(start, end)
    if (cost < best.cost) best = { cost, start }
  }
  return best
}

/** Sum of squared deviations from the mean between two places, from running sums. */
function spreadOf(tallies: Tally[]) {
  const sums = [{ count: 0, value: 0, square: 0 }]
  for (const { value, count } of tallies) {
    const last = sums[sums.length - 1] ?? { count: 0, value: 0, square: 0 }
    sums.push({
      count: last.count + count,
      value: last.value + value * count,
      square: last.square + value * value * count,
    })
  }
  return (from: number, to: number) => {
    const [a, b] = [sums[from], sums[to + 1]]
    if (!a || !b || b.count === a.count) return 0
    return b.square - a.square - (b.value - a.value) ** 2 / (b.count - a.count)
  }
}

import { knockOut, type Assumptions, type KnockOut, type Stop } from '@domain/supply/knockOut'
import { egoFigures } from '@domain/supply/egoFigures'
import { propagation } from '@domain/supply/propagation'
import { reach } from '@domain/supply/reach'
import { sourcesLost } from '@domain/supply/sourcesLost'
import { supplyGraph, type SupplyGraph } from '@domain/supply/supplyGraph'
import { median, percentile, spread } from './figures'
import { syntheticNetwork } from './syntheticTrades'

/* A program of its own: what the functions of `domain/supply` take on networks of three sizes, in memory, without HTTP. */

const SIZES = [10_000, 100_000, 1_000_000]
const RUNS = 7
const HUBS = 30
const EGO_TIERS = 3
const COUNTY = 200
const LISTED = 200
/** Everything is passed on over all tiers: the most that can be reached. */
const WORST: Assumptions = { days: 90, passUp: 1, passDown: 1, tiers: 4, spare: 0 }

interface Timed<Answer> {
  times: number[]
  answer: Answer
}

function timed<Answer>(runs: number, measure: () => Answer): Timed<Answer> {
  const once = () => {
    const started = performance.now()
    const answer = measure()
    return { answer, time: performance.now() - started }
  }
  let latest = once()
  const times = [latest.time]
  while (times.length < runs) {
    latest = once()
    times.push(latest.time)
  }
  return { times, answer: latest.answer }
}

function largestHubs({ firms, sales, purchases }: SupplyGraph): number[] {
  const trades = (firm: number) =>
    [sales, purchases].reduce((sum, { starts }) => sum + (starts[firm + 1] ?? 0) - (starts[firm] ?? 0), 0)
  const degree = Int32Array.from({ length: firms }, (_, firm) => trades(firm))
  return [...degree.keys()].sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b).slice(0, HUBS)
}

const medians = new Map<string, number[]>()

function report(part: string, times: readonly number[], said: string): void {
  medians.set(part, [...(medians.get(part) ?? []), median(times)])
  console.log(`  ${part}: ${spread(times, 1)} ms (n=${times.length})${said}`)
}

function measureEgos(graph: SupplyGraph, hubs: readonly number[]): void {
  for (const direction of ['up', 'down'] as const) {
    const egos = hubs.map((hub) => timed(3, () => reach(graph, { from: [hub], direction, tiers: EGO_TIERS })))
    const times = egos.flatMap((ego) => ego.times)
    const largest = Math.max(...egos.map(({ answer }) => answer.firms.length))
    const p95 = percentile(times, 0.95).toFixed(1)
    report(`${EGO_TIERS} tiers ${direction} of ${HUBS} hubs`, times, `, p95 ${p95} ms, largest ${largest} firms`)
  }
}

function measure(firms: number): void {
  const { trades, revenue } = syntheticNetwork(firms)
  console.log(`${firms} firms, ${trades.supplier.length} trades`)
  const { times, answer: graph } = timed(3, () => supplyGraph(trades))
  report('build', times, '')
  const hubs = largestHubs(graph)
  measureEgos(graph, hubs)
  const hub: Stop[] = hubs.slice(0, 1).map((firm) => ({ firm, share: 1 }))
  const county = Array.from({ length: COUNTY }, (_, at): Stop => ({ firm: (at * 37 + 11) % firms, share: 1 }))
  const cases: [string, Stop[], Partial<Assumptions>][] = [
    ['knock-out of the largest hub', hub, {}],
    ['the same, first tier only', hub, { passUp: 0, passDown: 0 }],
    ['the same, others fill in', hub, { spare: 0.2 }],
    [`knock-out of ${COUNTY} firms`, county, {}],
  ]
  for (const [name, stops, changed] of cases) {
    const run = timed(RUNS, () => knockOut(graph, revenue, stops, { ...WORST, ...changed }))
    const max = Math.max(...run.times).toFixed(0)
    report(name, run.times, `, longest ${max} ms, ${run.answer.hit.length} firms hit`)
  }
  measureAfterwards(graph, knockOut(graph, revenue, hub, WORST), hubs)
}

/** What is made of the run that hits the most. */
function measureAfterwards(graph: SupplyGraph, run: KnockOut, hubs: readonly number[]): void {
  const steps = timed(RUNS, () => propagation(graph, run, LISTED))
  report(`its steps, ${LISTED} firms of each`, steps.times, `, ${steps.answer.length} steps`)
  const lost = timed(RUNS, () => sourcesLost(graph, run, LISTED))
  report('its lost sources', lost.times, `, ${lost.answer.products.length} products`)
  const figures = hubs.flatMap(
    (firm) =>
      timed(1, () => egoFigures(graph, { firm, ringOf: () => 'city', chainsOf: () => [], revenue: Number.NaN })).times,
  )
  report(`figures of ${HUBS} hubs`, figures, `, p95 ${percentile(figures, 0.95).toFixed(1)} ms`)
}

for (const firms of SIZES) measure(firms)
console.log(`  ${SIZES.join(' : ')} firms, median over that of the smallest`)
for (const [part, times] of medians)
  console.log(`  ${part}: ${times.map((time) => (time / (times[0] ?? time)).toFixed(1)).join(' : ')}`)

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
const RUNS = 9
const HUBS = 30
const FEW_RUNS = 3
const EGO_TIERS = 3
const COUNTY = 200
const LISTED = 200
/** Everything is passed on over all tiers: the most that can be reached. */
const WORST: Assumptions = { days: 90, passUp: 1, passDown: 1, tiers: 4, spare: 0 }

interface Timed<Answer> {
  /** ms */
  times: number[]
  /** ms of processor time, by which a busy machine can be told from a slow program. */
  cpu: number[]
  answer: Answer
}

function timed<Answer>(runs: number, measure: () => Answer): Timed<Answer> {
  const once = () => {
    const before = process.cpuUsage()
    const started = performance.now()
    const answer = measure()
    const time = performance.now() - started
    const { user, system } = process.cpuUsage(before)
    return { answer, time, used: (user + system) / 1000 }
  }
  let latest = once()
  const [times, cpu] = [[latest.time], [latest.used]]
  while (times.length < runs) {
    latest = once()
    times.push(latest.time)
    cpu.push(latest.used)
  }
  return { times, cpu, answer: latest.answer }
}

function largestHubs({ firms, sales, purchases }: SupplyGraph): number[] {
  const trades = (firm: number) =>
    [sales, purchases].reduce((sum, { starts }) => sum + (starts[firm + 1] ?? 0) - (starts[firm] ?? 0), 0)
  const degree = Int32Array.from({ length: firms }, (_, firm) => trades(firm))
  return [...degree.keys()].sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b).slice(0, HUBS)
}

const medians = new Map<string, number[]>()

function report(part: string, { times, cpu }: Pick<Timed<unknown>, 'times' | 'cpu'>, said: string): void {
  medians.set(part, [...(medians.get(part) ?? []), median(cpu)])
  const p95 = percentile(times, 0.95).toFixed(1)
  const processor = `${median(cpu).toFixed(1)}, p95 ${percentile(cpu, 0.95).toFixed(1)} ms of processor`
  console.log(`  ${part}: ${spread(times, 1)}, p95 ${p95} ms; ${processor} (n=${times.length})${said}`)
}

const together = (runs: readonly Timed<unknown>[]) => ({
  times: runs.flatMap(({ times }) => times),
  cpu: runs.flatMap(({ cpu }) => cpu),
})

function measureEgos(graph: SupplyGraph, hubs: readonly number[]): void {
  for (const direction of ['up', 'down'] as const) {
    const egos = hubs.map((hub) => timed(FEW_RUNS, () => reach(graph, { from: [hub], direction, tiers: EGO_TIERS })))
    const largest = Math.max(...egos.map(({ answer }) => answer.firms.length))
    report(`${EGO_TIERS} tiers ${direction} of ${HUBS} hubs`, together(egos), `, largest ${largest} firms`)
  }
}

function measure(firms: number): void {
  const { trades, revenue } = syntheticNetwork(firms)
  console.log(`${firms} firms, ${trades.supplier.length} trades`)
  const build = timed(FEW_RUNS, () => supplyGraph(trades))
  const graph = build.answer
  report('build', build, '')
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
    report(name, run, `, ${run.answer.hit.length} firms hit`)
  }
  measureAfterwards(graph, knockOut(graph, revenue, hub, WORST), hubs)
}

/** What is made of the run that hits the most. */
function measureAfterwards(graph: SupplyGraph, run: KnockOut, hubs: readonly number[]): void {
  const steps = timed(RUNS, () => propagation(graph, run, LISTED))
  report(`its steps, ${LISTED} firms of each`, steps, `, ${steps.answer.length} steps`)
  const lost = timed(RUNS, () => sourcesLost(graph, run, LISTED))
  report('its lost sources', lost, `, ${lost.answer.products.length} products`)
  const wish = { ringOf: () => 'city' as const, chainsOf: () => [], revenue: Number.NaN }
  const figures = hubs.map((firm) => timed(1, () => egoFigures(graph, { firm, ...wish })))
  report(`figures of ${HUBS} hubs`, together(figures), '')
}

for (const firms of SIZES) measure(firms)
console.log(`  ${SIZES.join(' : ')} firms, median of processor time over that of the smallest`)
for (const [part, times] of medians)
  console.log(`  ${part}: ${times.map((time) => (time / (times[0] ?? time)).toFixed(1)).join(' : ')}`)

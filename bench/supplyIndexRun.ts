import { KnockOutAssumptions, type KnockOut } from '@contract/knockOut'
import type { Network } from '@contract/supply'
import type { NetworkChunk } from '@server/network/networkRows'
import { NetworkCollector } from '@server/network/networkCollector'
import { networkAround } from '@server/network/askNetwork'
import { listParties } from '@server/network/askParties'
import { knockOutOf } from '@server/network/knockOutAnswer'
import type { SupplyFrame } from '@server/network/supplyView'
import { regionBook } from '@server/catalogue'
import { demoCreditCode } from '@server/demo/creditCodes'
import { percentile } from './figures'
import { syntheticEnterprises } from './syntheticEnterprises'
import { largestFirms, syntheticTradeRows } from './syntheticSupply'
import { syntheticNetwork } from './syntheticTrades'

/*
 * A program of its own, so that memory can be told: what an index of so many firms takes to build and to hold, and how long
 * questions take where it lives; no database, no thread, no HTTP. Run with --expose-gc.
 */

const FIRMS = Number(process.argv[2])
const HUBS = 40
const TIERS = 3
const CHUNK = 20_000

const FRAME: SupplyFrame = {
  region: '210000',
  year: null,
  mode: 'current',
  dataset: 'real',
  version: 1,
  updatedAt: null,
  scope: null,
  seesUnits: true,
}

/** In MB; of objects and of the columns, which lie outside the heap. */
function memoryNow(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

/** Written before anything is timed: reading them from a database is measured over HTTP. */
function* chunksOf(of: NetworkChunk['of'], rows: Iterable<unknown>): Generator<NetworkChunk> {
  let list: unknown[] = []
  for (const row of rows) {
    list.push(row)
    if (list.length < CHUNK) continue
    yield { of, rows: JSON.stringify(list) }
    list = []
  }
  yield { of, rows: JSON.stringify(list) }
}

function* parties() {
  for (const { creditCode, name, county } of syntheticEnterprises(FIRMS)) yield [creditCode, name, county, true]
}

function* revenues(revenue: Float64Array) {
  for (const [firm, yuan] of revenue.entries()) if (!Number.isNaN(yuan)) yield [demoCreditCode(firm), '2025', yuan]
}

const synthetic = syntheticNetwork(FIRMS)
const chunks = [
  ...chunksOf('parties', parties()),
  ...chunksOf('revenues', revenues(synthetic.revenue)),
  ...chunksOf('trades', syntheticTradeRows(synthetic.trades)),
]
const hubs = largestFirms(synthetic.trades, HUBS).map(demoCreditCode)
const ordinary = Array.from({ length: HUBS }, (_, at) => demoCreditCode(Math.floor((at * FIRMS) / HUBS)))
const before = memoryNow()
const started = performance.now()
const collector = new NetworkCollector()
let peak = 0
for (const [at, chunk] of chunks.entries()) {
  collector.add(chunk)
  if (at % 20 === 0) peak = Math.max(peak, process.memoryUsage().rss / 2 ** 20)
}
const index = collector.finish(regionBook())
const built = performance.now() - started
const held = memoryNow() - before
const first = performance.now()
const tradesSeen = index.open(FRAME).graph.pair.length
const graph = performance.now() - first
const withGraph = memoryNow() - before

function timed(answer: () => object, firmsOf: (answer: never) => number) {
  const asked = performance.now()
  const cpu = process.cpuUsage()
  const said = answer()
  const json = JSON.stringify(said)
  const ms = performance.now() - asked
  const { user, system } = process.cpuUsage(cpu)
  return { ms, cpu: (user + system) / 1000, size: json.length, firms: firmsOf(said as never) }
}

/** Without what is kept of answers. */
const ego = (tiers: number) => (firm: string) =>
  timed(
    () => networkAround(index, { frame: FRAME, query: { firm, direction: 'both', tiers, group: 'auto' } }),
    ({ totals }: Network) => totals.firms,
  )

/** The whole answer of 推演停摆; `pass` = α = β. */
const stop = (pass: number) => (firm: string) =>
  timed(
    () => {
      const assumptions = { ...KnockOutAssumptions.parse({}), passUp: pass, passDown: pass }
      return knockOutOf(index, { frame: FRAME, stops: [{ kind: 'firm', firm }], assumptions, isWhole: false })
    },
    ({ hit }: KnockOut) => hit,
  )

const round = (value: number) => Number(value.toFixed(1))

function measured(name: string, firms: readonly string[], ask: (firm: string) => ReturnType<typeof timed>) {
  for (const firm of firms.slice(0, 5)) ask(firm)
  // All of them twice, one after the other: of the last few the walk is kept.
  const answers = [...firms, ...firms].map(ask)
  const times = answers.map(({ ms }) => ms)
  const work = answers.map(({ cpu }) => cpu)
  const most = (of: 'size' | 'firms') => Math.max(...answers.map((answer) => answer[of]))
  return {
    question: name,
    n: times.length,
    'p50 ms': round(percentile(times, 0.5)),
    'p95 ms': round(percentile(times, 0.95)),
    'max ms': round(Math.max(...times)),
    // What is left of the waiting for others on a busy machine; the garbage collector's own threads count as well.
    'CPU p50': round(percentile(work, 0.5)),
    'CPU p95': round(percentile(work, 0.95)),
    'most firms': most('firms'),
    'most KB': Math.round(most('size') / 1024),
  }
}

function searched(q: string) {
  const asked = performance.now()
  listParties(index, { frame: FRAME, q, limit: 20 })
  return performance.now() - asked
}

console.log(
  `${FIRMS} firms, ${tradesSeen} trades: built in ${round(built / 1000)} s, first graph ${round(graph)} ms, ` +
    `holds ${Math.round(held)} MB, with the graph of its year ${Math.round(withGraph)} MB, process while building at most ${Math.round(peak)} MB`,
)
console.table([
  measured(`${HUBS} largest hubs, ${TIERS} tiers`, hubs, ego(TIERS)),
  measured(`${HUBS} largest hubs, 2 tiers`, hubs, ego(2)),
  measured(`${HUBS} firms anywhere, ${TIERS} tiers`, ordinary, ego(TIERS)),
  measured('5 largest hubs stop, first tier only', hubs.slice(0, 5), stop(0)),
  measured('5 largest hubs stop, all passed on over 4 tiers', hubs.slice(0, 5), stop(1)),
])
console.log(
  `a part of a name: ${round(
    percentile(
      Array.from({ length: 9 }, () => searched('轴承')),
      0.5,
    ),
  )} ms`,
)

import { spawnSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { PointSummary } from '@contract/points'
import type { ApiServer } from './apiServer'
import { startChild } from './child'
import { percentile } from './figures'
import { measureLoad } from './load'
import { printLoad } from './machine'
import { mapWalk } from './mapWalk'
import { STORES, withStore, type StoreKind } from './stores'

const ENTERPRISES = 1_000_000
const CHAIN = 'cnc-machine-tools'
/** As many as a browser opens to one host. */
const BROWSER_CONNECTIONS = 6

/** Between the questions of the others who are there while an index is built. */
const PAUSE_MS = 100

/** Filters whose index does not exist yet; the first is everyone. */
const FIRST_LOOKS: [name: string, filter: string][] = [
  ['province, everyone', 'region=210000'],
  ['province, one chain', `region=210000&chain=${CHAIN}`],
  ['province, 规上', 'region=210000&scope=above'],
  ['largest city', 'region=210100'],
  ['province, 专精特新', 'region=210000&honour=specialised'],
]

/** 企业点位: the index alone, then tiles over HTTP beside the cheapest call there is. */
export async function benchPoints(): Promise<void> {
  const program = fileURLToPath(new URL('./pointsIndex.ts', import.meta.url))
  spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', program, String(ENTERPRISES)], { stdio: 'inherit' })
  for (const kind of STORES) await overHttp(kind)
}

async function overHttp(kind: StoreKind): Promise<void> {
  await withStore(kind, async (store) => {
    const child = await startChild<ApiServer>('./apiServer.ts', ['places', String(ENTERPRISES)], store)
    try {
      printLoad()
      const api = `${child.answer.address}api/v1`
      console.log(kind)
      console.table(await firstLooks(api))
      console.table(await tiles(api))
    } finally {
      await child.stop()
    }
  })
}

/** Reading and indexing, and how long others had to wait meanwhile. */
async function firstLooks(api: string) {
  const rows: Record<string, string | number>[] = []
  for (const [name, filter] of FIRST_LOOKS) {
    const state = { isOver: false }
    const others = [`${api}/health`, `${api}/enterprises?region=210000&limit=50`].map((url) => waitsUntil(state, url))
    const started = performance.now()
    const summary = (await (await fetch(`${api}/points/summary?${filter}`)).json()) as PointSummary
    const seconds = (performance.now() - started) / 1000
    state.isOver = true
    const [health = [], list = []] = await Promise.all(others)
    rows.push({
      filter: name,
      located: summary.located,
      unlocated: summary.unlocated,
      'seconds until ready': Number(seconds.toFixed(2)),
      'health meanwhile, max ms': Math.round(percentile(health, 1)),
      'list meanwhile, p50 ms': Math.round(percentile(list, 0.5)),
      'list meanwhile, max ms': Math.round(percentile(list, 1)),
    })
  }
  return rows
}

async function waitsUntil(state: { isOver: boolean }, url: string): Promise<number[]> {
  const waits: number[] = []
  while (!state.isOver) {
    waits.push(...(await measureLoad({ urls: [url], requests: 1, warmUp: 0, parallel: 1 })))
    await setTimeout(PAUSE_MS)
  }
  return waits
}

async function tiles(api: string) {
  const query = 'region=210000&dataset=real&v=1'
  const walk = mapWalk().map(({ z, x, y }) => `${api}/points/tiles/${z}/${x}/${y}.mvt?${query}`)
  const health = [`${api}/health`]
  const cases: [name: string, urls: string[], parallel: number][] = [
    ['health', health, 1],
    ['tile', walk, 1],
    [`health, ${BROWSER_CONNECTIONS} in parallel`, health, BROWSER_CONNECTIONS],
    [`tile, ${BROWSER_CONNECTIONS} in parallel`, walk, BROWSER_CONNECTIONS],
  ]
  const rows: Record<string, string | number>[] = []
  const headers = { 'accept-encoding': 'gzip' }
  let base = Number.NaN
  for (const [name, urls, parallel] of cases) {
    const load = { urls, requests: walk.length, warmUp: 20, parallel, headers, status: [200, 204] }
    const samples = await measureLoad(load)
    const ms = (share: number) => Number(percentile(samples, share).toFixed(1))
    if (urls === health) base = percentile(samples, 0.5)
    const ratio = Number((percentile(samples, 0.5) / base).toFixed(1))
    rows.push({
      request: name,
      'p50 ÷ health p50': ratio,
      n: samples.length,
      'p50 ms': ms(0.5),
      'p95 ms': ms(0.95),
      'max ms': ms(1),
    })
  }
  return rows
}

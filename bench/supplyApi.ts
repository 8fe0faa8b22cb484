import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Network } from '@contract/supply'
import { demoCreditCode } from '@server/demo/creditCodes'
import type { ApiServer } from './apiServer'
import { startChild } from './child'
import { percentile } from './figures'
import { measureLoad } from './load'
import { printLoad } from './machine'
import { STORES, withStore, type StoreKind } from './stores'
import { largestFirms } from './syntheticSupply'
import { syntheticNetwork } from './syntheticTrades'

const SIZES = [10_000, 100_000, 1_000_000]
const FIRMS = 1_000_000
const HUBS = 40

/** 供应网络: the index alone at three sizes, then over HTTP from a database of a million firms and two million trades. */
export async function benchSupplyApi(): Promise<void> {
  const program = fileURLToPath(new URL('./supplyIndexRun.ts', import.meta.url))
  const options = ['--expose-gc', '--max-old-space-size=8000', '--import', 'tsx']
  for (const firms of SIZES) {
    printLoad()
    spawnSync(process.execPath, [...options, program, String(firms)], { stdio: 'inherit' })
  }
  for (const kind of STORES) await overHttp(kind)
}

async function overHttp(kind: StoreKind): Promise<void> {
  const hubs = largestFirms(syntheticNetwork(FIRMS).trades, HUBS).map(demoCreditCode)
  await withStore(kind, async (store) => {
    const child = await startChild<ApiServer>('./apiServer.ts', ['supply', String(FIRMS)], store)
    try {
      printLoad()
      const urlOf = (firm: string, tiers: number) =>
        `${child.answer.address}api/v1/supply/network?region=210000&firm=${firm}&tiers=${tiers}`
      const started = performance.now()
      const first = (await (await fetch(urlOf(hubs[0] ?? '', 1))).json()) as Network
      const seconds = (performance.now() - started) / 1000
      console.log(`${kind}: ${first.years[0]?.links} trades, index ready after ${seconds.toFixed(1)} s`)
      console.table(await oneByOne([1, 2, 3].map((tiers) => () => egos(hubs, tiers, urlOf))))
    } finally {
      await child.stop()
    }
  })
}

/** In turn, so that they do not wait for each other. */
async function oneByOne<T>(tasks: (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = []
  for (const task of tasks) done.push(await task())
  return done
}

async function egos(hubs: readonly string[], tiers: number, urlOf: (firm: string, tiers: number) => string) {
  const urls = hubs.map((firm) => urlOf(firm, tiers))
  const samples = await measureLoad({ urls, requests: urls.length * 2, warmUp: 5, parallel: 1 })
  const ms = (share: number) => Number(percentile(samples, share).toFixed(1))
  return { request: `${HUBS} hubs, ${tiers} tiers both ways`, n: samples.length, 'p50 ms': ms(0.5), 'p95 ms': ms(0.95) }
}

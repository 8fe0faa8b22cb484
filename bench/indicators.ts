import type { ApiServer } from './apiServer'
import { startChild } from './child'
import { percentile } from './figures'
import { measureLoad } from './load'
import { printLoad } from './machine'
import { STORES, withStore, type StoreKind } from './stores'

const ENTERPRISES = 1_000_000
const REQUESTS = 100
const SCREENS = 20
const REGIONS = ['210000', '210100', '210102']
const CHAIN = 'cnc-machine-tools'
/** What the screen asks for, all at once. */
const PANELS = ['board', 'ranking', 'quadrant', 'shift-share', 'concentration']

/** 指标总览: response times of its panels, and of the whole screen beside its slowest panel. */
export async function benchIndicators(): Promise<void> {
  for (const kind of STORES) await benchStore(kind)
}

async function benchStore(kind: StoreKind): Promise<void> {
  await withStore(kind, async (store) => {
    const child = await startChild<ApiServer>('./apiServer.ts', ['years', String(ENTERPRISES)], store)
    const { address, fill } = child.answer
    try {
      console.log(`${kind}: aggregates of two years rebuilt in ${((fill?.aggregatesMs ?? 0) / 1000).toFixed(1)} s`)
      printLoad()
      const urlOf = (panel: string, region: string) =>
        `${address}api/v1/indicators/${panel}?region=${region}&chain=${CHAIN}&period=2025`
      const table: Record<string, string | number>[] = []
      for (const panel of PANELS) {
        const urls = REGIONS.map((region) => urlOf(panel, region))
        const samples = await measureLoad({ urls, requests: REQUESTS, warmUp: REGIONS.length * 3, parallel: 1 })
        table.push({ store: kind, request: panel, ...spread(samples) })
      }
      const urls = PANELS.map((panel) => urlOf(panel, REGIONS[0] ?? ''))
      const screens = await measureScreens(urls)
      table.push({ store: kind, request: 'the whole screen', ...spread(screens) })
      console.table(table)
      const slowest = Math.max(...(await medians(urls)))
      console.log(`screen ÷ its slowest request asked alone: ${(percentile(screens, 0.5) / slowest).toFixed(2)}`)
    } finally {
      await child.stop()
    }
  })
}

const spread = (samples: number[]) => {
  const ms = (share: number) => Number(percentile(samples, share).toFixed(1))
  return { n: samples.length, 'p50 ms': ms(0.5), 'p95 ms': ms(0.95), 'max ms': ms(1) }
}

/** Every panel asked at once, as the page does, until the last has come. */
async function measureScreens(urls: string[]): Promise<number[]> {
  const screens: number[] = []
  for (let turn = 0; turn < SCREENS; turn += 1) {
    const started = performance.now()
    await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()))
    screens.push(performance.now() - started)
  }
  return screens
}

/** Each panel asked alone. */
async function medians(urls: string[]): Promise<number[]> {
  const found: number[] = []
  for (const url of urls) {
    const samples = await measureLoad({ urls: [url], requests: SCREENS, warmUp: 1, parallel: 1 })
    found.push(percentile(samples, 0.5))
  }
  return found
}

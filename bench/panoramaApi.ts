import type { Panorama } from '@contract/panorama'
import type { ApiServer } from './apiServer'
import { startChild } from './child'
import { percentile } from './figures'
import { measureLoad, type Load } from './load'
import { printLoad } from './machine'
import { realFile } from './realFile'
import { STORES, withStore, type StoreKind } from './stores'

const REQUESTS = 300
const WARM_UP = 30
const SYNTHETIC = 1_000_000
/** The province, its two largest cities and a county: what officials look at. */
const REGIONS = ['210000', '210100', '210200', '210102']
const CHAIN = 'cnc-machine-tools'

/** 全景图谱接口: response times over HTTP, at the size of a real register and of a whole province. */
export async function benchPanoramaApi(): Promise<void> {
  const register = realFile('register-liaoning.csv')
  const table: Record<string, string | number>[] = []
  for (const kind of STORES) {
    if (register) table.push(...(await lines(kind, ['file', register])))
    table.push(...(await lines(kind, ['synthetic', String(SYNTHETIC)])))
  }
  console.table(table)
}

async function lines(kind: StoreKind, source: string[]): Promise<Record<string, string | number>[]> {
  const measured = await withStore(kind, async (store) => {
    const child = await startChild<ApiServer>('./apiServer.ts', source, store)
    const { address, enterprises, fill } = child.answer
    try {
      if (fill) {
        const { insertMs, aggregatesMs, memberships } = fill
        console.log(
          `${kind}: ${enterprises} enterprises and ${memberships} memberships inserted in ${(insertMs / 1000).toFixed(1)} s, ` +
            `aggregates rebuilt in ${(aggregatesMs / 1000).toFixed(1)} s`,
        )
      }
      printLoad()
      return await measureAll(address).then((rows) => rows.map((row) => ({ store: kind, enterprises, ...row })))
    } finally {
      await child.stop()
    }
  })
  return measured ?? []
}

async function measureAll(address: string) {
  const api = `${address}api/v1`
  const panoramas = REGIONS.map((region) => `${api}/panorama?region=${region}&chain=${CHAIN}`)
  const first = await fetch(panoramas[0] ?? '')
  const panorama = (await first.json()) as Panorama
  const tag = first.headers.get('etag') ?? ''
  const largest = [...panorama.nodes].sort((a, b) => b.figures.enterprises - a.figures.enterprises)[0]?.id ?? ''
  const list = `${api}/enterprises?region=210000&chain=${CHAIN}&node=${largest}&limit=50`
  const cases: [name: string, load: Pick<Load, 'urls'> & Partial<Load>][] = [
    ['panorama', { urls: panoramas }],
    ['panorama, 8 in parallel', { urls: panoramas, parallel: 8 }],
    ['panorama, unchanged (304)', { urls: panoramas.slice(0, 1), headers: { 'if-none-match': tag }, status: 304 }],
    ['largest node, 50 enterprises', { urls: [list], requests: 100, warmUp: 5 }],
    ['largest node in one county', { urls: [`${list}&county=210102`], requests: 100, warmUp: 5 }],
    ['all enterprises, 50', { urls: [`${api}/enterprises?region=210000&limit=50`], requests: 20, warmUp: 2 }],
    [
      'search 轴承',
      { urls: [`${api}/search?region=210000&chain=${CHAIN}&q=${encodeURIComponent('轴承')}`], requests: 20, warmUp: 2 },
    ],
  ]
  const rows: Record<string, string | number>[] = []
  for (const [name, load] of cases) {
    const samples = await measureLoad({ requests: REQUESTS, warmUp: WARM_UP, parallel: 1, ...load })
    const ms = (share: number) => Number(percentile(samples, share).toFixed(1))
    rows.push({ request: name, n: samples.length, 'p50 ms': ms(0.5), 'p95 ms': ms(0.95), 'max ms': ms(1) })
  }
  return rows
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { buildPage, indexPlaces, servePage } from './clusterMapServer'
import { median, spread } from './figures'
import { printLoad } from './machine'
import { cpuMeter, type Cost, type CpuMeter } from './pageCpu'

declare global {
  interface Window {
    product: (withPoints: boolean) => Promise<number>
    bare: (withNames: boolean) => Promise<number>
    client: (count: number) => Promise<number>
    pan: () => Promise<number>
    close: () => void
  }
}

/* A program of its own: 集群地图 in the browser. `tsx bench/clusterMap.ts [rounds] [points…]`. */

const ROUNDS = Number(process.argv[2] ?? 7)
const ENTERPRISES = 1_000_000
/** All at once is a gigabyte in the browser; asked for by name. */
const CLIENT_POINTS = process.argv.slice(3).map(Number)
const DRAWN_BY_PROCESSOR = ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader']

const KEYS = ['main', 'renderer', 'drawing', 'wall'] as const

type Parts = Record<keyof Cost, string>

function told(costs: readonly Cost[], digits = 0): Parts {
  const of = (key: keyof Cost) =>
    spread(
      costs.map((cost) => cost[key]),
      digits,
    )
  return { wall: of('wall'), main: of('main'), renderer: of('renderer'), drawing: of('drawing') }
}

const ratio = (ours: readonly Cost[], theirs: readonly Cost[], key: keyof Cost) =>
  Number((median(ours.map((cost) => cost[key])) / median(theirs.map((cost) => cost[key]))).toFixed(2))

/** 分级统计图: from data to rest, in turn with the plainest map of the same shapes and fills, without and with names. */
async function choropleth(page: Page, meter: CpuMeter) {
  const maps = {
    product: () => window.product(false),
    bare: () => window.bare(false),
    'bare with names': () => window.bare(true),
  }
  const costs: Record<string, Cost[]> = {}
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, open] of Object.entries(maps)) {
      const cost = await meter.cost(() => page.evaluate(open))
      await page.evaluate(() => window.close())
      // The first round loads the engine.
      if (round > 0) costs[name] = [...(costs[name] ?? []), cost]
    }
  }
  const of = (name: string) => costs[name] ?? []
  const against = (name: string) => Object.fromEntries(KEYS.map((key) => [key, ratio(of('product'), of(name), key)]))
  console.log(`county choropleth, data to rest (n=${ROUNDS})`)
  console.table({ 'product ÷ bare': against('bare'), 'product ÷ bare with names': against('bare with names') })
  console.table(Object.fromEntries(Object.entries(costs).map(([name, list]) => [`${name}, ms`, told(list)])))
}

async function measurePoints(page: Page, meter: CpuMeter, open: () => Promise<unknown>) {
  const before = await meter.heap()
  const first = await meter.cost(open)
  const memory = (await meter.heap()) - before
  let frames = 1
  const pan = await meter.cost(async () => (frames = await page.evaluate(() => window.pan())))
  await page.evaluate(() => window.close())
  const round = (value: number, digits = 0) => Number(value.toFixed(digits))
  return {
    'main ms to first': round(first.main),
    'renderer ms to first': round(first.renderer),
    'wall ms to first': round(first.wall),
    'heap MB': round(memory),
    'main ms/frame': round(pan.main / frames, 1),
    'renderer ms/frame': round(pan.renderer / frames, 1),
    'drawing ms/frame': round(pan.drawing / frames, 1),
    'wall ms/frame': round(pan.wall / frames, 1),
  }
}

/** 企业点位: tiles of a million beside clustering in the browser. */
async function points(page: Page, meter: CpuMeter, located: number) {
  const rows: Record<string, Awaited<ReturnType<typeof measurePoints>>> = {}
  for (const run of [1, 2, 3])
    rows[`tiles, ${located} points (${run})`] = await measurePoints(page, meter, () =>
      page.evaluate(() => window.product(true)),
    )
  for (const count of CLIENT_POINTS)
    rows[`in the browser, ${count}`] = await measurePoints(page, meter, () =>
      page.evaluate((n) => window.client(n), count),
    )
  console.table(rows)
}

async function main() {
  const directory = await mkdtemp(join(tmpdir(), 'cluster-map-bench-'))
  await buildPage(directory)
  const places = indexPlaces(ENTERPRISES)
  const server = await servePage(directory, places)
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: DRAWN_BY_PROCESSOR,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    page.setDefaultTimeout(600_000)
    page.on('pageerror', (error) => console.error(error))
    await page.goto(server.url)
    await page.waitForFunction(() => 'product' in window)
    const meter = await cpuMeter(browser, page)
    printLoad()
    await choropleth(page, meter)
    printLoad()
    await points(page, meter, places.raw.length / 2)
  } finally {
    await browser.close()
    server.close()
    await rm(directory, { recursive: true })
  }
}

await main()

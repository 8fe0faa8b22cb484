import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { ApiServer } from './apiServer'
import { startChild } from './child'
import { spread } from './figures'
import { withStore } from './stores'

const RUNS = 5
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const BUILT = fileURLToPath(new URL('../dist/index.html', import.meta.url))

interface Opening {
  firstPaintMs: number
  drawnMs: number
  /** Bytes on the wire by kind, headers included. */
  bytes: Record<string, number>
  /** Bytes after decompression. */
  plain: Record<string, number>
}

/** 首屏: what /panorama costs to open in an empty browser: bytes as served, first paint, graph on the canvas. */
export async function benchFirstScreen(): Promise<void> {
  const missing = [BUILT, CHROMIUM].find((path) => !existsSync(path))
  if (missing)
    return console.log(
      `skipped: ${missing === BUILT ? 'the SPA is not built (npm run build)' : 'no Chromium on this machine'}`,
    )
  await withStore('embedded', async (store) => {
    const child = await startChild<ApiServer>('./apiServer.ts', ['demo'], store)
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    try {
      const openings: Opening[] = []
      for (let run = 0; run < RUNS; run += 1) openings.push(await openOnce(browser, `${child.answer.address}panorama`))
      print(openings)
    } finally {
      await browser.close()
      await child.stop()
    }
  })
}

async function openOnce(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  try {
    // tsx names every function by a helper of its own, which the page does not have.
    await context.addInitScript('globalThis.__name = (named) => named')
    const page = await context.newPage()
    const traffic = await countTraffic(page)
    await page.goto(url)
    const drawnMs = await page.evaluate(canvasPainted)
    const firstPaintMs = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    )
    return { firstPaintMs, drawnMs, ...traffic }
  } finally {
    await context.close()
  }
}

async function countTraffic(page: Page): Promise<Pick<Opening, 'bytes' | 'plain'>> {
  const bytes: Record<string, number> = {}
  const plain: Record<string, number> = {}
  const kinds = new Map<string, string>()
  const add = (sums: Record<string, number>, id: string, more: number) => {
    const kind = kinds.get(id)
    if (kind) sums[kind] = (sums[kind] ?? 0) + more
  }
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type === 'XHR' ? 'Fetch' : type))
  session.on('Network.dataReceived', ({ requestId, dataLength }) => add(plain, requestId, dataLength))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => add(bytes, requestId, encodedDataLength))
  return { bytes, plain }
}

/** Milliseconds from navigation until a canvas of the graph holds pixels; runs in the page. */
function canvasPainted(): Promise<number> {
  const probe = document.createElement('canvas')
  probe.width = probe.height = 32
  const pen = probe.getContext('2d', { willReadFrequently: true })
  const isPainted = (canvas: HTMLCanvasElement) => {
    if (!pen || canvas.width === 0) return false
    pen.clearRect(0, 0, 32, 32)
    pen.drawImage(canvas, 0, 0, 32, 32)
    return pen.getImageData(0, 0, 32, 32).data.filter((value, at) => at % 4 === 3 && value > 0).length > 100
  }
  return new Promise((resolve) => {
    const look = () => {
      if ([...document.querySelectorAll('canvas')].some(isPainted)) resolve(performance.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

function print(openings: Opening[]): void {
  const [first] = openings
  const kB = (sums: Record<string, number> | undefined, kind: string) => Number(((sums?.[kind] ?? 0) / 1000).toFixed(1))
  console.table(
    ['Document', 'Script', 'Stylesheet', 'Fetch', 'Font', 'Image'].map((kind) => ({
      kind,
      'kB transferred': kB(first?.bytes, kind),
      'kB plain': kB(first?.plain, kind),
    })),
  )
  console.table([
    {
      runs: openings.length,
      'first contentful paint ms': spread(openings.map(({ firstPaintMs }) => firstPaintMs)),
      'graph drawn ms': spread(openings.map(({ drawnMs }) => drawnMs)),
    },
  ])
}

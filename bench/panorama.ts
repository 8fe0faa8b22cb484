import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'

/** Time from data to the first complete frame, beside the plainest G6 graph of the same nodes and edges. */
const SIZES = [100, 500, 2000]
const RUNS = 7
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

type Measure = 'panoramaMount' | 'bareMount'

declare global {
  interface Window {
    panoramaMount: (size: number) => Promise<number>
    bareMount: (size: number) => Promise<number>
    frameTimes: (size: number) => Promise<{ drag: number; zoom: number; focus: number }>
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

async function buildPage(outDir: string) {
  const root = fileURLToPath(new URL('./panoramaPage', import.meta.url))
  await build({
    root,
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, 'bench.html') } },
  })
}

function serve(directory: string) {
  const server = createServer((request, response) => {
    const path = join(directory, decodeURIComponent((request.url ?? '/').split('?')[0] ?? ''))
    readFile(path).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  return new Promise<{ port: number; close: () => void }>((resolve) => {
    server.listen(0, () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() })
    })
  })
}

/** A stack overflow of the bare graph at 2,000 nodes is a result too. */
async function once(page: Page, measure: Measure, size: number): Promise<number> {
  return page.evaluate(([name, count]) => window[name](count), [measure, size] as const).catch(() => NaN)
}

async function measureSize(page: Page, size: number) {
  const panorama: number[] = []
  const bare: number[] = []
  const runs = size > 1000 ? 3 : RUNS
  for (let run = 0; run < runs; run++) {
    panorama.push(await once(page, 'panoramaMount', size))
    bare.push(await once(page, 'bareMount', size))
  }
  const frames = await page.evaluate((count) => window.frameTimes(count), size)
  const [ours, theirs] = [median(panorama), median(bare)]
  return {
    nodes: size,
    runs,
    'panorama ms': Math.round(ours),
    'bare G6 ms': Math.round(theirs),
    ratio: Number((ours / theirs).toFixed(2)),
    'drag ms/frame': Number(frames.drag.toFixed(1)),
    'zoom ms/frame': Number(frames.zoom.toFixed(1)),
    'focus ms': Math.round(frames.focus),
  }
}

async function main() {
  const directory = await mkdtemp(join(tmpdir(), 'panorama-bench-'))
  await buildPage(directory)
  const server = await serve(directory)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1000 } })
    await page.goto(`http://127.0.0.1:${server.port}/bench.html`)
    const rows = []
    for (const size of process.argv[2] ? [Number(process.argv[2])] : SIZES) rows.push(await measureSize(page, size))
    console.table(rows)
  } finally {
    await browser.close()
    server.close()
    await rm(directory, { recursive: true })
  }
}

await main()

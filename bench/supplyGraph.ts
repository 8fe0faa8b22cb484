import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { cpuMeter } from './pageCpu'
import { printLoad } from './machine'
import type { BenchPage, RivalName, Step } from './supplyGraphPage/benchMain'

/**
 * An ego network of 5,000 nodes and 12,000 edges, drawn by ours and by others at equal decoration: the same places, sizes,
 * tones, widths, dashes (where known) and number of names. Cytoscape.js and Sigma are no dependencies: `GRAPH_PEERS` names a
 * folder whose `node_modules` holds cytoscape, sigma, graphology, graphology-utils and events; without it they are left out.
 * `ROUNDS` (3), `ONLY` (names, comma separated) and `SHOTS` (a folder for pictures) shorten or explain a run.
 */
const [NODES, EDGES] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 12_000)]
const ROUNDS = Number(process.env.ROUNDS ?? 3)
const FRAMES: Record<Step, number> = { drag: 24, hover: 6, zoom: 24, states: 3 }
const MOUNTS = 50
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
}
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

declare global {
  interface Window {
    bench: BenchPage
  }
}

async function buildPages(outDir: string, peers: string | null) {
  const common = { configFile: here('../vite.config.ts'), logLevel: 'error' as const }
  const root = here('./supplyGraphPage')
  await build({
    ...common,
    root,
    build: { outDir, emptyOutDir: true, rollupOptions: { input: join(root, 'bench.html') } },
  })
  if (!peers) return
  const sources = join(outDir, 'peers-source')
  const { mkdir, writeFile } = await import('node:fs/promises')
  await mkdir(sources)
  const from = (path: string) => JSON.stringify(join(peers, 'node_modules', path))
  await writeFile(join(sources, 'cytoscape.js'), `export { default } from ${from('cytoscape/dist/cytoscape.esm.mjs')}`)
  const sigma = `export { default as Graph } from ${from('graphology/dist/graphology.esm.js')}\nexport { default as Sigma } from ${from('sigma/dist/sigma.esm.js')}`
  await writeFile(join(sources, 'sigma.js'), sigma)
  await build({
    ...common,
    root: sources,
    build: {
      outDir: join(outDir, 'peers'),
      lib: {
        entry: ['cytoscape', 'sigma'].map((name) => join(sources, `${name}.js`)),
        formats: ['es'],
        fileName: (_, name) => `${name}.mjs`,
      },
    },
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
  return new Promise<{ url: string; close: () => void }>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ url: `http://127.0.0.1:${port}/bench.html`, close: () => server.close() })
    })
  })
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

interface Result {
  mount: number[]
  mountCpu: number[]
  steps: Record<Step, number[]>
  cpu: Record<Step, number[]>
}

/** Each round opens a page of its own: what one library leaves behind is not the next one's burden. */
async function round(browser: Browser, url: string, name: RivalName, result: Result) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1000 } })
  page.on('pageerror', (error) => console.log(`  ${name}: ${error.message}`))
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in window)
  const meter = await cpuMeter(browser, page)
  const whole = (cost: { renderer: number; drawing: number }) => cost.renderer + cost.drawing
  const mounting = await meter.cost(async () => {
    result.mount.push(
      await page.evaluate(([rival, n, e]) => window.bench.mount(rival, n, e), [name, NODES, EDGES] as const),
    )
  })
  result.mountCpu.push(whole(mounting))
  // Hovering first: it asks for places as they are before anything moved.
  for (const step of ['hover', 'drag', 'zoom', 'states'] as const) await oneStep(page, meter, step, result)
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) })
  await page.evaluate(() => window.bench.unmount())
  await page.close()
}

async function oneStep(page: Page, meter: Awaited<ReturnType<typeof cpuMeter>>, step: Step, result: Result) {
  const cost = await meter.cost(async () => {
    const ms = await page.evaluate(
      ([what, frames, n, e]) => window.bench.run(what, frames, window.bench.busiest(n, e)),
      [step, FRAMES[step], NODES, EDGES] as const,
    )
    result.steps[step].push(ms)
  })
  result.cpu[step].push((cost.renderer + cost.drawing) / FRAMES[step])
}

function rowOf(name: RivalName, result: Result) {
  const ms = (values: number[]) => Number(median(values).toFixed(1))
  const both = (step: Step) => `${ms(result.steps[step])} / ${ms(result.cpu[step])}`
  return {
    drawn: name,
    'first frame ms / cpu': `${ms(result.mount)} / ${ms(result.mountCpu)}`,
    drag: both('drag'),
    hover: both('hover'),
    zoom: both('zoom'),
    'all states': both('states'),
  }
}

async function leaks(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1000 } })
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in window)
  const meter = await cpuMeter(browser, page)
  const client = await page.context().newCDPSession(page)
  const counters = async () => {
    // The heap first: reading it collects, and what waits for collection is no leak.
    const heap = Number((await meter.heap()).toFixed(2))
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters')
    return { heap, nodes, jsEventListeners }
  }
  const mountTimes = (times: number) =>
    page.evaluate(([t, n, e]) => window.bench.mountTimes(t, n, e), [times, NODES, EDGES] as const)
  await mountTimes(5)
  const before = await counters()
  await mountTimes(MOUNTS)
  console.table({ 'after 5 mounts': before, [`after ${MOUNTS} more`]: await counters() })
  console.log('layouts, ms:', await page.evaluate(([n, e]) => window.bench.layoutTimes(n, e), [NODES, EDGES] as const))
  await page.close()
}

async function main() {
  const peers = process.env.GRAPH_PEERS ?? null
  const found =
    peers !== null && existsSync(join(peers, 'node_modules/cytoscape')) && existsSync(join(peers, 'node_modules/sigma'))
  if (!found) console.log('Cytoscape.js and Sigma left out: set GRAPH_PEERS to a folder whose node_modules holds them.')
  const directory = await mkdtemp(join(tmpdir(), 'supply-graph-bench-'))
  await buildPages(directory, found ? peers : null)
  const server = await serve(directory)
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--enable-unsafe-swiftshader'] })
  const all: RivalName[] = ['ours', 'hostedByG6', 'bareG6']
  if (found) all.push('cytoscape', 'cytoscapeStraight', 'sigma')
  const names = all.filter((name) => !process.env.ONLY || process.env.ONLY.split(',').includes(name))
  const empty = () => ({ drag: [], hover: [], zoom: [], states: [] })
  const results = new Map(
    names.map((name): [RivalName, Result] => [name, { mount: [], mountCpu: [], steps: empty(), cpu: empty() }]),
  )
  try {
    console.log(`${NODES} nodes, ${EDGES} edges; ms: wall / processor time of all threads of page and drawing process`)
    for (let i = 0; i < ROUNDS; i++) {
      for (const [name, result] of results) {
        await round(browser, server.url, name, result).catch((reason: unknown) =>
          console.log(`  ${name}: ${String(reason)}`),
        )
      }
    }
    console.table([...results].map(([name, result]) => rowOf(name, result)))
    printLoad()
    await leaks(browser, server.url)
  } finally {
    await browser.close()
    server.close()
    await rm(directory, { recursive: true })
  }
}

await main()

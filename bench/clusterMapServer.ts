import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { PER_DEGREE, PointCollector } from '@server/tiles/packedPoints'
import { PointIndex } from '@server/tiles/pointIndex'
import { syntheticEnterprises } from './syntheticEnterprises'
import { syntheticPlaces } from './syntheticPlaces'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
}
const CHUNK = 20_000
const PAGE = fileURLToPath(new URL('./clusterMapPage', import.meta.url))
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export async function buildPage(outDir: string): Promise<void> {
  await build({
    root: PAGE,
    configFile: here('../vite.config.ts'),
    publicDir: here('../public'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', rollupOptions: { input: join(PAGE, 'bench.html') } },
  })
}

interface Places {
  index: PointIndex
  /** Longitude and latitude in turn, for the browser to cluster. */
  raw: Float32Array
}

/** The enterprises of the points bench, indexed as the product does it. */
export function indexPlaces(enterprises: number): Places {
  const placeOf = syntheticPlaces()
  const collector = new PointCollector()
  const raw: number[] = []
  let lines: string[] = []
  const flush = () => {
    collector.add(lines.join(';'))
    lines = []
  }
  for (const { creditCode, county } of syntheticEnterprises(enterprises)) {
    const place = placeOf(county)
    if (!place) continue
    raw.push(...place)
    lines.push([creditCode, ...place.map((degrees) => Math.round(degrees * PER_DEGREE))].join(','))
    if (lines.length === CHUNK) flush()
  }
  flush()
  return { index: new PointIndex(collector.finish(), 'GCJ-02'), raw: Float32Array.from(raw) }
}

/** The page, the outlines, the raw places and the tiles, from one origin. */
export function servePage(directory: string, { index, raw }: Places) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '')
    const tile = /^\/tiles\/(\d+)\/(\d+)\/(\d+)\.mvt$/u.exec(path)
    if (tile) return answerTile(response, index.tile({ z: Number(tile[1]), x: Number(tile[2]), y: Number(tile[3]) }))
    if (path === '/points.bin') return response.end(Buffer.from(raw.buffer))
    readFile(join(directory, path)).then(
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

function answerTile(response: ServerResponse, body: Uint8Array | null) {
  if (body) response.writeHead(200, { 'content-type': 'application/vnd.mapbox-vector-tile' }).end(body)
  else response.writeHead(204).end()
}

import { gzipSync } from 'node:zlib'
import { setImmediate } from 'node:timers/promises'
import { PER_DEGREE, PointCollector } from '@server/tiles/packedPoints'
import { PointIndex } from '@server/tiles/pointIndex'
import { percentile, spread } from './figures'
import { mapWalk } from './mapWalk'
import { syntheticEnterprises } from './syntheticEnterprises'
import { syntheticPlaces } from './syntheticPlaces'

/* A program of its own, so that the memory is its own: `node --expose-gc … <enterprises>`. */

const CHUNK = 20_000
const BUILDS = 3
const MEGABYTE = 2 ** 20

function* chunks(count: number): Generator<string> {
  const placeOf = syntheticPlaces()
  let lines: string[] = []
  for (const { creditCode, county } of syntheticEnterprises(count)) {
    const place = placeOf(county)
    if (place) lines.push([creditCode, ...place.map((degrees) => Math.round(degrees * PER_DEGREE))].join(','))
    if (lines.length === CHUNK) {
      yield lines.join(';')
      lines = []
    }
  }
  yield lines.join(';')
}

function build(texts: string[]): PointIndex {
  const collector = new PointCollector()
  for (const text of texts) collector.add(text)
  return new PointIndex(collector.finish(), 'GCJ-02')
}

/** Buffers are given back a little after their owners are collected. */
async function memory() {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.()
    await setImmediate()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const texts = [...chunks(Number(process.argv[2] ?? 1_000_000))]
const before = await memory()
let index = build([''])
const times: number[] = []
for (let run = 0; run < BUILDS; run += 1) {
  const started = performance.now()
  index = build(texts)
  times.push(performance.now() - started)
}
const megabytes = ((await memory()) - before) / MEGABYTE
console.log(
  `${index.count} points: parsed, shifted and indexed in ${spread(times)} ms (n=${BUILDS}), ${megabytes.toFixed(0)} MB kept`,
)

const samples: number[] = []
let largest = { bytes: 0, zipped: 0, spots: 0, z: 0 }
for (const at of mapWalk()) {
  const started = performance.now()
  const tile = index.tile(at)
  samples.push(performance.now() - started)
  if (tile && tile.byteLength > largest.bytes) {
    largest = { bytes: tile.byteLength, zipped: gzipSync(tile).byteLength, spots: index.spots(at).length, z: at.z }
  }
}
const ms = (share: number) => percentile(samples, share).toFixed(2)
console.log(`${samples.length} tiles without HTTP: p50 ${ms(0.5)}, p95 ${ms(0.95)}, max ${ms(1)} ms`)
console.log(
  `largest tile: zoom ${largest.z}, ${largest.spots} spots, ${(largest.bytes / 1000).toFixed(0)} kB, gzip ${(largest.zipped / 1000).toFixed(0)} kB`,
)

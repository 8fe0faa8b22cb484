import { bareMap, clientClusters } from './bareMap'
import { pathOfPan, type Drawn } from './drawn'
import { productMap } from './productMap'

const SHENYANG: [number, number] = [123.4, 41.75]
const FRAMES = 90

const host = document.getElementById('host')!
const answers = await Promise.all(['geo/210000.json', 'points.bin'].map((file) => fetch(file)))
const topology = await answers[0]!.json()
/** Longitude and latitude in turn. */
const places = new Float32Array(await answers[1]!.arrayBuffer())

let drawn: Drawn | undefined

async function timed(open: () => Promise<Drawn>) {
  const start = performance.now()
  drawn = await open()
  return performance.now() - start
}

Object.assign(window, {
  /** From data to a map at rest; the map stays until `close`. */
  product: (withPoints: boolean) => timed(() => productMap(host, topology, withPoints)),
  bare: (withNames: boolean) => timed(() => bareMap(host, topology, withNames)),
  client: (count: number) => timed(() => clientClusters(host, places.subarray(0, count * 2))),
  async pan() {
    for (const camera of pathOfPan(SHENYANG, FRAMES)) await drawn?.look(camera)
    return FRAMES
  },
  close() {
    drawn?.close()
    drawn = undefined
    host.replaceChildren()
  },
})

import { parentPort } from 'node:worker_threads'
import { PointCollector } from '../tiles/packedPoints'
import { PointIndex } from '../tiles/pointIndex'
import type { FromTileThread, ToTileThread } from './tileMessages'

/** Runs in a worker thread: builds point indexes and reads tiles off them, many side by side. */

const port = parentPort
if (!port) throw new Error('tileThread runs in a worker thread only')
const collecting = new Map<number, PointCollector>()
const indexes = new Map<number, PointIndex>()

port.on('message', (message: ToTileThread) => {
  const { ask } = message
  try {
    const answer = perform(message)
    const moved = answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : []
    port.postMessage({ ask, answer } satisfies FromTileThread, moved)
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    port.postMessage({ ask, fault } satisfies FromTileThread)
  }
})

function perform({ index, request }: ToTileThread): unknown {
  switch (request.do) {
    case 'add':
      return collectorOf(index).add(request.chunk)
    case 'build': {
      const built = new PointIndex(collectorOf(index).finish(), request.crs)
      collecting.delete(index)
      indexes.set(index, built)
      return built.count
    }
    case 'tile':
      return indexOf(index).tile(request.at)
    case 'marks':
      return indexOf(index).marks(request.box, request.zoom)
    case 'cluster':
      return indexOf(index).cluster(request.id, request.limit)
    case 'drop':
      collecting.delete(index)
      indexes.delete(index)
  }
}

function collectorOf(index: number): PointCollector {
  const collector = collecting.get(index) ?? new PointCollector()
  collecting.set(index, collector)
  return collector
}

function indexOf(index: number): PointIndex {
  const found = indexes.get(index)
  if (!found) throw new Error('no such point index')
  return found
}

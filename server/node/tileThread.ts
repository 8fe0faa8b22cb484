import { PointCollector } from '../tiles/packedPoints'
import { PointIndex } from '../tiles/pointIndex'
import { answerQuestions } from './askedThread'
import type { TileQuestion } from './tileMessages'

/** Runs in a worker thread: builds point indexes and reads tiles off them, many side by side. */

const collecting = new Map<number, PointCollector>()
const indexes = new Map<number, PointIndex>()

answerQuestions(perform)

function perform({ index, request }: TileQuestion): unknown {
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

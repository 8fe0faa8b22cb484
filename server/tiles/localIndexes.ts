import { IndexShelf } from './indexShelf'
import { PointCollector } from './packedPoints'
import { PointIndex } from './pointIndex'
import { POINTS_KEPT, type PointIndexes, type PointSet, type ShelvedPoints } from './pointIndexes'

/** Indexes in this very thread: for the browser, whose worker has nobody else to wait for. */
export const localIndexes = (pointsKept = POINTS_KEPT): PointIndexes => new IndexShelf(buildHere, pointsKept)

async function buildHere(set: PointSet): Promise<ShelvedPoints> {
  const collector = new PointCollector()
  for await (const chunk of set.chunks()) collector.add(chunk)
  const index = new PointIndex(collector.finish(), set.crs)
  return {
    count: index.count,
    tile: (at) => index.tile(at),
    marks: (box, zoom) => index.marks(box, zoom),
    cluster: (id, limit) => index.cluster(id, limit),
    drop: () => undefined,
  }
}

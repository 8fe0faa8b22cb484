import type { Crs } from '@domain/geo/crs'
import { PointCollector } from '../tiles/packedPoints'
import { PointIndex } from '../tiles/pointIndex'
import { keepIndexes } from './keepIndexes'
import type { TileWish } from './tileMessages'

/** Runs in a worker thread: builds point indexes and reads tiles off them, many side by side. */

keepIndexes<string, Crs, TileWish, PointIndex>({
  collect() {
    const collector = new PointCollector()
    return { add: (chunk) => collector.add(chunk), finish: (crs) => new PointIndex(collector.finish(), crs) }
  },
  answer(index, wish) {
    switch (wish.do) {
      case 'tile':
        return index.tile(wish.at)
      case 'marks':
        return index.marks(wish.box, wish.zoom)
      case 'cluster':
        return index.cluster(wish.id, wish.limit)
    }
  },
})

import type { Crs } from '@domain/geo/crs'
import type { PointCluster, PointMarks } from '../tiles/pointIndex'
import { POINTS_KEPT, type PointIndexes, type PointSet, type ReadablePoints } from '../tiles/pointIndexes'
import type { TileWish } from './tileMessages'
import { threadShelf } from './threadShelf'

/** Point indexes in a worker thread. */
export const threadIndexes = (pointsKept = POINTS_KEPT): PointIndexes =>
  threadShelf<PointSet, string, Crs, TileWish, ReadablePoints>({
    thread: new URL('./tileThread.ts', import.meta.url),
    room: pointsKept,
    how: ({ crs }) => crs,
    wrap: ({ count, ask }) => ({
      count,
      tile: (at) => ask<Uint8Array<ArrayBuffer> | null>({ do: 'tile', at }),
      marks: (box, zoom) => ask<PointMarks>({ do: 'marks', box, zoom }),
      cluster: (id, limit) => ask<PointCluster | null>({ do: 'cluster', id, limit }),
    }),
  })

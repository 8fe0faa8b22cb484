import { IndexShelf } from '../tiles/indexShelf'
import type { PointCluster, PointMarks } from '../tiles/pointIndex'
import { POINTS_KEPT, type PointIndexes, type PointSet, type ShelvedPoints } from '../tiles/pointIndexes'
import { openingThread, type AskThread } from './askThread'
import type { TileQuestion, TileRequest } from './tileMessages'

/** Indexes in a worker thread, so that indexing a million points holds up nothing else. */
export function threadIndexes(pointsKept = POINTS_KEPT): PointIndexes {
  const thread = openingThread<TileQuestion>(new URL('./tileThread.ts', import.meta.url), () => shelf.clear())
  const shelf = new IndexShelf((set: PointSet) => buildThere(thread.open(), set), pointsKept)
  return {
    use: (set, read) => shelf.use(set, read),
    async close() {
      shelf.clear()
      await thread.close()
    },
  }
}

let serial = 0

async function buildThere(thread: AskThread<TileQuestion>, set: PointSet): Promise<ShelvedPoints> {
  serial += 1
  const index = serial
  const ask = <T>(request: TileRequest) => thread.ask<T>({ index, request })
  const drop = () => void ask({ do: 'drop' }).catch(() => undefined)
  try {
    for await (const chunk of set.chunks()) await ask({ do: 'add', chunk })
    const count = await ask<number>({ do: 'build', crs: set.crs })
    return {
      count,
      tile: (at) => ask<Uint8Array<ArrayBuffer> | null>({ do: 'tile', at }),
      marks: (box, zoom) => ask<PointMarks>({ do: 'marks', box, zoom }),
      cluster: (id, limit) => ask<PointCluster | null>({ do: 'cluster', id, limit }),
      drop,
    }
  } catch (error) {
    drop()
    throw error
  }
}

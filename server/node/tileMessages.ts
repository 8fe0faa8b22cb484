import type { Crs } from '@domain/geo/crs'
import type { Box, TileAddress } from '../tiles/tileGrid'

/** To the thread: first what an index is made of, then questions about it. */
export type TileRequest =
  | { do: 'add'; chunk: string }
  | { do: 'build'; crs: Crs }
  | { do: 'tile'; at: TileAddress }
  | { do: 'marks'; box: Box; zoom: number }
  | { do: 'cluster'; id: number; limit: number }
  | { do: 'drop' }

export interface TileQuestion {
  /** Which index it is about. */
  index: number
  request: TileRequest
}

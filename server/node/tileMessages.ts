import type { Box, TileAddress } from '../tiles/tileGrid'

/** A question about one point index. */
export type TileWish =
  | { do: 'tile'; at: TileAddress }
  | { do: 'marks'; box: Box; zoom: number }
  | { do: 'cluster'; id: number; limit: number }

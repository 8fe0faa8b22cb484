import type { Crs } from '@domain/geo/crs'
import type { IndexOrder, Shelved } from './indexShelf'
import type { PointCluster, PointMarks } from './pointIndex'
import type { Box, TileAddress } from './tileGrid'

/** What an index is made of: `key` is the filter, `version` that of the data. */
export interface PointSet extends IndexOrder {
  crs: Crs
  /** Chunks of text as `PointCollector` takes them, in the same order every time: cluster ids follow from it. */
  chunks(): AsyncIterable<string>
}

type Soon<T> = T | Promise<T>

/** A finished index, wherever it lives. */
export interface ReadablePoints {
  readonly count: number
  tile(at: TileAddress): Soon<Uint8Array<ArrayBuffer> | null>
  marks(box: Box, zoom: number): Soon<PointMarks>
  cluster(id: number, limit: number): Soon<PointCluster | null>
}

/** 点位索引: one per filter, built when first asked for and kept while there is room. */
export interface PointIndexes {
  use<T>(set: PointSet, read: (points: ReadablePoints) => Soon<T>): Promise<T>
  close(): Promise<void>
}

export type ShelvedPoints = ReadablePoints & Shelved

/** Points kept altogether; a million take about 100 MB. */
export const POINTS_KEPT = 2_500_000

/* Tables of places: clusters and outlines. Types follow the rules of schema.ts. */

/** 产业集群: a chain (or node) in a set of counties. */
export interface IndustryClusterTable {
  id: string
  dataset: string
  province: string
  name: string
  chain: string
  node: string | null
  /** national, featured (中小企业特色产业集群), provincial, municipal or own (自定). */
  level: string
  batch_name: string | null
  document: string | null
  created_at: string
  created_by: string
  updated_at: string
  /** Removed ones stay, so that a removal can be undone. */
  removed_at: string | null
  /** Counts every change, removals included: the sum over a province never falls. */
  revision: number
}

export interface IndustryClusterRegionTable {
  cluster: string
  region: string
}

/** 官方界线 that replace the bundled outlines of a province. */
export interface BoundarySetTable {
  province: string
  /** TopoJSON with the objects county, city, province. */
  topology: string
  crs: string
  review_number: string | null
  source: string
  source_date: string
  imported_at: string
  imported_by: string
  file_name: string
  file_hash: string
}

/** 区域指标: a figure of a region as one batch gave it. */
export interface RegionFactTable {
  dataset: string
  /** The division as found, abolished ones included. */
  region: string
  /** The day on which a code that two places had in turn is to be read; '' = the end of the period. */
  recorded_on: string
  indicator: string
  period: string
  value: string
  /** That of the catalogue. */
  unit: string
  /** The cell with its unit, before conversion. */
  as_given: string
  /** 疑似单位错误, in words. */
  doubt: string | null
  batch_id: string
  row_no: number
  /** From 0, in the file as it came. */
  col_no: number
}

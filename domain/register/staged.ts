import type { Crs } from '../geo/crs'

export type Verdict = 'accepted' | 'quarantined' | 'rejected' | 'duplicate'

/** 问题: what is wrong with a row and what to do about it. */
export interface Problem {
  level: 'error' | 'warning'
  field: string
  code: string
  message: string
}

/** A measured value in the storage unit: 万元 (4 dp), 吨标准煤 (4 dp), 人; of a region, that of the catalogue. */
export interface RowFact {
  indicator: string
  period: string
  value: string
  unit: string
  /** Of a region's figure: the cell as it stood, with its unit; the column from 0; why the unit is in doubt. */
  given?: string
  column?: number
  doubt?: string
}

export interface RowMembership {
  chain: string
  node: string
  confidence: number
  reason: string
}

/** 坐标 in CGCS2000 degrees; `crs` is the system they were given in. */
export interface StagedPoint {
  lng: number
  lat: number
  crs: Crs
}

export type LocatedBy = 'declared' | 'address' | 'code' | 'none'
export type LocatedLevel = 'province' | 'city' | 'county'

/** 待审行: one row of the file after judgement, before publication. */
export interface StagedRow {
  row: number
  verdict: Verdict
  problems: Problem[]
  creditCode: string | null
  name: string | null
  countyFound: string | null
  locatedBy: LocatedBy
  locatedLevel: LocatedLevel | null
  address: string | null
  products: string | null
  businessScope: string | null
  industryCode: string | null
  inStatScope: boolean | null
  registeredOn: string | null
  point: StagedPoint | null
  facts: RowFact[]
  memberships: RowMembership[]
  /** Fields of honours, leaders and links, and those of the register that have no column of their own. */
  extra: Record<string, string>
  /** The row as it came, personal columns already gone. */
  raw: string[]
}

import { createHash } from 'node:crypto'
import { type DivisionJoin, type MissingUnit, SOURCE_DATE } from './joinDivisions'
import { COARSE_SETTINGS, COUNTRY_SETTINGS, COUNTY_SETTINGS } from './buildTopology'
import { SOUTH_SEA_INSET } from './islandGroups'

/** public/geo/manifest.json. */
export interface BoundaryManifest {
  about: string
  crs: 'GCJ-02'
  /** 审图号; null: 示意图, not for publication. */
  reviewNumber: string | null
  notice: string
  /** The day whose divisions the outlines show, roughly. */
  sourceDate: string
  /** Codes and names are those of this month. */
  divisionsAsOf: string
  sources: BoundarySource[]
  settings: Record<'county' | 'coarse' | 'country', typeof COUNTY_SETTINGS>
  inset: { name: string; bbox: readonly number[] }
  files: Record<string, BoundaryFile>
}

export interface BoundarySource {
  name: string
  version: string
  licence: string
  use: string
  remark: string
}

export interface BoundaryFile {
  file: string
  name: string
  bytes: number
  sha256: string
  settings: 'county' | 'coarse' | 'country'
  /** Outlines of the object county; 0 in the file of the country. */
  counties: number
  polygons: { source: number; output: number }
  missing: MissingUnit[]
  approximate: { code: string; name: string; note: string }[]
  unlisted: { code: string; name: string }[]
  recoded: Record<string, string>
}

const NO_COUNTIES: DivisionJoin = { units: [], missing: [], unlisted: [], recoded: {} }

export function describeFile(
  name: string,
  file: string,
  text: string,
  facts: Pick<BoundaryFile, 'settings' | 'polygons'>,
  { units, missing, unlisted, recoded }: DivisionJoin = NO_COUNTIES,
): BoundaryFile {
  return {
    file,
    name,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    ...facts,
    counties: units.length,
    missing,
    approximate: units.filter(({ note }) => note !== '').map(({ code, name, note }) => ({ code, name, note })),
    unlisted,
    recoded,
  }
}

export function describeBoundaries(
  divisionsAsOf: string,
  sources: BoundarySource[],
  files: Record<string, BoundaryFile>,
): BoundaryManifest {
  return {
    about: '各级行政区划界线（TopoJSON）。由 scripts/boundaries/build.ts 生成，请勿手改。',
    crs: 'GCJ-02',
    reviewNumber: null,
    notice: '示意图，无审图号，不得公开；正式使用前须导入带审图号的界线数据',
    sourceDate: SOURCE_DATE,
    divisionsAsOf,
    sources,
    settings: { county: COUNTY_SETTINGS, coarse: COARSE_SETTINGS, country: COUNTRY_SETTINGS },
    inset: { name: '南海诸岛', bbox: SOUTH_SEA_INSET },
    files,
  }
}

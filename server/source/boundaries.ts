import type { Selectable } from 'kysely'
import type { BoundarySet } from '@contract/boundaries'
import { CRS_IDS, type Crs } from '@domain/geo/crs'
import type { BoundarySetTable } from '@server/db/placeTables'
import { BUNDLED_OUTLINES } from '@server/boundaries/bundledOutlines'
import { COUNTRY, maySee, provinceOf, requireRegion, type SourceContext } from './context'
import { notFound } from './failure'
import type { Principal } from './principal'
import { forStaff } from './unitValues'

/** A set without its outlines. */
export type BoundaryRow = Omit<Selectable<BoundarySetTable>, 'topology'>

const SET_COLUMNS = [
  'province',
  'crs',
  'review_number',
  'source',
  'source_date',
  'imported_at',
  'imported_by',
  'file_name',
  'file_hash',
] as const

/** 坐标系 of the outlines that the region's province is drawn with: official ones where imported, else the bundled. */
export async function displayCrs(context: SourceContext, region: string): Promise<Crs> {
  const row = await context.db
    .selectFrom('boundary_set')
    .select('crs')
    .where('province', '=', provinceOf(region))
    .executeTakeFirst()
  return row ? crsOf(row.crs) : BUNDLED_OUTLINES.crs
}

/** A city or county is drawn with the outlines of its province, which are no more secret than a map. */
const maySeeOutlines = (context: SourceContext, principal: Principal, province: string) =>
  provinceOf(principal.region) === province || maySee(context, principal, province)

/** What every province in sight is drawn with, the country first. */
export async function listBoundaries(context: SourceContext, principal: Principal): Promise<BoundarySet[]> {
  const rows = await context.db.selectFrom('boundary_set').select(SET_COLUMNS).execute()
  const imported = new Map(rows.map((row) => [row.province, row]))
  const codes = [COUNTRY, ...context.regions.provinces().map(({ code }) => code)]
  const visible = codes.filter((code) => code === COUNTRY || maySeeOutlines(context, principal, code))
  return visible.map((code) => {
    const row = imported.get(code)
    if (!row) return bundledSet(context, code)
    const set = officialSet(context, row)
    return { ...set, importedBy: forStaff(principal, set.importedBy), fileName: forStaff(principal, set.fileName) }
  })
}

/** The imported outlines as TopoJSON text; refused where the province is drawn with the bundled ones. */
export async function readOutlineFile(context: SourceContext, principal: Principal, province: string) {
  if (!maySeeOutlines(context, principal, province)) requireRegion(context, principal, province, 'province')
  const row = await context.db
    .selectFrom('boundary_set')
    .select(['topology', ...SET_COLUMNS])
    .where('province', '=', province)
    .executeTakeFirst()
  if (!row) throw notFound(`${context.regions.name(province)}没有导入官方界线，使用随产品提供的界线`, 'province')
  return { topology: row.topology, version: versionOf(row) }
}

/** Admitted by the contract when it was stored. */
const crsOf = (stored: string): Crs => CRS_IDS.find((crs) => crs === stored) ?? BUNDLED_OUTLINES.crs

const versionOf = ({ file_hash, imported_at }: BoundaryRow) => `${file_hash.slice(0, 12)}-${Date.parse(imported_at)}`

export function officialSet({ regions }: SourceContext, row: BoundaryRow): BoundarySet {
  return {
    province: row.province,
    name: regions.name(row.province),
    origin: 'official',
    crs: crsOf(row.crs),
    reviewNumber: row.review_number,
    source: row.source,
    sourceDate: row.source_date,
    licence: '由导入单位取得并对使用权负责',
    publicExport: row.review_number !== null,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    fileName: row.file_name,
    version: versionOf(row),
  }
}

export function bundledSet({ regions, mapReviewNumber }: SourceContext, province: string): BoundarySet {
  const reviewNumber = mapReviewNumber ?? null
  return {
    province,
    name: province === COUNTRY ? '全国' : regions.name(province),
    origin: 'bundled',
    ...BUNDLED_OUTLINES,
    reviewNumber,
    publicExport: reviewNumber !== null,
    importedAt: null,
    importedBy: null,
    fileName: null,
    version: '',
  }
}

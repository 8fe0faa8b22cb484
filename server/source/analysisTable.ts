import { Decimal } from 'decimal.js'
import type { ClusterIndicator, ClusterRegion } from '@contract/clusters'
import type { Suppression } from '@domain/disclosure/suppression'
import { ratioOf } from '@domain/indicator/rounding'
import { areaName, type Analysis, type Area } from './analysisFrame'
import { clusterRegion } from './clusterRegion'
import { NO_ROWS, readRegionRows, sumRows, type RegionRows } from './clusterRows'
import { knowledgeIn } from './clustersNation'
import { COUNTRY, type SourceContext } from './context'
import { knowledgeOf, type Knowledge } from './figures'
import { growthMissing, quotientAgainst, yearBefore } from './regionMeasures'
import type { Frame } from './view'

/** One region: what the cluster map says of it, and the rows behind. */
export interface TableRow {
  code: string
  name: string
  region: ClusterRegion
  own: RegionRows
}

/** The regions of an area in one period, by the same rules as the cluster map. */
export interface RegionTable {
  root: RegionRows
  rows: TableRow[]
}

/** `lists`: whether it matters which lists were published, as it does for 规上 and 优质企业. */
export async function readTable(
  { context, subject }: Analysis,
  frame: Frame,
  area: Area,
  lists = false,
): Promise<RegionTable> {
  const isNation = area.among === COUNTRY
  const asked = isNation ? area.codes : [...new Set([...area.codes, area.among])]
  const found = await readRegionRows(context, frame, subject, yearBefore(frame.period), asked)
  const root = isNation ? sumRows([...found.values()]) : (found.get(area.among) ?? NO_ROWS)
  const known = lists ? await knowledgeBy(context, frame, area, subject.chain, found, root) : () => NOT_ASKED
  const rows = area.codes.map((code): TableRow => {
    const own = found.get(code) ?? NO_ROWS
    const region = clusterRegion(context, { code, own, root, known: known(code), unlocated: false })
    return { code, name: areaName(context, code), region, own }
  })
  return { root, rows }
}

const NOT_ASKED: Knowledge = { statScope: false, honours: false, leaders: false }

async function knowledgeBy(
  context: SourceContext,
  frame: Frame,
  { among }: Area,
  chain: string,
  found: ReadonlyMap<string, RegionRows>,
  root: RegionRows,
): Promise<(code: string) => Knowledge> {
  if (among === COUNTRY) {
    const each = await knowledgeIn(context, frame, chain, found)
    return (code) => each.get(code) ?? NOT_ASKED
  }
  const known = await knowledgeOf(context, { ...frame, region: among }, chain, root.total)
  return () => known
}

/** One number of one region, with what it is ranked by. */
export interface Measure {
  /** As shown, rounded once. */
  value: string | null
  exact: Decimal | null
  suppressed: Suppression | null
  missing: string | null
}

const COUNTS = ['enterprises', 'aboveScale', 'honoured'] as const
type CountIndicator = (typeof COUNTS)[number]
export const isCount = (indicator: ClusterIndicator): indicator is CountIndicator =>
  (COUNTS as readonly string[]).includes(indicator)

const NO_LIST: Record<CountIndicator, string> = {
  enterprises: '没有企业名录',
  aboveScale: '没有企业报送纳统情况',
  honoured: '没有导入荣誉名单',
}

export function measureOf(indicator: ClusterIndicator, row: TableRow, root: RegionRows): Measure {
  const { region, own } = row
  if (isCount(indicator)) return reported(region.figures[indicator], NO_LIST[indicator])
  const suppressed = suppressionOf(indicator, row, root)
  if (suppressed) return { value: null, exact: null, suppressed, missing: null }
  const value = indicator === 'revenue' ? region.figures.revenueWan : region[indicator]
  const exact = value === null ? null : exactOf(indicator, own, root)
  const missing = value === null ? missingWords(indicator, own) : null
  return { value, exact: exact ?? (value === null ? null : new Decimal(value)), suppressed: null, missing }
}

function reported(count: number | null, missing: string): Measure {
  const value = count === null ? null : String(count)
  return { value, exact: value === null ? null : new Decimal(value), suppressed: null, missing: value ? null : missing }
}

/** Why a number is not public: that of the first sum in it that is not. */
function suppressionOf(
  indicator: Exclude<ClusterIndicator, CountIndicator>,
  { region, own }: TableRow,
  root: RegionRows,
): Suppression | null {
  if (indicator === 'revenue') return region.figures.revenueSuppressed
  if (!region.suppressed.includes(indicator)) return null
  const rows = [own.subject, own.total, own.before, root.subject, root.total]
  return rows.find((row) => row.revenue_suppressed !== null)?.revenue_suppressed ?? 'complementary'
}

/** Unrounded: two regions that print alike need not be equal. */
function exactOf(
  indicator: Exclude<ClusterIndicator, CountIndicator>,
  own: RegionRows,
  root: RegionRows,
): Decimal | null {
  const { subject, total, before } = own
  switch (indicator) {
    case 'revenue':
      return subject.revenue_wan === null ? null : new Decimal(subject.revenue_wan)
    case 'concentration':
      return ratioOf(subject.revenue_wan, total.revenue_wan)
    case 'quotient':
      return new Decimal(quotientAgainst(own, root)?.value ?? 0)
    case 'growth':
      return ratioOf(subject.revenue_wan, before.revenue_wan)?.minus(1) ?? null
  }
}

function missingWords(indicator: ClusterIndicator, { subject, before }: RegionRows): string {
  if (subject.enterprises === 0) return '没有企业'
  if (indicator === 'growth') return growthMissing(before, subject)
  if (indicator === 'quotient') return '没有可比的数'
  return '未报送营业收入'
}

export const ESTIMATED = '按现有数据推算，非统计口径'

import { sql } from 'kysely'
import type { Figures } from '@contract/panorama'
import type { Suppression } from '@domain/disclosure/suppression'
import { provinceOf, type SourceContext } from './context'
import type { Frame } from './view'

/** One pre-aggregated row: the figures of a unit (node, group, stage, chain, total, linked) in a region. */
export interface UnitRow {
  enterprises: number
  /** How many of them reported 是否纳入统计范围 at all. */
  stat_known: number
  above_scale: number
  honoured: number
  leaders: number
  /** null where nobody reported, and where the sum is suppressed. */
  revenue_wan: string | null
  revenue_reporting: number
  /** Why `revenue_wan` is not public though reported; null = it is. */
  revenue_suppressed: Suppression | null
}

export const NOTHING: UnitRow = {
  enterprises: 0,
  stat_known: 0,
  above_scale: 0,
  honoured: 0,
  leaders: 0,
  revenue_wan: null,
  revenue_reporting: 0,
  revenue_suppressed: null,
}

export type Units = ReadonlyMap<string, UnitRow>

export const unitOf = (units: Units, kind: string, unit = '') => units.get(`${kind} ${unit}`) ?? NOTHING

/** The figures of a row of aggregates as they leave the database: what is suppressed stays there. */
export const FIGURE_COLUMNS = sql.raw(`enterprises, stat_known, above_scale, honoured, leaders,
  (case when revenue_suppressed is null then revenue_wan end)::text, revenue_reporting, revenue_suppressed`)

export type PackedFigures = [number, number, number, number, number, string | null, number, Suppression | null]

export function unitRow(packed: PackedFigures): UnitRow {
  const [enterprises, stat_known, above_scale, honoured, leaders, revenue_wan, revenue_reporting, revenue_suppressed] =
    packed
  return {
    enterprises,
    stat_known,
    above_scale,
    honoured,
    leaders,
    revenue_wan,
    revenue_reporting,
    revenue_suppressed,
  }
}

/** All units of one chain, and the region's totals, in one answer: rows cross the embedded engine's border as one text. */
export async function readUnits(context: SourceContext, frame: Frame, region: string, chain: string): Promise<Units> {
  const { rows } = await sql<{ units: string | null }>`
    select json_agg(json_build_array(unit_kind, unit, ${FIGURE_COLUMNS}))::text as units
    from aggregate
    where dataset = ${frame.dataset} and mode_key = ${frame.modeKey} and region = ${region}
      and chain in (${chain}, '') and scope = ${frame.scope} and period = ${frame.period}`.execute(context.db)
  const list = JSON.parse(rows[0]?.units ?? '[]') as [string, string, ...PackedFigures][]
  return new Map(list.map(([kind, unit, ...figures]) => [`${kind} ${unit}`, unitRow(figures)]))
}

/** What is known of the region as a whole decides whether an absent figure is a zero or 未报送. */
export interface Knowledge {
  statScope: boolean
  honours: boolean
  leaders: boolean
}

export function figuresOf(row: UnitRow, known: Knowledge): Figures {
  return {
    enterprises: row.enterprises,
    aboveScale: aboveScaleOf(row, known),
    revenueWan: row.revenue_reporting > 0 && row.revenue_suppressed === null ? row.revenue_wan : null,
    revenueSuppressed: row.revenue_suppressed,
    revenueReporting: row.revenue_reporting,
    honoured: known.honours ? row.honoured : null,
    leaders: known.leaders ? row.leaders : null,
  }
}

/** Which lists a province ever published: without a list, nobody's zero is a zero. */
export async function knowledgeOf(
  context: SourceContext,
  frame: Frame,
  chain: string,
  total: UnitRow,
): Promise<Knowledge> {
  const { dataset } = frame
  const own = sql`b.province = ${provinceOf(frame.region)} and b.status = 'published'`
  const { rows } = await sql<{ honours: boolean; leaders: boolean }>`
    select exists (select 1 from honour h join batch b on b.id = h.batch_id where h.dataset = ${dataset} and ${own}) as honours,
      exists (select 1 from leader l join batch b on b.id = l.batch_id
        where l.dataset = ${dataset} and l.chain = ${chain} and ${own}) as leaders`.execute(context.db)
  return { statScope: total.stat_known > 0, honours: rows[0]?.honours ?? false, leaders: rows[0]?.leaders ?? false }
}

/** 规上 of a unit: unknown where nobody of the region, or nobody of this unit, reported 是否纳统. */
export const aboveScaleOf = (row: UnitRow, known: Knowledge): number | null =>
  known.statScope && (row.enterprises === 0 || row.stat_known > 0) ? row.above_scale : null

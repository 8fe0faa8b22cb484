import { sql } from 'kysely'
import type { BoardPoint } from '@contract/board'
import type { Suppression } from '@domain/disclosure/suppression'
import { formatRef } from '@domain/figure/figureRef'
import { seriesOf, type Series } from '@domain/period/series'
import { NO_ROWS, type RegionRows } from './clusterRows'
import { readingsOf } from './compareRows'
import { provinceOf, type SourceContext } from './context'
import { FIGURE_COLUMNS, unitRow, type PackedFigures, type UnitRow } from './figures'
import { ratioText } from './regionMeasures'
import { periodsIn, type Frame } from './view'

/** One measured value, or why there is none. */
export interface Measure {
  value: string | null
  suppressed: Suppression | null
}

export const revenueOf = ({ revenue_wan, revenue_reporting, revenue_suppressed }: UnitRow): Measure => ({
  value: revenue_reporting > 0 && revenue_suppressed === null ? revenue_wan : null,
  suppressed: revenue_suppressed,
})

/** 产业集聚度 = revenue of the chain ÷ revenue of everything in the register. */
export function concentrationOf({ subject, total }: RegionRows): Measure {
  const [own, whole] = [revenueOf(subject), revenueOf(total)]
  const suppressed = subject.revenue_reporting > 0 ? (own.suppressed ?? whole.suppressed) : null
  return { value: suppressed === null ? ratioText(own.value, whole.value) : null, suppressed }
}

/** The chain and its region over the periods of one kind. */
export interface ChainSeries extends Series {
  rows: ReadonlyMap<string, RegionRows>
}

/** Only periods with data are read, all in one answer; every other place of the axis is a gap. */
export async function readChainSeries(
  context: SourceContext,
  frame: Frame,
  chain: string,
  before: string | null,
): Promise<ChainSeries> {
  const available = await periodsIn(context, provinceOf(frame.region), frame.dataset)
  const series = seriesOf(available, frame.period) ?? { kind: 'year' as const, words: '', periods: [frame.period] }
  const known = series.periods.filter((period) => period === frame.period || available.includes(period))
  const wanted = new Set([...known, ...(before === null ? [] : [before])])
  return { ...series, rows: await readPeriods(context, frame, chain, [...wanted]) }
}

type Packed = [period: string, kind: string, ...PackedFigures]

/** Rows of the chain and of its region's register, each period in the reading of divisions that serves it. */
async function readPeriods(context: SourceContext, frame: Frame, chain: string, periods: readonly string[]) {
  const readings = JSON.stringify(await readingsOf(context, frame, periods))
  const { rows } = await sql<{ packed: string | null }>`
    select json_agg(json_build_array(a.period, a.unit_kind, ${FIGURE_COLUMNS}))::text as packed
    from aggregate a
    join json_to_recordset(${readings}::json) as k (period text, key text) on k.period = a.period and k.key = a.mode_key
    where a.dataset = ${frame.dataset} and a.region = ${frame.region} and a.scope = ${frame.scope}
      and ((a.chain = ${chain} and a.unit_kind = 'chain' and a.unit = ${chain})
        or (a.chain = '' and a.unit_kind = 'total' and a.unit = ''))`.execute(context.db)
  const found = new Map<string, RegionRows>(periods.map((period) => [period, { ...NO_ROWS }]))
  for (const [period, kind, ...figures] of JSON.parse(rows[0]?.packed ?? '[]') as Packed[]) {
    const own = found.get(period)
    if (own) own[kind === 'total' ? 'total' : 'subject'] = unitRow(figures)
  }
  return found
}

/** One line of the series; a period nobody reported, or that was never imported, is a gap. */
export function pointsOf(
  series: ChainSeries,
  frame: Frame,
  chain: string,
  indicator: 'revenue' | 'concentration',
): BoardPoint[] {
  const measure = indicator === 'revenue' ? (rows: RegionRows) => revenueOf(rows.subject) : concentrationOf
  const { region, scope, mode, dataset } = frame
  return series.periods.map((period) => {
    const rows = series.rows.get(period)
    if (!rows) return { period, value: null, suppressed: null, ref: null }
    const ref = {
      indicator,
      region,
      chain,
      kind: 'chain',
      unit: '',
      scope,
      period,
      mode,
      dataset,
      against: null,
    } as const
    return { period, ...measure(rows), ref: formatRef(ref) }
  })
}

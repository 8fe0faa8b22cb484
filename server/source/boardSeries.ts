import type { BoardPoint } from '@contract/board'
import type { Suppression } from '@domain/disclosure/suppression'
import { formatRef } from '@domain/figure/figureRef'
import { seriesOf, type Series } from '@domain/period/series'
import { NO_ROWS, readRegionRows, subjectOf, type RegionRows } from './clusterRows'
import { provinceOf, type SourceContext } from './context'
import type { UnitRow } from './figures'
import { modeKey } from './modeKey'
import type { Principal } from './principal'
import { ratioText } from './regionMeasures'
import { frameOf, periodsIn, type Frame } from './view'

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
  const suppressed = own.suppressed ?? whole.suppressed
  return { value: suppressed === null ? ratioText(own.value, whole.value) : null, suppressed }
}

/** The chain and its region over the periods of one kind. */
export interface ChainSeries extends Series {
  rows: ReadonlyMap<string, RegionRows>
}

/** Only periods with data are read; every other place of the axis is a gap. */
export async function readChainSeries(
  context: SourceContext,
  principal: Principal,
  frame: Frame,
  chain: string,
  alsoBefore: string | null,
): Promise<ChainSeries> {
  const available = await periodsIn(context, provinceOf(frame.region), frame.dataset)
  const series = seriesOf(available, frame.period) ?? { kind: 'year' as const, words: '', periods: [frame.period] }
  const known = series.periods.filter((period) => period === frame.period || available.includes(period))
  const wanted = alsoBefore === null || known.includes(alsoBefore) ? known : [...known, alsoBefore]
  const read = await Promise.all(
    wanted.map(async (period): Promise<[string, RegionRows]> => {
      const there = await frameAt(context, principal, frame, period)
      const rows = await readRegionRows(context, there, subjectOf(chain, null), null, [frame.region])
      return [period, rows.get(frame.region) ?? NO_ROWS]
    }),
  )
  return { ...series, rows: new Map(read) }
}

/** Today's divisions read every period alike; those of the time have to be looked up. */
async function frameAt(context: SourceContext, principal: Principal, frame: Frame, period: string): Promise<Frame> {
  if (period === frame.period) return frame
  if (frame.mode === 'current') return { ...frame, period, modeKey: modeKey('current', period) }
  const { region, scope, mode, dataset } = frame
  return frameOf(context, principal, { region, scope, mode, dataset, period })
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

import type { z } from 'zod'
import type { AnalysisForm, Ranking, RankingQuery, RankingRow } from '@contract/analysis'
import type { ClusterIndicator } from '@contract/clusters'
import { orderOf, type Order } from '@domain/indicator/orderOf'
import { periodWords } from '@domain/period/period'
import { areaName, areaOf, headOf, openAnalysis, type Analysis, type Area } from './analysisFrame'
import { ESTIMATED, isCount, measureOf, readTable, type Measure, type RegionTable } from './analysisTable'
import { clusterMethod } from './clusterRegion'
import { registerPeriods } from './compareRows'
import { trendAxis } from './compareTrend'
import { provinceOf, type SourceContext } from './context'
import type { Principal } from './principal'
import { yearBefore } from './regionMeasures'
import { frameOf, periodsIn } from './view'

const FORMS: Record<ClusterIndicator, AnalysisForm> = {
  enterprises: 'count',
  revenue: 'money',
  concentration: 'ratio',
  quotient: 'number',
  honoured: 'count',
  aboveScale: 'count',
  growth: 'ratio',
}

/** More periods than this do not fit into a spark line. */
const MOST_PERIODS = 8

/** 排名: the regions of the cluster map, in order of one of its indicators. */
export async function readRanking(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof RankingQuery>,
): Promise<Ranking> {
  const analysis = await openAnalysis(context, principal, query)
  const area = await areaOf(analysis, query.level)
  const { indicator } = query
  const { periods, tables } = await readCourse(analysis, area, indicator)
  const { period } = analysis.frame
  const before = yearBefore(period)
  const now = ordered(indicator, tables.get(period))
  const earlier = before === null ? undefined : tables.get(before)
  const then = ordered(indicator, earlier)
  const ranksBefore = new Map(then.map(({ item, rank }) => [item.row.code, rank]))
  const changes = rankChanges(now, then)
  const course = new Map(periods.map((own) => [own, measuresOf(indicator, tables.get(own))]))
  return {
    ...headOf(analysis, methodOf(areaName(context, area.among))),
    indicator,
    form: FORMS[indicator],
    estimated: indicator === 'growth' ? ESTIMATED : null,
    level: area.level,
    among: area.among,
    amongName: areaName(context, area.among),
    ranked: now.filter(({ rank }) => rank !== null).length,
    periods,
    before: earlier && before !== null ? { period: before, text: periodWords(before) } : null,
    beforeMissing: earlier ? null : beforeWords(indicator, before),
    rows: now.map(({ item: { row, measure }, rank }): RankingRow => {
      const rankBefore = ranksBefore.get(row.code) ?? null
      return {
        code: row.code,
        name: row.name,
        rank,
        value: measure.value,
        suppressed: measure.suppressed,
        missing: measure.missing,
        enterprises: row.region.figures.enterprises,
        rankBefore,
        rankChange: changes.get(row.code) ?? null,
        trend: periods.map((own) => {
          const point = course.get(own)?.get(row.code)
          return { period: own, value: point?.value ?? null, suppressed: point?.suppressed ?? null }
        }),
      }
    }),
  }
}

interface Entry {
  row: RegionTable['rows'][number]
  measure: Measure
  exact: Measure['exact']
  isSuppressed: boolean
}

/** A region that has none of it has no rank; a growth of 0 is a growth. */
function ordered(indicator: ClusterIndicator, table: RegionTable | undefined) {
  const entries = (table?.rows ?? []).map((row): Entry => {
    const measure = measureOf(indicator, row, table?.root ?? row.own)
    return { row, measure, exact: measure.exact, isSuppressed: measure.suppressed !== null }
  })
  return orderOf(entries, (value) => indicator === 'growth' || !value.isZero())
}

/** Among those that have a rank in both years only: who was not public a year ago must not push the others down. */
function rankChanges(now: readonly Order<Entry>[], then: readonly Order<Entry>[]): Map<string, number> {
  const codes = (list: readonly Order<Entry>[]) =>
    new Set(list.flatMap(({ item, rank }) => (rank === null ? [] : [item.row.code])))
  const [here, there] = [codes(now), codes(then)]
  const among = (list: readonly Order<Entry>[]) => {
    const common = list.filter(({ item }) => here.has(item.row.code) && there.has(item.row.code))
    const isHigher = (a: Order<Entry>, b: Order<Entry>) => (a.rank ?? 0) < (b.rank ?? 0)
    return new Map(common.map((own) => [own.item.row.code, common.filter((other) => isHigher(other, own)).length]))
  }
  const [later, earlier] = [among(now), among(then)]
  return new Map([...later].map(([code, place]) => [code, (earlier.get(code) ?? place) - place]))
}

const measuresOf = (indicator: ClusterIndicator, table: RegionTable | undefined): Map<string, Measure> =>
  new Map((table?.rows ?? []).map((row) => [row.code, measureOf(indicator, row, table?.root ?? row.own)]))

/** The same regions in every period of the kind that has data; counts only where there was a register of that time. */
async function readCourse(analysis: Analysis, area: Area, indicator: ClusterIndicator) {
  const { context, frame, principal } = analysis
  const province = provinceOf(area.among)
  const available = await periodsIn(context, province, frame.dataset)
  const periods = trendAxis(available, frame.period).slice(-MOST_PERIODS)
  const registers = isCount(indicator) ? await registerPeriods(context, frame.dataset, province) : null
  const tables = new Map<string, RegionTable>()
  for (const period of periods) {
    const isKnown = available.includes(period) && (registers === null || registers.has(period))
    if (period === frame.period) tables.set(period, await readTable(analysis, frame, area, isCount(indicator)))
    else if (isKnown) {
      const { region, scope, mode, dataset } = frame
      // Today's divisions read the same in every year.
      const then =
        mode === 'current'
          ? { ...frame, period }
          : await frameOf(context, principal, { region, scope, mode, dataset, period })
      tables.set(period, await readTable(analysis, then, area, isCount(indicator)))
    }
  }
  return { periods, tables }
}

const beforeWords = (indicator: ClusterIndicator, before: string | null) =>
  `${before === null ? '上年同期' : periodWords(before)}没有${isCount(indicator) ? '当期的企业名录' : '数据'}，不比位次`

const methodOf = (reference: string) => [
  '位次按未取整的数从大到小排，并列同位（1、2、2、4）；没有企业的、缺的和不公布的不排位，不公布的也不进入图的刻度。',
  '位次变化只在两期都有位次的地区之间比。',
  '小走势只连有数据的同类统计期，断开处当期没有数据；企业数等个数只在导入过当期名录的统计期给出。',
  ...clusterMethod(reference),
]

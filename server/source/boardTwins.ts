import { Decimal } from 'decimal.js'
import type { BoardTwin } from '@contract/board'
import type { FigureCell, FigureSource, RegionFigures } from '@contract/regionFigures'
import { formatRef, type FigureIndicator } from '@domain/figure/figureRef'
import { formatRegionRef } from '@domain/figure/regionRef'
import { ratioOf, roundHalfUp } from '@domain/indicator/rounding'
import type { IndicatorEntry, RegisterTwin } from '@domain/indicator/catalogue'
import { periodWords } from '@domain/period/period'
import { INDICATORS } from '../catalogue'
import { coverageOf, refOf } from './boardCards'
import { cellFor } from './boardRegion'
import { revenueOf } from './boardSeries'
import { NO_ROWS, readRegionRows } from './clusterRows'
import type { SourceContext } from './context'
import type { UnitRow } from './figures'
import { SCOPES } from './method'
import { frameOf, type Frame } from './view'
import type { Principal } from './principal'

const RATIO_DIGITS = 4
/** Published amounts are in 亿元, those of the register in 万元. */
const WAN_PER_YI = 10_000

const TWINS = INDICATORS.indicators.flatMap((item) => (item.registerTwin ? [{ item, twin: item.registerTwin }] : []))

/** 官方总数对照: what the register adds up to beside what was published of the same region and period. */
export async function readTwins(
  context: SourceContext,
  principal: Principal,
  frame: Frame,
  figures: RegionFigures,
): Promise<{ twins: BoardTwin[]; missing: string[] }> {
  const found = TWINS.map(({ item, twin }) => {
    const own = figures.indicators.find(({ id }) => id === item.id)
    return { item, twin, cell: own && cellFor(own, frame.period) }
  })
  const totals = new Map<string, Promise<UnitRow>>()
  const twins = found.flatMap(({ item, twin, cell }) => {
    if (!cell) return []
    // What is published of one scope and period is laid beside one and the same total.
    const key = `${twin.scope} ${cell.period}`
    const total = totals.get(key) ?? readTotal(context, principal, { ...frame, scope: twin.scope }, cell.period)
    totals.set(key, total)
    return [total.then((row) => twinOf({ frame, item, twin, cell }, row))]
  })
  return { twins: await Promise.all(twins), missing: found.flatMap(({ item, cell }) => (cell ? [] : [item.name])) }
}

async function readTotal(context: SourceContext, principal: Principal, frame: Frame, period: string) {
  const isRead = period === frame.period || frame.mode === 'current'
  const { region, mode, dataset, scope } = frame
  const there = isRead
    ? { ...frame, period }
    : await frameOf(context, principal, { region, mode, dataset, scope, period })
  const subject = { chain: '', unitKind: 'linked', unit: '' } as const
  return ((await readRegionRows(context, there, subject, null, [region])).get(region) ?? NO_ROWS).total
}

interface Pair {
  frame: Frame
  item: IndicatorEntry
  twin: RegisterTwin
  cell: FigureCell
}

function twinOf(pair: Pair, total: UnitRow): BoardTwin {
  const { frame, item, cell } = pair
  const register = registerOf(pair, total)
  const official = cell.sources.map((source) => officialOf(source, register.value))
  return {
    id: item.id,
    name: item.name,
    unit: item.unit,
    decimals: item.decimals,
    period: cell.period,
    register,
    official,
    officialRef: formatRegionRef({
      indicator: item.id,
      region: frame.region,
      period: cell.period,
      dataset: frame.dataset,
    }),
    reasons: reasonsOf(pair, total),
  }
}

function registerOf({ frame, twin, cell }: Pair, total: UnitRow): BoardTwin['register'] {
  const isMoney = twin.figure === 'revenue'
  const { value: own, suppressed } = isMoney ? revenueOf(total) : { value: countOf(total), suppressed: null }
  const value = isMoney && own !== null ? new Decimal(own).div(WAN_PER_YI).toString() : own
  const { scope } = twin
  const ref = (indicator: FigureIndicator) =>
    refOf({ ...frame, scope, period: cell.period }, null, indicator, { kind: 'total' })
  return {
    name: `名录合计（${SCOPES[scope]}）`,
    value,
    suppressed,
    missing: value === null && suppressed === null ? missingReason(isMoney) : null,
    coverage: isMoney
      ? coverageOf({
          reporting: [total.revenue_reporting, ref('revenue-reporting')],
          total: [total.enterprises, ref('enterprises')],
          words: '报送营业收入',
        })
      : null,
    ref: formatRef(ref(twin.figure)),
  }
}

/** Without anybody's 是否纳统 the narrow scope is empty, which is no zero. */
const countOf = (total: UnitRow) => (total.enterprises > 0 ? String(total.enterprises) : null)

const missingReason = (isMoney: boolean) =>
  isMoney ? '名录里没有企业报送这一期的营业收入' : '名录没有报送是否纳统，或本地没有纳统企业'

function officialOf(source: FigureSource, register: string | null): BoardTwin['official'][number] {
  const { value, provider, dataClass, publishedAt, asGiven, doubt } = source
  const difference = register === null ? null : new Decimal(register).minus(value)
  const ratio = ratioOf(difference, value)
  return {
    value,
    provider,
    dataClass,
    publishedAt,
    asGiven,
    doubt,
    difference: difference?.toString() ?? null,
    ratio: ratio === null ? null : roundHalfUp(ratio, RATIO_DIGITS),
  }
}

function reasonsOf({ frame, twin, cell }: Pair, total: UnitRow): string[] {
  const unreported = total.enterprises - total.revenue_reporting
  return [
    ...(twin.figure === 'revenue' && unreported > 0 ? [`覆盖面：名录中 ${unreported} 家没有报送营业收入`] : []),
    ...twin.reasons,
    ...(cell.period === frame.period
      ? []
      : [`时点：公布数最近一期为${periodWords(cell.period)}，名录按同一期的数比较，家数仍为现有名录`]),
  ]
}

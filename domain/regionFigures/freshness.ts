import type { Cycle } from '../indicator/catalogue'
import { formatPeriod, parsePeriod, periodEnd } from '../period/period'

const CYCLE_MONTHS: Record<Cycle, number> = { year: 12, quarter: 3, month: 1 }
const CYCLE_NAMES: Record<Cycle, string> = { year: '按年', quarter: '按季', month: '按月' }
const DAYS_PER_MONTH = 30.4375

export interface Freshness {
  /** 数据新鲜度 = age / cycle: to 1 fresh, to 2 due, beyond overdue. */
  state: 'fresh' | 'due' | 'overdue'
  /** Months since the end of the newest period, one decimal. */
  months: number
  text: string
}

/** How old the newest figure is against how often it is reported; `today` is an ISO date. */
export function freshnessOf(newest: string, cycle: Cycle, today: string): Freshness | null {
  const period = parsePeriod(newest)
  if (!period) return null
  const days = (Date.parse(today) - Date.parse(periodEnd(period))) / 86_400_000
  const months = Math.max(0, days / DAYS_PER_MONTH)
  const cycles = months / CYCLE_MONTHS[cycle]
  const state = cycles <= 1 ? 'fresh' : cycles <= 2 ? 'due' : 'overdue'
  const word = { fresh: '较新', due: '该更新了', overdue: '已过时' }[state]
  const age = months < 1 ? '不满 1 个月' : ` ${Math.floor(months)} 个月`
  return {
    state,
    months: Math.round(months * 10) / 10,
    text: `${word}：最新为${formatPeriod(period)}，距今${age}，${CYCLE_NAMES[cycle]}报送`,
  }
}

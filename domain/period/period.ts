/** 统计期: a month, a run of months from January, a quarter, quarters from the first, a half year, a year. */
export type Period =
  | { kind: 'month'; year: number; month: number }
  | { kind: 'months'; year: number; toMonth: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'quarters'; year: number; toQuarter: number }
  | { kind: 'half'; year: number; half: 1 | 2 }
  | { kind: 'year'; year: number }

export type PeriodReading = { period: Period; refusal: null } | { period: null; refusal: string }

const GRAMMAR = /^(\d{4})(?:M(\d{2})(?:-(\d{2}))?|Q([1-4])(?:-([2-4]))?|H([12]))?$/u
const HOW = '统计期写法应如 2026、2026H1、2026Q3、2026Q1-3、2026M10、2026M01-10'

const refuse = (refusal: string): PeriodReading => ({ period: null, refusal })
const accept = (period: Period): PeriodReading => ({ period, refusal: null })

/** January is never a period of its own: January and February are surveyed and released together. */
function readMonths(year: number, from: number, to: number | null): PeriodReading {
  if (from < 1 || from > 12 || (to !== null && to > 12)) return refuse(`月份应在 01 至 12 之间；${HOW}`)
  if (to === null) {
    return from === 1
      ? refuse('1 月数据不单独统计，请使用 1—2 月累计（如 2026M01-02）')
      : accept({ kind: 'month', year, month: from })
  }
  if (from !== 1) return refuse('累计月份应从 1 月起（如 2026M01-10）')
  if (to === 1) return refuse('1 月数据不单独统计，请使用 1—2 月累计（如 2026M01-02）')
  return accept({ kind: 'months', year, toMonth: to })
}

/** Reads the grammar and says why a text is refused. */
export function readPeriod(text: string): PeriodReading {
  const match = GRAMMAR.exec(text.trim())
  if (!match) return refuse(HOW)
  const [, yearText, monthFrom, monthTo, quarterFrom, quarterTo, half] = match
  const year = Number(yearText)
  if (year < 1949 || year > 2100) return refuse('年份应在 1949 至 2100 之间')
  if (monthFrom) return readMonths(year, Number(monthFrom), monthTo ? Number(monthTo) : null)
  if (half) return accept({ kind: 'half', year, half: half === '1' ? 1 : 2 })
  if (!quarterFrom) return accept({ kind: 'year', year })
  if (!quarterTo) return accept({ kind: 'quarter', year, quarter: Number(quarterFrom) })
  if (quarterFrom !== '1') return refuse('累计季度应从一季度起（如 2026Q1-3）')
  return accept({ kind: 'quarters', year, toQuarter: Number(quarterTo) })
}

export function parsePeriod(text: string): Period | null {
  return readPeriod(text).period
}

const two = (value: number) => String(value).padStart(2, '0')

/** The one spelling used in storage, URLs and file names. */
export function periodKey(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${period.year}M${two(period.month)}`
    case 'months':
      return `${period.year}M01-${two(period.toMonth)}`
    case 'quarter':
      return `${period.year}Q${period.quarter}`
    case 'quarters':
      return `${period.year}Q1-${period.toQuarter}`
    case 'half':
      return `${period.year}H${period.half}`
    case 'year':
      return String(period.year)
  }
}

const QUARTER_NAMES = ['一', '二', '三', '四']

function withinYear(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${period.month}月`
    case 'months':
      return `1—${period.toMonth}月`
    case 'quarter':
      return `${QUARTER_NAMES[period.quarter - 1] ?? period.quarter}季度`
    case 'quarters':
      return `一至${QUARTER_NAMES[period.toQuarter - 1] ?? period.toQuarter}季度`
    case 'half':
      return period.half === 1 ? '上半年' : '下半年'
    case 'year':
      return ''
  }
}

/** The words of a period key; a key that cannot be read stands for itself. */
export function periodWords(key: string): string {
  const period = parsePeriod(key)
  return period ? formatPeriod(period) : key
}

/** 2026年1—10月; with `short`, 1—10月 (a year alone always keeps its year). */
export function formatPeriod(period: Period, style: 'full' | 'short' = 'full'): string {
  const inside = withinYear(period)
  return style === 'short' && inside ? inside : `${period.year}年${inside}`
}

function lastMonth(period: Period): number {
  switch (period.kind) {
    case 'month':
      return period.month
    case 'months':
      return period.toMonth
    case 'quarter':
      return period.quarter * 3
    case 'quarters':
      return period.toQuarter * 3
    case 'half':
      return period.half * 6
    case 'year':
      return 12
  }
}

function firstMonth(period: Period): number {
  switch (period.kind) {
    case 'month':
      return period.month
    case 'quarter':
      return period.quarter * 3 - 2
    case 'half':
      return period.half * 6 - 5
    default:
      return 1
  }
}

/** The last day of the period as an ISO date. */
export function periodEnd(period: Period): string {
  const month = lastMonth(period)
  const day = new Date(Date.UTC(period.year, month, 0)).getUTCDate()
  return `${period.year}-${two(month)}-${two(day)}`
}

/** Earlier ends first; of two with one end the shorter (later beginning) first. */
export function comparePeriods(a: Period, b: Period): number {
  return a.year - b.year || lastMonth(a) - lastMonth(b) || firstMonth(b) - firstMonth(a)
}

/** The same stretch of another year: 上年同期. */
export function shiftYear(period: Period, years: number): Period {
  return { ...period, year: period.year + years }
}

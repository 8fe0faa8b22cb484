import { comparePeriods, formatPeriod, parsePeriod, periodKey, type Period } from './period'

/** Places within a year of periods of one kind, in order. January is never one of them: 1—2月 come together, so months are 11 a year. */
const PLACES: Record<Period['kind'], (year: number) => Period[]> = {
  year: (year) => [{ kind: 'year', year }],
  half: (year) => ([1, 2] as const).map((half) => ({ kind: 'half', year, half })),
  quarter: (year) => [1, 2, 3, 4].map((quarter) => ({ kind: 'quarter', year, quarter })),
  quarters: (year) => [
    { kind: 'quarter', year, quarter: 1 },
    ...[2, 3, 4].map((toQuarter): Period => ({ kind: 'quarters', year, toQuarter })),
  ],
  month: (year) => [firstMonths(year), ...later().map((month): Period => ({ kind: 'month', year, month }))],
  months: (year) => [firstMonths(year), ...later().map((toMonth): Period => ({ kind: 'months', year, toMonth }))],
}

const firstMonths = (year: number): Period => ({ kind: 'months', year, toMonth: 2 })
const later = () => [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const SERIES_WORDS: Record<Period['kind'], string> = {
  year: '年度',
  half: '半年',
  quarter: '当季',
  quarters: '季度累计',
  month: '当月（1—2月合并）',
  months: '月度累计',
}

export interface Series {
  kind: Period['kind']
  /** 年度, 季度累计, 月度累计 … */
  words: string
  /** Oldest first, from the first period with data to the last; what is missing in between is there as a gap. */
  periods: string[]
}

/** Whether a period has a place on the axis of a kind: 1—2月 stands on two of them, the first quarter too. */
const hasPlace = (period: Period, kind: Period['kind']) =>
  PLACES[kind](period.year).some((place) => periodKey(place) === periodKey(period))

/** Only like stands beside like: years beside years, 1—9月 among what has run since January. */
export function seriesOf(available: readonly string[], period: string): Series | null {
  const own = parsePeriod(period)
  if (!own) return null
  const { kind } = own
  const alike = [...available, period]
    .flatMap((text) => parsePeriod(text) ?? [])
    .filter((other) => hasPlace(other, kind))
    .sort(comparePeriods)
  const [first, last] = [alike[0], alike[alike.length - 1]]
  if (!first || !last) return null
  const years = Array.from({ length: last.year - first.year + 1 }, (_, i) => first.year + i)
  const places = years.flatMap((year) => PLACES[kind](year))
  const isWithin = (place: Period) => comparePeriods(place, first) >= 0 && comparePeriods(place, last) <= 0
  return { kind, words: SERIES_WORDS[kind], periods: places.filter(isWithin).map(periodKey) }
}

/** Words on an axis: the year only where it begins, 1—10月 with a 一字线. */
export function axisLabels(periods: readonly string[]): string[] {
  let year: number | undefined
  return periods.map((text) => {
    const period = parsePeriod(text)
    if (!period) return text
    const isNewYear = period.year !== year
    year = period.year
    const short = formatPeriod(period, 'short')
    return period.kind === 'year' || !isNewYear ? short : `${short}\n${period.year}年`
  })
}

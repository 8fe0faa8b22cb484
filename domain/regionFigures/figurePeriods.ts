import { parsePeriod, periodKey, readPeriod } from '../period/period'

/** A 统计期 as written in a cell or a heading; `null` with no refusal: nothing of the kind is written. */
export interface PeriodText {
  period: string | null
  refusal: string | null
}

const NOTHING: PeriodText = { period: null, refusal: null }
const YEAR = '((?:19|20)\\d{2})'
const JOIN = '(?:-|—|–|~|～|至|到)'
const HANZI: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4' }
const digit = (text: string) => HANZI[text] ?? text
const two = (text: string) => text.padStart(2, '0')

interface Form {
  pattern: RegExp
  key(year: string, from: string, to: string): string
}

/** Without the year, which may stand in a column of its own. */
const WITHIN: Form[] = [
  { pattern: /^M(\d{2})(?:-(\d{2}))?$/u, key: (year, from, to) => `${year}M${from}${to && `-${to}`}` },
  { pattern: /^Q([1-4])(?:-([2-4]))?$/iu, key: (year, from, to) => `${year}Q${from}${to && `-${to}`}` },
  { pattern: /^H([12])$/iu, key: (year, half) => `${year}H${half}` },
  {
    pattern: new RegExp(`^0?(\\d{1,2})月?${JOIN}0?(\\d{1,2})月(?:份)?(?:累计)?$`, 'u'),
    key: (year, from, to) => `${year}M${two(from)}-${two(to)}`,
  },
  { pattern: /^0?(\d{1,2})月(?:份|末)?(?:当月)?$/u, key: (year, month) => `${year}M${two(month)}` },
  { pattern: /^前?([二三四])个?季度$/u, key: (year, to) => `${year}Q1-${digit(to)}` },
  {
    pattern: new RegExp(`^第?([1一])${JOIN}([2-4二三四])季度(?:累计)?$`, 'u'),
    key: (year, _from, to) => `${year}Q1-${digit(to)}`,
  },
  { pattern: /^第?([1-4一二三四])季度$/u, key: (year, quarter) => `${year}Q${digit(quarter)}` },
  { pattern: /^(上|下)半年$/u, key: (year, half) => `${year}H${half === '上' ? 1 : 2}` },
  { pattern: /^(?:全年|年度|年末|年底)?$/u, key: (year) => year },
]

const WITH_YEAR = new RegExp(`^${YEAR}(?:年度?|\\.0)?[-/.]?(.*)$`, 'u')
const plain = (text: string) => text.normalize('NFKC').replace(/[\s（）()]/gu, '')

/**
 * 2024, 2024年, 2024年1—10月, 2024年前三季度, 2024Q1, 1-10月 with the year from elsewhere. A bare 1月 is refused: industry
 * surveys January and February together.
 */
export function readPeriodText(text: string, year: string | null): PeriodText {
  const written = plain(text)
  if (written === '') return NOTHING
  const match = WITH_YEAR.exec(written)
  const rest = match ? (match[2] ?? '') : written
  const base = match?.[1] ?? year
  if (base === null || base === undefined || (rest === '' && !match)) return NOTHING
  for (const { pattern, key } of WITHIN) {
    const found = pattern.exec(rest)
    if (!found) continue
    const reading = readPeriod(key(base, found[1] ?? '', found[2] ?? ''))
    return reading.period
      ? { period: periodKey(reading.period), refusal: null }
      : { period: null, refusal: reading.refusal }
  }
  return NOTHING
}

/** The period of a row: 年份 and 统计期 columns together, or the batch's own. */
export function rowPeriod(yearCell: string, periodCell: string, batchPeriod: string): PeriodText {
  const year = readPeriodText(yearCell, null)
  if (yearCell.trim() !== '' && year.period === null)
    return { period: null, refusal: year.refusal ?? unreadable(yearCell) }
  const yearDigits = year.period === null ? null : year.period.slice(0, 4)
  if (periodCell.trim() === '') return { period: year.period ?? batchPeriod, refusal: null }
  const within = readPeriodText(periodCell, yearDigits ?? String(parsePeriod(batchPeriod)?.year ?? ''))
  if (within.period === null) return { period: null, refusal: within.refusal ?? unreadable(periodCell) }
  return within
}

const unreadable = (cell: string) =>
  `“${cell.trim().slice(0, 30)}”不是统计期；请写成 2024、2024年1—10月、2024年前三季度 或 2024年上半年`

const JANUARY = new RegExp(`${YEAR}年0?1月(?!${JOIN}|\\d)`, 'u')

/** Why the period of a heading cannot be taken, where it names one that does not exist. */
export function headingRefusal(header: string): string | null {
  const found = JANUARY.exec(plain(header))
  return found ? readPeriod(`${found[1] ?? ''}M01`).refusal : null
}

import { formatPeriod, readPeriod } from '@domain/period/period'

export interface PeriodChoice {
  value: string
  label: string
}

/** Years officials report on most: last year first, then back to six years ago, this year at the end. */
export function yearChoices(thisYear: number): PeriodChoice[] {
  const back = [1, 2, 3, 4, 5, 6].map((years) => thisYear - years)
  return [...back, thisYear].map((year) => ({ value: String(year), label: `${year} 年` }))
}

/** Stretches within a year, with the suffix of the grammar. */
export const PART_CHOICES: PeriodChoice[] = [
  { value: '', label: '全年' },
  { value: 'H1', label: '上半年' },
  { value: 'H2', label: '下半年' },
  { value: 'Q1', label: '一季度' },
  { value: 'Q1-2', label: '一至二季度' },
  { value: 'Q1-3', label: '一至三季度' },
  ...['02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((month) => ({
    value: `M01-${month}`,
    label: `1—${Number(month)} 月`,
  })),
  { value: 'free', label: '其他写法…' },
]

export type PeriodChecked =
  { period: string; words: string; refusal: null } | { period: null; words: null; refusal: string }

/** What the year select, the part select and the free field amount to. */
export function checkPeriod(year: string, part: string, free: string): PeriodChecked {
  const text = (part === 'free' ? free : `${year}${part}`).trim().toUpperCase()
  const { period, refusal } = readPeriod(text)
  if (!period) return { period: null, words: null, refusal }
  return { period: text, words: formatPeriod(period), refusal: null }
}

/** A stored period in words; one that cannot be read stays as it is. */
export function periodText(key: string): string {
  const { period } = readPeriod(key)
  return period ? formatPeriod(period) : key
}

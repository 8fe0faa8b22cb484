import { Decimal } from 'decimal.js'
import { HONOUR_INPUTS, type HonourInput, type InputValues } from './inputs'
import type { Measure } from './rules'

interface Judged {
  outcome: 'met' | 'unmet' | 'unknown'
  detail: string
}

/** A figure of one year; null is unknown. */
interface YearValue {
  year: string
  value: Decimal | null
  missing: HonourInput[]
}

const SIGNS = { least: '≥', most: '≤', below: '<' } as const

/** A threshold held against what was reported; exact decimals, compared before any rounding. */
export function measured(measure: Measure, values: InputValues, on: string): Judged {
  const years = yearsOf(measure, values, on).map((year) => valueOf(measure, values, year))
  const outcome = outcomeOf(measure, years)
  const missing = [...new Set(years.flatMap((item) => item.missing))].map((input) => HONOUR_INPUTS[input].label)
  const numbers = years.flatMap(({ year, value }) => (value === null ? [] : [`${year}年 ${shown(value, measure)}`]))
  const lacking = years.filter(({ value }) => value === null).map(({ year }) => year)
  const parts = [
    ...numbers,
    ...(lacking.length > 0
      ? [
          `缺${lacking
            .filter(Boolean)
            .map((year) => `${year}年`)
            .join('、')}${missing.join('、')}`,
        ]
      : []),
  ]
  return { outcome, detail: `${parts.join('，')}（要求${words(measure)}）` }
}

function yearsOf({ input, over, years = 1 }: Measure, values: InputValues, on: string): string[] {
  const last = Number(on.slice(0, 4)) - 1
  if (HONOUR_INPUTS[input].basis === 'latest') {
    const known = Object.keys(values[input] ?? {}).filter((year) => Number(year) <= last + 1)
    return [known.sort().pop() ?? '']
  }
  return over === 'last' ? [String(last)] : Array.from({ length: years }, (_none, back) => String(last - back))
}

function valueOf({ input, per }: Measure, values: InputValues, year: string): YearValue {
  const own = values[input]?.[year]
  const whole = per === undefined ? null : values[per]?.[year]
  const missing = [...(own === undefined ? [input] : []), ...(per !== undefined && whole === undefined ? [per] : [])]
  if (own === undefined || whole === undefined) return { year, value: null, missing }
  if (whole === null) return { year, value: new Decimal(own), missing }
  // A share of nothing is no share.
  const base = new Decimal(whole)
  return base.greaterThan(0)
    ? { year, value: new Decimal(own).times(100).dividedBy(base), missing }
    : { year, value: null, missing: per === undefined ? missing : [per] }
}

function outcomeOf(measure: Measure, years: readonly YearValue[]): Judged['outcome'] {
  const known = years.flatMap(({ value }) => value ?? [])
  const isWhole = known.length === years.length
  if (measure.over === 'sum' || measure.over === 'mean') {
    const total = known.reduce((sum, value) => sum.plus(value), new Decimal(0))
    const asked = measure.over === 'mean' ? new Decimal(measure.value).times(years.length) : measure.value
    // Amounts are not negative: what is known may suffice without the rest.
    if (known.length > 0 && measure.at === 'least' && total.greaterThanOrEqualTo(asked)) return 'met'
    if (!isWhole) return 'unknown'
    return passes(total, measure.at, asked) ? 'met' : 'unmet'
  }
  if (known.some((value) => !passes(value, measure.at, measure.value))) return 'unmet'
  return isWhole ? 'met' : 'unknown'
}

const passes = (value: Decimal, at: Measure['at'], asked: Decimal.Value) =>
  at === 'least'
    ? value.greaterThanOrEqualTo(asked)
    : at === 'most'
      ? value.lessThanOrEqualTo(asked)
      : value.lessThan(asked)

const unitOf = ({ input, per }: Measure) => (per === undefined ? HONOUR_INPUTS[input].unit : '%')

const DIGITS = 2
const WHOLE_UNITS = new Set<string>(['年', '项', '分'])

/** Two decimals, and never rounded across the threshold: 2.999 % is not 3.00 %. */
function shown(value: Decimal, measure: Measure): string {
  const rounded = value.toDecimalPlaces(DIGITS, Decimal.ROUND_HALF_UP)
  const crosses = passes(rounded, measure.at, measure.value) !== passes(value, measure.at, measure.value)
  const unit = unitOf(measure)
  const fixed = WHOLE_UNITS.has(unit) ? rounded.toFixed() : rounded.toFixed(DIGITS)
  return `${crosses ? value.toDecimalPlaces(6, Decimal.ROUND_DOWN).toFixed() : fixed} ${unit}`
}

function words(measure: Measure): string {
  const { over, years = 1, at, value } = measure
  const span = { last: '', each: `近 ${years} 年每年`, sum: `近 ${years} 年合计`, mean: `近 ${years} 年平均` }[over]
  return `${span} ${SIGNS[at]} ${value} ${unitOf(measure)}`
}

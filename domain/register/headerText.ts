import { parsePeriod, periodKey, shiftYear } from '../period/period'
import { isFigureUnit } from '../regionFigures/figureUnits'
import { isUnitName } from './units'

/** Full-width to half-width, no spaces, marks of a required column or a numbering gone, lower case. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[*★☆※:]/gu, '')
    .replace(/\((?:必填|选填|可选|非必填)\)|必填项?/gu, '')
    .replace(/^(?:\d{1,2}[.、]|[一二三四五六七八九十]{1,2}、|\(\d{1,2}\)|\([一二三四五六七八九十]{1,2}\))/u, '')
    .toLowerCase()
}

const YEAR = '(?:19|20)\\d{2}'
const SPAN = new RegExp(`(${YEAR})年?(?:0?1)(?:[-—–~～至])(\\d{1,2})月(?:份)?(?:累计)?`, 'u')
const MONTH = new RegExp(`(${YEAR})年(\\d{1,2})月(?:份)?`, 'u')
const QUARTERS: [RegExp, string][] = [
  [new RegExp(`(${YEAR})年?(?:前三季度|1-3季度|一至三季度)`, 'u'), 'Q1-3'],
  [new RegExp(`(${YEAR})年?(?:第?一季度)`, 'u'), 'Q1'],
  [new RegExp(`(${YEAR})年?(?:第?二季度)`, 'u'), 'Q2'],
  [new RegExp(`(${YEAR})年?(?:第?三季度)`, 'u'), 'Q3'],
  [new RegExp(`(${YEAR})年?(?:第?四季度)`, 'u'), 'Q4'],
  [new RegExp(`(${YEAR})年?上半年`, 'u'), 'H1'],
  [new RegExp(`(${YEAR})年?下半年`, 'u'), 'H2'],
]
const WHOLE_YEAR = new RegExp(`(${YEAR})(?:年度|年|(?=\\D|$))`, 'u')

interface Taken {
  rest: string
  period: string | null
}

const cut = (text: string, part: string) => text.replace(part, '')
const known = (key: string) => (parsePeriod(key) ? key : null)

function takeWritten(text: string): Taken | null {
  const span = SPAN.exec(text)
  if (span) return { rest: cut(text, span[0]), period: known(`${span[1]}M01-${(span[2] ?? '').padStart(2, '0')}`) }
  const month = MONTH.exec(text)
  if (month) return { rest: cut(text, month[0]), period: known(`${month[1]}M${(month[2] ?? '').padStart(2, '0')}`) }
  for (const [pattern, suffix] of QUARTERS) {
    const match = pattern.exec(text)
    if (match) return { rest: cut(text, match[0]), period: `${match[1]}${suffix}` }
  }
  const year = WHOLE_YEAR.exec(text)
  return year ? { rest: cut(text, year[0]), period: year[1] ?? null } : null
}

/** 本年 / 上年 are read against the period of the batch. */
function takeRelative(text: string, batchPeriod: string): Taken | null {
  const base = parsePeriod(batchPeriod)
  const before = /上年同期|去年同期|上年度?|去年/u.exec(text)
  if (before) return { rest: cut(text, before[0]), period: base ? periodKey(shiftYear(base, -1)) : null }
  const now = /本年度?|本期|当年|今年/u.exec(text)
  return now ? { rest: cut(text, now[0]), period: base ? batchPeriod : null } : null
}

/** What a heading says besides its name. */
export interface HeaderReading {
  /** The whole heading, normalised. */
  key: string
  /** Without year, unit and remarks in brackets. */
  core: string
  period: string | null
  /** As written: 万元, 亿元, 吨标准煤 … */
  unit: string | null
}

const BRACKETS = /[(\[【〔]([^)\]】〕]*)[)\]】〕]/gu

/** 2023年营业收入（亿元） → core 营业收入, period 2023, unit 亿元. */
export function readHeader(header: string, batchPeriod: string): HeaderReading {
  const key = headerKey(header)
  let unit: string | null = null
  const unbracketed = key.replace(BRACKETS, (_all, inside: string) => {
    const candidate = inside.replace(/^单位/u, '')
    if (unit === null && isUnitName(candidate)) unit = candidate
    return parsePeriodInBrackets(inside) ? inside : ''
  })
  const taken = takeWritten(unbracketed) ?? takeRelative(unbracketed, batchPeriod)
  let core = (taken?.rest ?? unbracketed).replace(/^[,，、/_\-—]+|[,，、/_\-—]+$/gu, '')
  if (unit === null) {
    const suffix = /[,，、/_\-—]?(?:单位)?((?:千|百|万|百万|亿)?元|万?吨标准煤|万?吨标煤|万人|人)$/u.exec(core)
    if (suffix?.[1] && suffix.index > 1 && suffix[1] !== '人') {
      unit = suffix[1]
      core = core.slice(0, suffix.index)
    }
  }
  const tail = unit === null ? /^(.{2,})[_,，]([^_,，]+)$/u.exec(core) : null
  // 碳排放量_吨
  if (tail?.[1] && tail[2] && isFigureUnit(tail[2]))
    return { key, core: tail[1], period: taken?.period ?? null, unit: tail[2] }
  return { key, core, period: taken?.period ?? null, unit }
}

const parsePeriodInBrackets = (inside: string) => takeWritten(inside) !== null && !/价/u.test(inside)

/** 单位：万元 somewhere above the table. */
export function sheetUnit(cells: string[]): string | null {
  for (const cell of cells) {
    const match = /(?:计量|金额)?单位[:：]?([^\s,，;；、)）]+)/u.exec(cell.normalize('NFKC').replace(/\s/gu, ''))
    const unit = match?.[1]
    if (unit && isUnitName(unit)) return unit
  }
  return null
}

import { isMissing } from './numbers'

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu

/** Trimmed, invisible characters gone; null where nothing is said. Rare characters stay as they are. */
export function readText(cell: string): string | null {
  const text = cell.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
  return isMissing(text) ? null : text
}

const DATE_FORMS = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
]

/** An ISO date, or null for what is not a whole date of the calendar. */
export function readDate(cell: string): string | null {
  const text = cell.normalize('NFKC').trim()
  for (const form of DATE_FORMS) {
    const match = form.exec(text)
    if (match) return calendarDate(Number(match[1]), Number(match[2]), Number(match[3]))
  }
  return null
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1800 && year <= 2100 ? date.toISOString().slice(0, 10) : null
}

const YES = /^(?:是|1|1\.0|y|yes|true|√|✓|✔|☑|v|有|在库|规上|四上|已入统|入统|在统|纳入)$/u
const NO = /^(?:否|0|0\.0|n|no|false|×|x|✗|✘|☐|不在库|规下|未入统|未纳入|非规上|不是)$/u

/** undefined = cannot be read. */
export function readBool(cell: string): boolean | null | undefined {
  const text = cell.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
  if (NO.test(text) || cell.trim() === '×') return false
  if (YES.test(text)) return true
  return isMissing(text) ? null : undefined
}

/** GB/T 4754 digits: C2683, 2683 口腔清洁用品制造 → 2683; undefined = no such code. */
export function readIndustry(cell: string): string | null | undefined {
  const text = cell.normalize('NFKC').trim()
  if (isMissing(text)) return null
  const match = /^[A-Ta-t]?(\d{2,4})(?:\.0)?(?!\d)/u.exec(text)
  return match?.[1]
}

export function readYear(cell: string): string | null | undefined {
  const text = cell.normalize('NFKC').replace(/\s/gu, '')
  if (isMissing(text)) return null
  return /^((?:19|20)\d{2})(?:年度?|\.0)?$/u.exec(text)?.[1]
}

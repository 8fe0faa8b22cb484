import { columnLetters } from './names'
import { styleIndex, type ColumnType, type StyleName } from './styles'

/** A value to write. Decimals travel as text so that money never becomes floating point on the way. */
export type CellValue = string | number | null

const NUMERIC = /^-?\d+(?:\.\d+)?$/u
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u
const TEXT_LIMIT = 32_767
const NUMBER_TYPES: ReadonlySet<ColumnType> = new Set<ColumnType>(['integer', 'amount', 'number', 'percent'])

/** Characters that XML 1.0 has no place for, lone surrogates among them, become U+FFFD; _x0041_ is kept from being read as A. */
export function xmlText(text: string): string {
  return text
    .replace(/[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/\r/gu, '')
}

export function xmlAttribute(text: string): string {
  return xmlText(text)
    .replace(/"/gu, '&quot;')
    .replace(/[\n\t]/gu, ' ')
}

/** A string is always an inline string: whatever it begins with, no program takes it for a formula. */
function textCell(reference: string, text: string, style: StyleName): string {
  const kept = text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT) : text
  const space = /^\s|\s$|\n/u.test(kept) ? ' xml:space="preserve"' : ''
  return `<c r="${reference}" s="${styleIndex(style)}" t="inlineStr"><is><t${space}>${xmlText(kept)}</t></is></c>`
}

/** Day number of the 1900 system; dates before March 1900 are written as text. */
function dateSerial(text: string): number | null {
  const match = ISO_DATE.exec(text)
  if (!match) return null
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569
  return days >= 61 ? days : null
}

/** A cell of a column; what is no number (“—”, “*”) stays text in a number column. */
export function cellXml(column: number, row: number, value: CellValue, type: ColumnType, style: StyleName): string {
  const reference = `${columnLetters(column)}${row}`
  if (value === null || value === '') return `<c r="${reference}" s="${styleIndex(style)}"/>`
  if (typeof value === 'number' && !Number.isFinite(value)) return textCell(reference, '—', style)
  const text = String(value)
  if (NUMBER_TYPES.has(type) && (typeof value === 'number' || NUMERIC.test(text))) {
    return `<c r="${reference}" s="${styleIndex(style)}"><v>${text}</v></c>`
  }
  const serial = type === 'date' ? dateSerial(text) : null
  if (serial !== null) return `<c r="${reference}" s="${styleIndex(style)}"><v>${serial}</v></c>`
  return textCell(reference, text, style)
}

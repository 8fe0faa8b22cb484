import { Decimal } from 'decimal.js'
import { isForeignMoney, QUANTITIES, STORED_UNIT, unitFactor, type Quantity } from './units'

/** A cell of a measured column. */
export type CellReading =
  { kind: 'missing' } | { kind: 'text' } | { kind: 'number'; number: Decimal; unit: string | null }

/** What stands for "no figure" in tables; never zero. */
const MISSING = /^(?:|[-—–―_/\\.…*×#]+|n\/?a|#n\/a|null|none|nan|无|暂无|无数据|未知|不详|未填|未报送|不适用|空)$/iu
/** Longer cells are prose. */
const NUMBER_LENGTH = 60
/** The usual case, read without ado. */
const PLAIN = /^-?\d{1,18}(?:\.\d{1,18})?$/u
const NUMBER = /^([-+]?)(\d+(?:\.\d*)?|\.\d+)(?:e([-+]?\d{1,2}))?(.*)$/u

/** No longer word stands for a missing value. */
const MISSING_LENGTH = 12

export function isMissing(text: string): boolean {
  if (text.length > MISSING_LENGTH && text.trim().length > MISSING_LENGTH) return false
  return MISSING.test(text.normalize('NFKC').replace(/[\s\u200b]/gu, ''))
}

/** "（1,234.5）" in accounting is −1234.5; thousands separators and full-width digits are read through. */
export function readNumber(text: string): CellReading {
  if (text.length > NUMBER_LENGTH) return { kind: 'text' }
  if (PLAIN.test(text)) return { kind: 'number', number: new Decimal(text), unit: null }
  const compact = text.normalize('NFKC').replace(/[\s\u200b'’]/gu, '')
  if (MISSING.test(compact)) return { kind: 'missing' }
  const bracketed = /^\((\d[\d,.]*)\)$/u.exec(compact)
  const unsigned = (bracketed?.[1] ?? compact).replace(/^(?:人民币|rmb|¥|cny)/iu, '')
  const ungrouped = unsigned.replace(/(\d),(?=\d{3}(?!\d))/gu, '$1')
  const match = NUMBER.exec(ungrouped.toLowerCase())
  if (!match) return { kind: 'text' }
  const [, sign = '', digits = '', exponent, rest = ''] = match
  const unit = rest.replace(/[()]/gu, '')
  if (unit !== '' && !looksLikeUnit(unit)) return { kind: 'text' }
  const magnitude = new Decimal(`${digits.endsWith('.') ? `${digits}0` : digits}${exponent ? `e${exponent}` : ''}`)
  const negative = sign === '-' || bracketed !== null
  return { kind: 'number', number: negative ? magnitude.neg() : magnitude, unit: unit === '' ? null : unit }
}

function looksLikeUnit(unit: string): boolean {
  if (isForeignMoney(unit)) return true
  return QUANTITIES.some((quantity) => unitFactor(quantity, unit) !== null)
}

export type Measured = { value: string; problem: null } | { value: null; problem: MeasureProblem | null }
export type MeasureProblem = 'number-text' | 'unit-missing' | 'unit-foreign' | 'unit-unknown' | 'number-range'

/** Where 10^15 万元 ends, no enterprise begins: such a cell is a mistake of entry. */
const LARGEST = new Decimal('1e13')

/**
 * A cell in the stored unit. A unit in the cell wins over the column's; with neither there is no value.
 * Rounded half up to four places (people: whole persons), once.
 */
export function measure(quantity: Quantity, text: string, columnUnit: string | null): Measured {
  const cell = readNumber(text)
  if (cell.kind === 'missing') return { value: null, problem: null }
  if (cell.kind === 'text') return { value: null, problem: 'number-text' }
  const unit = cell.unit ?? columnUnit
  if (unit === null) return { value: null, problem: 'unit-missing' }
  const factor = unitFactor(quantity, unit)
  if (factor === null) return { value: null, problem: isForeignMoney(unit) ? 'unit-foreign' : 'unit-unknown' }
  const stored = cell.number.times(factor)
  if (stored.abs().greaterThan(LARGEST)) return { value: null, problem: 'number-range' }
  return { value: toStored(quantity, stored), problem: null }
}

export function toStored(quantity: Quantity, value: Decimal): string {
  const text = value.toFixed(quantity === 'people' ? 0 : 4, Decimal.ROUND_HALF_UP)
  return /^-0(?:\.0+)?$/u.test(text) ? text.slice(1) : text
}

export function storedUnit(quantity: Quantity): string {
  return STORED_UNIT[quantity]
}

export type CellUnits = 'none' | 'all' | 'mixed'

/** Whether the cells of a column carry their own units: none of them, every filled one, or only some. */
export function cellUnits(samples: string[]): CellUnits {
  let bare = 0
  let explicit = 0
  for (const sample of samples) {
    const cell = readNumber(sample)
    if (cell.kind !== 'number') continue
    // A zero needs no unit: 0 万元 and 0 元 are the same.
    if (cell.unit !== null) explicit += 1
    else if (!cell.number.isZero()) bare += 1
  }
  if (explicit === 0) return 'none'
  return bare === 0 ? 'all' : 'mixed'
}

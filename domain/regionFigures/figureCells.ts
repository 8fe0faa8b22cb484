import { Decimal } from 'decimal.js'
import { isMissing, readNumber } from '../register/numbers'
import { unitOf, type Dimension } from './figureUnits'

export type FigureCell =
  { kind: 'missing' } | { kind: 'text' } | { kind: 'number'; number: Decimal; unit: string | null }

const NUMBER_THEN_UNIT = /^([-+(（]?[\d,，.]+(?:e[-+]?\d+)?[)）]?)([^\d.,，]+.*)$/iu
const PLAIN = /^-?\d{1,18}(?:\.\d{1,18})?$/u

/** A cell of a figure, with the unit it carries; 0 is a number, “—” and “…” are not. */
export function readFigure(text: string, dimension: Dimension): FigureCell {
  if (PLAIN.test(text)) return { kind: 'number', number: new Decimal(text), unit: null }
  if (isMissing(text)) return { kind: 'missing' }
  const compact = text.normalize('NFKC').replace(/\s/gu, '')
  const split = NUMBER_THEN_UNIT.exec(compact)
  const unit = split ? unitOf(dimension, split[2] ?? '') : null
  const cell = readNumber(unit === null ? text : (split?.[1] ?? ''))
  if (cell.kind === 'number') return { ...cell, unit: unit ?? cell.unit }
  return cell
}

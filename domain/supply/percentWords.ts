import { Decimal } from 'decimal.js'
import { percentText, type Numeric } from '../indicator/rounding'

const TENTH = 0.001
const WHOLE = 0.01

/**
 * A share as people read it, 0.3333 → 33.3%: what is not nothing never reads 0%. `digits` 0 writes whole percents, and one
 * decimal below 1 %, where a whole percent would say too little.
 */
export function percentWords(share: Numeric, digits = 1): string {
  const size = new Decimal(share).abs()
  if (size.gt(0) && size.lt(TENTH)) return '不足 0.1%'
  return `${percentText(share, size.gt(0) && size.lt(WHOLE) ? Math.max(1, digits) : digits)}%`
}

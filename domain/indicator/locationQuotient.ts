import { ratioOf, roundHalfUp, type Numeric } from './rounding'

/** What the quotient is measured in; both regions must use the same basis and year. */
export type QuotientBasis = 'revenue' | 'enterprises'

export interface QuotientInput {
  basis: QuotientBasis
  /** e_i: the node in the region. */
  part: Numeric | null
  /** e: everything in the region. */
  whole: Numeric | null
  /** E_i: the node in the superior region (上级区域). */
  referencePart: Numeric | null
  /** E: everything in the superior region. */
  referenceWhole: Numeric | null
}

export interface Quotient {
  /** Unrounded, for comparing with thresholds. */
  value: number
  /** Rounded half-up to two places, for showing. */
  text: string
  basis: QuotientBasis
}

const SHOWN_DIGITS = 2

/**
 * 区位商 LQ = (e_i/e) / (E_i/E): above 1 the region is more specialised than the superior region. It says nothing about
 * productivity, and small regions inflate it, so show e_i beside it.
 * Null when e, E or E_i is zero or anything is unknown; e_i = 0 is a true 0.
 */
export function locationQuotient(input: QuotientInput): Quotient | null {
  const own = ratioOf(input.part, input.whole)
  const reference = ratioOf(input.referencePart, input.referenceWhole)
  if (own === null || reference === null || !reference.gt(0)) return null
  const quotient = own.div(reference)
  return { value: quotient.toNumber(), text: roundHalfUp(quotient, SHOWN_DIGITS), basis: input.basis }
}

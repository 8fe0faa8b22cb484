import { SUPPRESSED_TEXT, SUPPRESSION_WORDS, type Suppression } from '@domain/disclosure/suppression'

/**
 * What a number looks like (四种样子): a zero is a zero, a missing one is hatched and says why, an estimated one stands in
 * a dashed frame and says how, a suppressed one carries a lock. Never do two of them look alike.
 */
export const FIGURE_LOOKS = ['value', 'zero', 'missing', 'estimated', 'suppressed'] as const
export type FigureLook = (typeof FIGURE_LOOKS)[number]

/** A number ready to be shown: on screen, in a table, in a tooltip, in a cell. */
export interface ShownFigure {
  look: FigureLook
  text: string
  /** Why it is missing, estimated or suppressed; null where there is nothing to explain. */
  reason: string | null
}

interface Given {
  /** null = there is none, or it may not be shown. */
  value: string | number | null
  suppressed?: Suppression | null | undefined
  /** 推算: how it was estimated. */
  estimated?: string | null | undefined
  /** What stands where there is no value, as 未报送, and why. */
  missing: string
  missingReason?: string | undefined
}

/** Suppression wins over everything: a value that slipped through would still not be shown. */
export function shownFigure(given: Given, write: (value: string) => string): ShownFigure {
  const { value, suppressed, estimated, missing, missingReason } = given
  if (suppressed) return { look: 'suppressed', text: SUPPRESSED_TEXT, reason: SUPPRESSION_WORDS[suppressed] }
  if (value === null) return { look: 'missing', text: missing, reason: missingReason ?? null }
  const text = write(String(value))
  if (estimated) return { look: 'estimated', text, reason: estimated }
  return { look: Number(value) === 0 ? 'zero' : 'value', text, reason: null }
}

/** The one legend. */
export const LOOK_WORDS: Record<Exclude<FigureLook, 'value'>, string> = {
  zero: '零：有数据，就是 0',
  missing: '缺：没有数据，不是 0',
  estimated: '推算：按现有数据算得，非统计口径',
  suppressed: '不公布：为保护企业数据',
}

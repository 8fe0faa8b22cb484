import type { Suppression } from '../disclosure/suppression'

/** What an input is to the formula. */
export const INPUT_ROLES = [
  /** One of what is added up. */
  'part',
  /** The known part of a ratio. */
  'own',
  'whole',
  'referencePart',
  'referenceWhole',
  'now',
  'before',
  'nowReporting',
  'beforeReporting',
  /** One of those it is ranked among, itself included. */
  'peer',
  /** A node of the chain: its weight, and whether it is there. */
  'node',
  /** All others, known as one sum. */
  'rest',
  /** 偏离—份额: the same industry, and everything, in the superior region. */
  'industryNow',
  'industryBefore',
  'wholeNow',
  'wholeBefore',
] as const
export type InputRole = (typeof INPUT_ROLES)[number]

/** What a value is: 家/个, 万元, a fraction shown as a percentage, a pure number, 位次. */
export const VALUE_FORMS = ['count', 'money', 'ratio', 'number', 'rank'] as const
export type ValueForm = (typeof VALUE_FORMS)[number]

/** One number that a formula takes. */
export interface FigureInput {
  role: InputRole
  name: string
  /** Exact decimal text; null = 未报送. */
  value: string | null
  form: ValueForm
  /** 家, 个, 万元, 位; '' for a ratio or a pure number. */
  unit: string
  /** 抑制: why the value is not public, where it is null for that reason. */
  suppressed?: Suppression | null
  /** Of a node: false = 缺. */
  present?: boolean
}

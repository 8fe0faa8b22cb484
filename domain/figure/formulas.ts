import { Decimal } from 'decimal.js'
import { rankAmong } from '../compare/ranking'
import { fractionPointsOf } from '../indicator/change'
import { completeness } from '../indicator/completeness'
import { concentrationRatio, hhiBounds } from '../indicator/concentration'
import { densityPerYi } from '../indicator/density'
import { growthOf, isComparableReporting } from '../indicator/growth'
import { linkRate } from '../indicator/linkRate'
import { locationQuotient } from '../indicator/locationQuotient'
import { ratioOf, roundHalfUp } from '../indicator/rounding'
import { shiftShare, type ShiftShare } from '../indicator/shiftShare'
import type { FigureInput, InputRole } from './figureInput'

export const FIGURE_FORMULAS = [
  'reported',
  'count',
  'sum',
  'remainder',
  'share',
  'linkRate',
  'locationQuotient',
  'growth',
  'points',
  'completeness',
  'rank',
  'hhi',
  'crn',
  'perYi',
  'shiftChange',
  'shiftGrowth',
  'shiftMix',
  'shiftCompetitive',
] as const
export type FigureFormula = (typeof FIGURE_FORMULAS)[number]

const RATIO_DIGITS = 4
const MONEY_DIGITS = 4
/** 前 5 家. */
export const LARGEST = 5

type Inputs = readonly FigureInput[]

export const inputsOf = (inputs: Inputs, ...roles: InputRole[]) => inputs.filter(({ role }) => roles.includes(role))

const valueOf = (inputs: Inputs, role: InputRole) => inputs.find((input) => input.role === role)?.value ?? null

const numberOf = (inputs: Inputs, role: InputRole) => Number(valueOf(inputs, role) ?? 0)

/** What is known of the parts; null where nothing is. */
function addedUp(inputs: Inputs, digits: number): string | null {
  const known = inputsOf(inputs, 'part', 'rest').flatMap(({ value }) => value ?? [])
  if (known.length === 0) return null
  return known.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed(digits)
}

/** The whole less its parts; null where the whole is not known. */
function leftOver(inputs: Inputs): string | null {
  const whole = inputs.find(({ role }) => role === 'whole')
  if (!whole || whole.value === null) return null
  const rest = inputsOf(inputs, 'part').reduce((left, { value }) => left.minus(value ?? 0), new Decimal(whole.value))
  return rest.toFixed(whole.form === 'money' ? MONEY_DIGITS : 0)
}

function marketOf(inputs: Inputs) {
  const known = inputsOf(inputs, 'part').flatMap(({ value }) => value ?? [])
  return { known, rest: valueOf(inputs, 'rest') ?? '0' }
}

/** One part of 偏离—份额; null where a year of any of the three is missing. */
function shiftPart(inputs: Inputs, part: keyof ShiftShare): string | null {
  const change = (then: InputRole, later: InputRole) => {
    const [before, now] = [valueOf(inputs, then), valueOf(inputs, later)]
    return before === null || now === null ? null : { before, now }
  }
  const [own, industry, whole] = [
    change('before', 'now'),
    change('industryBefore', 'industryNow'),
    change('wholeBefore', 'wholeNow'),
  ]
  const parts = own && industry && whole && shiftShare({ own, industry, whole })
  return parts ? roundHalfUp(parts[part], MONEY_DIGITS) : null
}

/** The formulas by id, each the function that the screens themselves use: inputs in, exact decimal text out. */
const EVALUATE: Record<FigureFormula, (inputs: Inputs) => string | null> = {
  reported: (inputs) => valueOf(inputs, 'own'),
  count: (inputs) => addedUp(inputs, 0),
  sum: (inputs) => addedUp(inputs, MONEY_DIGITS),
  remainder: leftOver,
  share: (inputs) => {
    const ratio = ratioOf(valueOf(inputs, 'own'), valueOf(inputs, 'whole'))
    return ratio === null ? null : roundHalfUp(ratio, RATIO_DIGITS)
  },
  linkRate: (inputs) => {
    const [own, whole] = [valueOf(inputs, 'own'), valueOf(inputs, 'whole')]
    return inputs.some(({ form }) => form === 'money')
      ? linkRate({ enterprises: 0, revenueWan: whole }, { enterprises: 0, revenueWan: own }).revenueRatio
      : linkRate({ enterprises: Number(whole), revenueWan: null }, { enterprises: Number(own), revenueWan: null }).ratio
  },
  locationQuotient: (inputs) =>
    locationQuotient({
      basis: inputs.some(({ form }) => form === 'money') ? 'revenue' : 'enterprises',
      part: valueOf(inputs, 'own'),
      whole: valueOf(inputs, 'whole'),
      referencePart: valueOf(inputs, 'referencePart'),
      referenceWhole: valueOf(inputs, 'referenceWhole'),
    })?.text ?? null,
  points: (inputs) => fractionPointsOf(valueOf(inputs, 'before'), valueOf(inputs, 'now'))?.value ?? null,
  growth: (inputs) =>
    isComparableReporting(numberOf(inputs, 'beforeReporting'), numberOf(inputs, 'nowReporting'))
      ? growthOf(valueOf(inputs, 'before'), valueOf(inputs, 'now'))
      : null,
  completeness: (inputs) =>
    completeness(
      inputsOf(inputs, 'node').map(({ value, present }) => ({
        weight: Number(value),
        strength: present ? 'fair' : 'missing',
      })),
    ),
  rank: (inputs) => {
    const peers = inputsOf(inputs, 'peer').map(({ value }) => value)
    return rankAmong(valueOf(inputs, 'own'), peers)?.toString() ?? null
  },
  hhi: (inputs) => hhiBounds(marketOf(inputs))?.lower ?? null,
  crn: (inputs) => concentrationRatio(marketOf(inputs), LARGEST),
  perYi: (inputs) => densityPerYi(valueOf(inputs, 'own'), valueOf(inputs, 'whole')),
  shiftChange: (inputs) => shiftPart(inputs, 'change'),
  shiftGrowth: (inputs) => shiftPart(inputs, 'growth'),
  shiftMix: (inputs) => shiftPart(inputs, 'mix'),
  shiftCompetitive: (inputs) => shiftPart(inputs, 'competitive'),
}

/** Does the formula once more, from the inputs alone; without one that is not public there is no result, except a rank among the others. */
export function evaluate(formula: FigureFormula, inputs: Inputs): string | null {
  const isHidden = formula !== 'rank' && inputs.some(({ suppressed }) => suppressed)
  return isHidden ? null : EVALUATE[formula](inputs)
}

/** Upper bound of a 集中度 of which the smallest are known as one sum only; null where it is exact. */
export function upperBound(formula: FigureFormula, inputs: Inputs): string | null {
  if (formula !== 'hhi') return null
  const bounds = hhiBounds(marketOf(inputs))
  return bounds && bounds.upper !== bounds.lower ? bounds.upper : null
}

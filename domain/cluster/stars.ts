import { Decimal } from 'decimal.js'
import { SUPPRESSED_TEXT } from '../disclosure/suppression'
import { FEWEST_REPORTING } from '../indicator/growth'
import { percentText, roundHalfUp } from '../indicator/rounding'

/*
 * 集群星级, after the stars of the European Cluster Observatory (size, specialisation, focus: one star each, 0–3). There
 * size and focus mean the top 10 % of some 250 European regions of the same category; one province has too few clusters
 * for a tenth to say anything, so the tenth is taken of the province's chain and of the counties' own revenue instead.
 */

/** 规模星: at least this part of the province's 营业收入 of the chain. Our choice, see above. */
export const SIZE_SHARE = 0.1
/** 专业化星: at least this 区位商; the value the Observatory is commonly cited with (twice the average). */
export const SPECIALISATION_QUOTIENT = 2
/** 集中星: at least this 集聚度. Our choice, see above. */
export const FOCUS_CONCENTRATION = 0.1

export type StarId = 'size' | 'specialisation' | 'focus'

/** A ratio, unrounded, and how many enterprises it rests on: those reporting 营业收入 where it is one of 营业收入, else all. */
export interface StarMeasure {
  /** null = not known; a missing input is never a "no". */
  value: number | string | null
  enterprises: number
  /** 抑制: it would show a sum that is not public; then it decides nothing. */
  isHidden?: boolean
}

export interface StarInput {
  /** Part of the province's 营业收入 of the chain. */
  revenueShare: StarMeasure
  quotient: StarMeasure
  concentration: StarMeasure
}

/** Why one or two enterprises make no ratio: a single large or stray report would win every star. */
export const TOO_FEW = `企业（报送）少于 ${FEWEST_REPORTING} 家`
const HIDDEN = `营业收入${SUPPRESSED_TEXT}`
const ENOUGH = `企业（报送）不少于 ${FEWEST_REPORTING} 家`

export interface Star {
  id: StarId
  name: string
  verdict: 'met' | 'unmet' | 'unknown'
  value: string | null
  threshold: string
  rule: string
  missing: string | null
}

interface StarRule {
  id: StarId
  name: string
  threshold: number
  input: keyof StarInput
  digits: number
  rule: string
  missing: string
}

const RULES: readonly StarRule[] = [
  {
    id: 'size',
    name: '规模星',
    threshold: SIZE_SHARE,
    input: 'revenueShare',
    digits: 4,
    rule: `占全省该链（环节）营业收入不低于 ${percentText(SIZE_SHARE, 0)}%，且${ENOUGH}`,
    missing: '缺营业收入',
  },
  {
    id: 'specialisation',
    name: '专业化星',
    threshold: SPECIALISATION_QUOTIENT,
    input: 'quotient',
    digits: 2,
    rule: `区位商不低于 ${SPECIALISATION_QUOTIENT}（以全省为参照），且${ENOUGH}`,
    missing: '缺区位商',
  },
  {
    id: 'focus',
    name: '集中星',
    threshold: FOCUS_CONCENTRATION,
    input: 'concentration',
    digits: 4,
    rule: `集聚度不低于 ${percentText(FOCUS_CONCENTRATION, 0)}%，且${ENOUGH}`,
    missing: '缺集聚度',
  },
]

/** The three stars in their fixed order; compared unrounded, thresholds inclusive. Too few enterprises decide none. */
export function clusterStars(input: StarInput): Star[] {
  return RULES.map(({ id, name, threshold, input: key, digits, rule, missing }) => {
    const { value: known, enterprises, isHidden = false } = input[key]
    const given = isHidden ? null : known
    const isFew = enterprises < FEWEST_REPORTING
    const value = given === null || isFew ? null : new Decimal(given)
    const verdict = value === null ? 'unknown' : value.gte(threshold) ? 'met' : 'unmet'
    return {
      id,
      name,
      verdict,
      value: value && roundHalfUp(value, digits),
      threshold: String(threshold),
      rule,
      missing: isHidden ? HIDDEN : given === null ? missing : isFew ? TOO_FEW : null,
    }
  })
}

import { KNOCK_OUT_DAYS, KnockOutAssumptions } from '@contract/knockOut'
import type { KnockOutRequest } from '@contract/knockOut'

type Assumptions = KnockOutRequest['assumptions'] & KnockOutAssumptions
export type AssumptionId = keyof KnockOutAssumptions

export interface AssumptionField {
  id: AssumptionId
  /** In the address. */
  short: string
  label: string
  meaning: string
  unit: string
  least: number
  most: number
  step: number
}

/** What is taken until somebody says otherwise: the contract's own defaults. */
export const DEFAULTS: KnockOutAssumptions = KnockOutAssumptions.parse({})

const part = { unit: '', least: 0, most: 1, step: 0.05 }

/** 假设, in the order of the drawer. */
export const ASSUMPTION_FIELDS: readonly AssumptionField[] = [
  {
    id: 'days',
    short: 'days',
    label: '停摆天数',
    meaning: '风险收入只算这么多天：年金额 × 天数 ÷ 365。',
    unit: '天',
    least: 1,
    most: 365,
    step: 1,
  },
  {
    id: 'cutPercent',
    short: 'cut',
    label: '减产比例',
    meaning: '停摆对象减产的百分比；100 就是全停。',
    unit: '%',
    least: 1,
    most: 100,
    step: 1,
  },
  {
    id: 'passUp',
    short: 'up',
    label: 'α 向上游传导',
    meaning: '供应商丢了订单，再按这个比例减少自己的采购：0 只算第一级，1 全部传给上一级。',
    ...part,
  },
  {
    id: 'passDown',
    short: 'down',
    label: 'β 向下游传导',
    meaning: '买方缺料减产，再按这个比例少供自己的买方：0 只算第一级，1 全部传给下一级。',
    ...part,
  },
  {
    id: 'spare',
    short: 'spare',
    label: 'ρ 增供',
    meaning: '同一产品的其他供应商能多供自己供货量的多少：0 完全补不上，1 能再供一倍。',
    ...part,
  },
  {
    id: 'tiers',
    short: 'tiers',
    label: '传导层级',
    meaning: '从停摆对象往外最多走几级；成环的关系走到最后一级为止。',
    unit: '级',
    least: 1,
    most: 4,
    step: 1,
  },
]

export const DAY_CHOICES = KNOCK_OUT_DAYS.map((days) => ({ value: String(days), label: `${days} 天` }))

/** What differs from the defaults, as `days:60,cut:50`; null where nothing does. */
export function assumeText(assumptions: KnockOutAssumptions): string | null {
  const parts = ASSUMPTION_FIELDS.filter(({ id }) => assumptions[id] !== DEFAULTS[id])
  return parts.length === 0 ? null : parts.map(({ id, short }) => `${short}:${assumptions[id]}`).join(',')
}

/** The assumptions that an address says; what is unknown or out of its range takes the default. */
export function readAssumptions(text: string | null): Assumptions {
  const told = new Map(text?.split(',').map((part) => part.split(':') as [string, string]) ?? [])
  const read: KnockOutAssumptions = { ...DEFAULTS }
  for (const field of ASSUMPTION_FIELDS) {
    const value = Number(told.get(field.short) ?? Number.NaN)
    const fits = KnockOutAssumptions.safeParse({ ...DEFAULTS, [field.id]: value })
    if (fits.success) read[field.id] = value
  }
  return read
}

/** Why a typed value cannot be taken; undefined when it can. */
export function faultOf({ id, label, least, most, unit, step }: AssumptionField, value: number): string | undefined {
  if (KnockOutAssumptions.safeParse({ ...DEFAULTS, [id]: value }).success) return undefined
  return `${label}应为 ${least}–${most}${unit}${step === 1 && id !== 'cutPercent' ? '的整数' : ''}`
}

/** One line beside every result: all of them, whether default or not. */
export function assumptionWords(assumptions: KnockOutAssumptions): string[] {
  const { days, cutPercent, passUp, passDown, spare, tiers } = assumptions
  return [
    `停摆 ${days} 天`,
    cutPercent === 100 ? '全停' : `减产 ${cutPercent}%`,
    `向上游传导 α=${passUp}`,
    `向下游传导 β=${passDown}`,
    `增供 ρ=${spare}`,
    `至多 ${tiers} 级`,
  ]
}

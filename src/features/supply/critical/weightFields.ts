import { CriticalityQuery } from '@contract/criticality'
import type { Criticality } from '@contract/criticality'

export type Weights = Criticality['weights']
export type WeightId = keyof Weights

export interface WeightField {
  id: WeightId
  label: string
  meaning: string
}

export const WEIGHT_FIELDS: readonly WeightField[] = [
  { id: 'w1', label: 'w1 供给占比', meaning: '这个环节（企业）供了全链已知供货额的多少' },
  { id: 'w2', label: 'w2 替代难度', meaning: '省内同环节的合格企业越多，越容易替代' },
  { id: 'w3', label: 'w3 中介中心度', meaning: '供应通路有多少经过它' },
  { id: 'tau', label: 'τ 降级门槛', meaning: '替代难度低于它的，再大也降级（伪关键）' },
]

export const FORMULA = '关键度 = w1 × 供给占比 + w2 × 替代难度 + w3 × 中介中心度；替代难度 = 1 ÷ (1 + 省内替代企业数)'

const { shape } = CriticalityQuery
/** The contract's own. */
export const DEFAULT_WEIGHTS: Weights = {
  w1: shape.w1.parse(undefined),
  w2: shape.w2.parse(undefined),
  w3: shape.w3.parse(undefined),
  tau: shape.tau.parse(undefined),
}

/** 0–1. */
export const isWeight = (value: number): boolean => value >= 0 && value <= 1

/** What differs from the defaults, as `w1:0.5,tau:0.3`; null where nothing does. */
export function weightsText(weights: Weights): string | null {
  const parts = WEIGHT_FIELDS.filter(({ id }) => weights[id] !== DEFAULT_WEIGHTS[id])
  return parts.length === 0 ? null : parts.map(({ id }) => `${id}:${weights[id]}`).join(',')
}

/** What an address says; what is unknown or out of range takes the default. */
export function readWeights(text: string | null): Weights {
  const told = new Map(text?.split(',').map((part) => part.split(':') as [string, string]) ?? [])
  const read = { ...DEFAULT_WEIGHTS }
  for (const { id } of WEIGHT_FIELDS) {
    const value = told.get(id)
    if (value !== undefined && value !== '' && isWeight(Number(value))) read[id] = Number(value)
  }
  return read
}

import { z } from 'zod'
import { ChainKey, Decimal } from './common'
import { SupplyHead, SupplyParty, SupplyQuery } from './supply'

const weight = (fallback: number) => z.coerce.number().min(0).max(1).default(fallback)

/** 关键环节: weights are ours and visible (features C-19). */
export const CriticalityQuery = SupplyQuery.extend({
  chain: ChainKey,
  w1: weight(0.4).meta({ description: '供给占比的权重' }),
  w2: weight(0.4).meta({ description: '替代难度的权重' }),
  w3: weight(0.2).meta({ description: '中介中心度的权重' }),
  tau: weight(0.25).meta({ description: '替代难度低于它即降级' }),
})
export type CriticalityQuery = z.input<typeof CriticalityQuery>

/** What both lists say of an entry; all shares are fractions. */
const Judged = z.object({
  supplyShare: Decimal.nullable().meta({ description: '供给占比' }),
  substitutes: z.int().meta({ description: '省内合格替代企业数' }),
  difficulty: Decimal.meta({ description: '替代难度 = 1/(1+替代企业数)' }),
  betweenness: Decimal.meta({ description: '中介中心度，归一化 0–1' }),
  before: Decimal.meta({ description: '未计替代性的关键度' }),
  after: Decimal.meta({ description: '计入替代性、降级后的关键度' }),
  rankBefore: z.int(),
  rankAfter: z.int(),
  isDemoted: z.boolean(),
  reason: z.string(),
})

export const CriticalNode = Judged.extend({
  node: ChainKey,
  nodeName: z.string(),
  suppliers: z.int().meta({ description: '本地区供货的企业数' }),
  gap: z.enum(['none', 'single', 'empty']).meta({ description: '断点：不是 / 只有一家供货 / 有需求而本地区无人供货' }),
})

export const CriticalFirm = Judged.extend({ party: SupplyParty })

export const Criticality = SupplyHead.extend({
  chain: ChainKey,
  chainName: z.string(),
  weights: z.object({ w1: z.number(), w2: z.number(), w3: z.number(), tau: z.number() }),
  nodes: z.array(CriticalNode),
  firms: z.array(CriticalFirm).max(200),
  method: z.array(z.string()),
}).meta({ id: 'Criticality' })
export type Criticality = z.infer<typeof Criticality>

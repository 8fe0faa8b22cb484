import { Decimal } from 'decimal.js'
import { ratioOf, roundHalfUp } from './rounding'

/** A node as 链条完整度 sees it; `null` strength means nobody has looked, which is not the same as 缺. */
export interface CompletenessNode {
  weight: number
  strength: 'strong' | 'fair' | 'weak' | 'missing' | null
}

export interface CompletenessDetail {
  /** Σ weight of present nodes / Σ weight of known nodes, 0–1, four places; null when nothing is known. */
  completeness: string | null
  /** 已核实率: Σ weight of known nodes / Σ weight of all nodes; null for an empty chain. */
  verified: string | null
}

const DIGITS = 4

/**
 * 链条完整度 = Σ v_i·present_i / Σ v_i over the nodes that are known, v_i = 环节权重. Present is every strength but 缺: how
 * good the node is belongs to 强弱, not here. Regions compare only on the same edition of the same chain.
 */
export function completenessDetail(nodes: readonly CompletenessNode[]): CompletenessDetail {
  const weigh = (some: readonly CompletenessNode[]): Decimal =>
    some.reduce((sum, node) => sum.add(node.weight), new Decimal(0))
  const known = nodes.filter((node) => node.strength !== null)
  const present = known.filter((node) => node.strength !== 'missing')
  return { completeness: shareText(weigh(present), weigh(known)), verified: shareText(weigh(known), weigh(nodes)) }
}

/** 链条完整度 alone, as decimal text. */
export function completeness(nodes: readonly CompletenessNode[]): string | null {
  return completenessDetail(nodes).completeness
}

function shareText(part: Decimal, whole: Decimal): string | null {
  const share = ratioOf(part, whole)
  return share === null ? null : roundHalfUp(share, DIGITS)
}

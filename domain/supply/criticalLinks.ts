import type { Candidate } from './criticality'
import { exactSum } from './exactSums'

/** A 环节 of a chain with who supplies it within the scope. */
export interface NodeSupply {
  node: string
  /** Each firm once; 元 of what it supplies in the node (its 营业收入 where no trade says), NaN = not known. */
  suppliers: readonly { firm: string; yuan: number }[]
  /** Somebody in the scope buys it. */
  isDemanded: boolean
  /** 0–1; NaN = not calculated. */
  betweenness: number
}

/** 断点: what is wanted and nobody supplies, or one firm alone. */
export type Gap = 'none' | 'single' | 'empty'

export function gapOf({ suppliers, isDemanded }: Pick<NodeSupply, 'suppliers' | 'isDemanded'>): Gap {
  if (suppliers.length === 0) return isDemanded ? 'empty' : 'none'
  return suppliers.length === 1 ? 'single' : 'none'
}

const knownSum = ({ suppliers }: NodeSupply) => exactSum(suppliers.flatMap(({ yuan }) => (yuan >= 0 ? yuan : [])))

/**
 * 环节 as candidates. 供给占比 of a 环节: its part of what the chain supplies in the scope, by 元; NaN where none of the chain is
 * known. 替代企业: who is left when its largest supplier stops, so all but one; of 断点 none.
 */
export function nodeCandidates(nodes: readonly NodeSupply[]): Candidate[] {
  const whole = exactSum(nodes.map(knownSum))
  return nodes.map((own) => ({
    key: own.node,
    supplyShare: whole > 0 && isKnown(own) ? knownSum(own) / whole : Number.NaN,
    substitutes: Math.max(own.suppliers.length - 1, 0),
    betweenness: own.betweenness,
  }))
}

/** Nobody supplies it, which is known to be 0, or somebody whose amount is known. */
const isKnown = ({ suppliers }: NodeSupply) => suppliers.length === 0 || suppliers.some(({ yuan }) => yuan >= 0)

/**
 * The firms of a 环节 as candidates. 供给占比 of a firm: its part of what the 环节 supplies, by 元, of those whose amount is
 * known; NaN where its own is not. 替代企业: the others.
 */
export function firmCandidates(own: NodeSupply, betweennessOf: (firm: string) => number): Candidate[] {
  const whole = knownSum(own)
  return own.suppliers.map(({ firm, yuan }) => ({
    key: firm,
    supplyShare: whole > 0 ? yuan / whole : Number.NaN,
    substitutes: own.suppliers.length - 1,
    betweenness: betweennessOf(firm),
  }))
}

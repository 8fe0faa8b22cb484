import type { Fact } from './clause'

/** 现状: what there is. A fact that is missing, suppressed or 推算 only is null. */
export interface StatusFacts {
  /** 2025年沈阳市数控机床产业链. */
  subject: string
  hasEnterprises: boolean
  enterprises: Fact | null
  aboveScale: Fact | null
  revenue: Fact | null
  /** 82 家. */
  reporting: Fact | null
  /** 辽宁省; null for a province. */
  above: string | null
  share: Fact | null
  /** 第 2 位. */
  rank: Fact | null
  /** 14 个市, 100 个县（市、区）. */
  peers: string | null
  /** 与 1 个地区并列; '' without ties. */
  ties: string
  concentration: Fact | null
  quotient: Fact | null
  /** 按营业收入，82 家. */
  quotientBase: string | null
  leaders: Fact | null
  leaderNames: string[]
  honoured: Fact | null
}

/** A node of the chain as the advice speaks of it. */
export interface NodeFact {
  name: string
  /** Its enterprises, or why it counts as it does. */
  fact: Fact
}

export interface NodesFact {
  /** 5 个环节. */
  count: Fact
  /** By weight, the heaviest first. */
  first: NodeFact[]
  total: number
}

/** 问题. */
export interface ProblemFacts {
  missing: NodesFact | null
  weak: NodesFact | null
  /** （按企业数推算） where 强弱 rests on numbers of enterprises, as nobody reported 纳统; '' otherwise. */
  judged: string
  /** 断链: flows whose supplying node is missing here, and the nodes that wait for them. */
  broken: { count: Fact; waiting: string[] } | null
  noLeader: Fact | null
  singleLeader: { fact: Fact; name: string } | null
  /** 报送率 below the threshold: 82 家 of 120 家, 68.3%. */
  coverage: { reporting: Fact; of: Fact; share: string } | null
  /** Too old: 停在2023年. */
  stale: Fact | null
  growth: { own: Fact; above: Fact; aboveName: string } | null
}

/** 补链: a missing node, its strong neighbour downstream here. */
export interface SupplementFact {
  node: NodeFact
  downstream: { name: string; quotient: Fact }
}

export interface PartnerFact {
  node: string
  region: string
  enterprises: Fact
  quotient: Fact | null
}

export interface AdviceFacts {
  supplement: SupplementFact[]
  partners: PartnerFact[]
  strengthen: { node: string; quotient: Fact }[]
  extend: { node: NodeFact; upstream: { name: string; quotient: Fact } }[]
  /** Enterprises whose titles run out within the half year. */
  expiring: Fact | null
  above: string | null
}

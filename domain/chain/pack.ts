/** The three stages of a chain (上游 / 中游 / 下游), in reading order. */
export type StageId = 'up' | 'mid' | 'down'

/** A GB/T 4754-2017 class; `part` means that only a part of the class belongs to the node, so the code alone never decides. */
export interface IndustryCode {
  code: string
  part?: boolean
}

/** 环节: one product (or service) of the chain, the smallest thing the panorama draws. */
export interface ChainNode {
  id: string
  group: string
  name: string
  /** 1 一般, 2 重要, 3 关键: weight in 链条完整度. */
  weight: 1 | 2 | 3
  codes: IndustryCode[]
  /** Product words that decide on their own in a producing clause or a company name. */
  keywords: string[]
  /** Words that need a second sign. */
  weakKeywords?: string[]
  /** A match inside one of these longer words is void. */
  excludes?: string[]
  /** Serving and trading clauses count too (检测、维修、物流 …). */
  services?: boolean
  note?: string
}

export interface ChainGroup {
  id: string
  stage: StageId
  name: string
}

export interface ChainStage {
  id: StageId
  name: string
  title: string
}

/** 产品流向: what flows from one node to another. */
export interface ChainEdge {
  from: string
  to: string
  product: string
  /** Recycling and other loops are legal when they are marked. */
  cycle?: boolean
}

export interface ChainSource {
  id: string
  title: string
  note?: string
}

/** 产业链包: a chain as data, with an edition. */
export interface ChainPack {
  id: string
  name: string
  edition: string
  asOf: string
  summary: string
  sources: ChainSource[]
  stages: ChainStage[]
  groups: ChainGroup[]
  nodes: ChainNode[]
  edges: ChainEdge[]
}

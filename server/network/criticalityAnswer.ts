import type { Criticality as Answer } from '@contract/criticality'
import type { ChainPack } from '@domain/chain/pack'
import { betweenness } from '@domain/supply/betweenness'
import { criticality, type Candidate, type Criticality, type CriticalityRule } from '@domain/supply/criticality'
import { firmCandidates, gapOf, nodeCandidates, type NodeSupply } from '@domain/supply/criticalLinks'
import { exactSum } from '@domain/supply/exactSums'
import { criticalityWords } from '@domain/supply/criticalityWords'
import { criticalityMethod } from './criticalityMethod'
import { chainSupply, type ChainSupply, type LocalSupplier, type NodeFacts } from './criticalitySupply'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame, SupplyView } from './supplyView'

export interface CriticalityWish {
  frame: SupplyFrame
  pack: ChainPack
  rule: CriticalityRule
}

const MOST_FIRMS = 200
/** Suppliers of a node that are ranked: those that sell most. */
const RANKED_IN_NODE = 100
/** Firms between which 中介中心度 is worked out; it takes their number times that of their trades. */
const MOST_BETWEEN = 1000

/** 关键环节、关键企业与断点 of a chain in the region, before and after 伪关键纠偏. */
export function criticalityOf(index: SupplyIndex, { frame, pack, rule }: CriticalityWish): Answer {
  const view = index.open(frame)
  const supply = chainSupply(view, pack)
  const between = firmBetweenness(view, supply)
  return {
    ...view.head,
    chain: pack.id,
    chainName: pack.name,
    weights: rule,
    nodes: nodeRows(supply, pack, rule),
    firms: firmRows(view, supply, rule, between.of),
    method: criticalityMethod(rule, {
      regionName: view.head.regionName,
      year: view.year,
      trades: supply.trades.length,
      unpriced: supply.unpriced,
      firms: between.firms,
      mostBetween: MOST_BETWEEN,
      rankedInNode: RANKED_IN_NODE,
      isScoped: frame.scope !== null,
    }),
  }
}

/** What a supplier of a node is known to sell; NaN = it sells, for how much nobody says. */
const knownYuan = ({ yuan, trades, unpriced }: LocalSupplier) => (trades > 0 && unpriced === trades ? Number.NaN : yuan)

const REST = 'rest'

/** The largest suppliers one by one, the others as one: a node may have a hundred thousand. */
function supplyOf({ node, local, isDemanded }: NodeFacts, between: number, most: number): NodeSupply {
  const all = [...local].map(([firm, own]) => ({ firm: String(firm), yuan: knownYuan(own) }))
  if (all.length > most) all.sort((a, b) => orNothing(b.yuan) - orNothing(a.yuan) || Number(a.firm) - Number(b.firm))
  const rest = all.slice(most).filter(({ yuan }) => yuan >= 0)
  const others = rest.length > 0 ? [{ firm: REST, yuan: exactSum(rest.map(({ yuan }) => yuan)) }] : []
  return { node, suppliers: [...all.slice(0, most), ...others], isDemanded, betweenness: between }
}

const orNothing = (yuan: number) => (Number.isNaN(yuan) ? 0 : yuan)

/** More than one are told from one alone; how many more does not matter to a node. */
const TOLD_APART = 2

function nodeRows({ nodes }: ChainSupply, pack: ChainPack, rule: CriticalityRule): Answer['nodes'] {
  const numbers = new Map(pack.nodes.map(({ id }, at) => [id, at]))
  const edges = pack.edges.map(({ from, to }) => [numbers.get(from) ?? 0, numbers.get(to) ?? 0] as const)
  const between = betweenness({ size: nodes.length, edges }) ?? new Float64Array(nodes.length)
  const facts = new Map(nodes.map((one) => [one.node, one]))
  // Of a node that nobody here supplies and nobody here buys there is nothing to say.
  const told = nodes.flatMap((one, at) =>
    one.local.size > 0 || one.isDemanded ? [supplyOf(one, between[at] ?? 0, TOLD_APART)] : [],
  )
  const supplies = new Map(told.map((one) => [one.node, one]))
  const candidates = nodeCandidates(told).map((candidate): Candidate => {
    const own = facts.get(candidate.key)
    // 省内替代: who is left in the province when one supplier is gone; where there is none here, all of them.
    const gone = (own?.local.size ?? 0) > 0 ? 1 : 0
    return { ...candidate, substitutes: Math.max((own?.inProvince.size ?? 0) - gone, 0) }
  })
  return criticality(candidates, rule).flatMap((judged) => {
    const own = facts.get(judged.key)
    const supply = supplies.get(judged.key)
    if (!own || !supply) return []
    const gap = gapOf(supply)
    const row = { node: own.node, nodeName: own.name, suppliers: own.local.size, gap }
    return [{ ...row, ...judgedCells(judged), reason: criticalityWords(judged, gap) }]
  })
}

/** Suppliers with known trades, each on the node of which it supplies the largest part. */
function firmRows(
  view: SupplyView,
  { nodes }: ChainSupply,
  rule: CriticalityRule,
  betweennessOf: (firm: string) => number,
): Answer['firms'] {
  const best = new Map<string, Candidate>()
  for (const facts of nodes) {
    const local = new Map([...facts.local].filter(([, { trades }]) => trades > 0))
    const supply = supplyOf({ ...facts, local }, 0, RANKED_IN_NODE)
    const substitutes = Math.max(facts.inProvince.size - 1, 0)
    for (const candidate of firmCandidates(supply, betweennessOf)) {
      if (candidate.key === REST) continue
      const known = best.get(candidate.key)
      if (!known || shareOf(candidate) > shareOf(known)) best.set(candidate.key, { ...candidate, substitutes })
    }
  }
  return criticality([...best.values()], rule)
    .slice(0, MOST_FIRMS)
    .map((judged) => ({
      party: view.describe(Number(judged.key)),
      ...judgedCells(judged),
      reason: criticalityWords(judged),
    }))
}

const UNKNOWN = -1
const shareOf = ({ supplyShare }: Candidate) => (Number.isNaN(supplyShare) ? UNKNOWN : supplyShare)

const DIGITS = 1e4
const decimal = (value: number) => String(Math.round(value * DIGITS) / DIGITS)

const judgedCells = (judged: Criticality) => ({
  supplyShare: Number.isNaN(judged.supplyShare) ? null : decimal(judged.supplyShare),
  substitutes: judged.substitutes,
  difficulty: decimal(judged.difficulty),
  betweenness: decimal(judged.betweenness),
  before: decimal(judged.before),
  after: decimal(judged.after),
  rankBefore: judged.rankBefore,
  rankAfter: judged.rankAfter,
  isDemoted: judged.isDemoted,
})

/** Between the firms that trade inside the chain; of too many, between those that trade most, the others counting as 0. */
function firmBetweenness({ graph }: SupplyView, { trades }: ChainSupply) {
  const volume = new Map<number, number>()
  for (const trade of trades)
    for (const firm of [graph.supplier[trade] ?? 0, graph.buyer[trade] ?? 0])
      volume.set(firm, (volume.get(firm) ?? 0) + Math.max(graph.yuan[trade] || 0, 0))
  const largest = [...volume].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_BETWEEN)
  const numbers = new Map(largest.map(([firm], at) => [firm, at]))
  const edges = trades.flatMap((trade): [number, number][] => {
    const from = numbers.get(graph.supplier[trade] ?? -1)
    const to = numbers.get(graph.buyer[trade] ?? -1)
    return from === undefined || to === undefined ? [] : [[from, to]]
  })
  const values = betweenness({ size: largest.length, edges }) ?? new Float64Array(0)
  return { firms: volume.size, of: (firm: string) => values[numbers.get(Number(firm)) ?? -1] ?? 0 }
}

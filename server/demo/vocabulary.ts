import { createClassifier } from '@domain/chain/classify'
import type { ChainNode, ChainPack } from '@domain/chain/pack'
import type { ChainPlan } from './chainPlans'
import { seedOf } from './random'

export type Density = 'none' | 'thin' | 'many'

/** What an enterprise of a node may be called, make and be coded as, without landing on a node meant to stay empty. */
export interface NodeWords {
  node: ChainNode
  density: Density
  words: readonly string[]
  codes: readonly string[]
}

export interface Vocabulary {
  /** By chain, then in node order. */
  nodes: ReadonlyMap<string, readonly NodeWords[]>
  /** Whether a trade stands on no chain at all. */
  isOffChain(product: string, industryCode: string): boolean
}

/** Part of a chain's nodes that have a few firms only. */
const THIN_SHARE = 0.22
const WORDS_PER_NODE = 10
/** Lower than any single sign, so that a word touching a node at all is seen. */
const ANY_SIGN = 0.01
/** Parts of company names among the keywords are no products. */
const NO_PRODUCT = /有限|公司|集团|股份|厂$|总店|的/u

export function createVocabulary(packs: readonly ChainPack[], plans: readonly ChainPlan[]): Vocabulary {
  const classifier = createClassifier(packs, { threshold: ANY_SIGN })
  const strict = createClassifier(packs)
  const densities = planDensities(packs, plans)
  const touched = (product: string) =>
    classifier.classify({ name: '', products: product }).map(({ chain, node }) => `${chain}/${node}`)
  const owned = (code: string) =>
    strict.classify({ name: '', industryCode: code }).map(({ chain, node }) => `${chain}/${node}`)
  const nodes = new Map<string, NodeWords[]>()
  for (const pack of packs) {
    nodes.set(
      pack.id,
      pack.nodes.map((node) => wordsOf(node, `${pack.id}/${node.id}`, densities, touched, owned)),
    )
  }
  const isOffChain = (product: string, industryCode: string) =>
    strict.classify({ name: product, products: product, industryCode }).length === 0
  return { nodes, isOffChain }
}

function wordsOf(
  node: ChainNode,
  key: string,
  densities: ReadonlyMap<string, Density>,
  touched: (product: string) => string[],
  owned: (code: string) => string[],
): NodeWords {
  const planned = densities.get(key) ?? 'many'
  if (planned === 'none') return { node, density: 'none', words: [], codes: [] }
  const products = node.keywords.filter((word) => !NO_PRODUCT.test(word))
  const found = products.map((word) => ({ word, keys: touched(word) })).filter(({ keys }) => keys.includes(key))
  const spares = (keys: readonly string[], forbidden: readonly Density[]) =>
    keys.every((other) => other === key || !forbidden.includes(densities.get(other) ?? 'many'))
  const fitting = (forbidden: Density[]) =>
    found
      .filter(({ keys }) => spares(keys, forbidden))
      .map(({ word }) => word)
      .slice(0, WORDS_PER_NODE)
  const codes = node.codes
    .map(({ code }) => code)
    .filter((code) => code.length === 4 && spares(owned(code), ['none', 'thin']))
  const careful = planned === 'many' ? fitting(['none', 'thin']) : []
  if (careful.length > 0) return { node, density: 'many', words: careful, codes }
  // A word shared with a thin node would fill it up: few firms may use it.
  const words = fitting(['none'])
  return { node, density: words.length > 0 ? 'thin' : 'none', words, codes }
}

/** Keyed chain/node. Nodes of one name get one lot, because they share their words. */
function planDensities(packs: readonly ChainPack[], plans: readonly ChainPlan[]): Map<string, Density> {
  const densities = new Map<string, Density>()
  for (const pack of packs) {
    const plan = plans.find(({ id }) => id === pack.id)
    const settled = new Set([...(plan?.missing ?? []), ...(plan?.anchors ?? []), ...(plan?.known ?? [])])
    const open = pack.nodes.filter(({ id }) => !settled.has(id))
    const thin = [...open].sort((a, b) => lot(a) - lot(b)).slice(0, Math.round(pack.nodes.length * THIN_SHARE))
    for (const node of thin) densities.set(`${pack.id}/${node.id}`, 'thin')
    for (const id of plan?.missing ?? []) densities.set(`${pack.id}/${id}`, 'none')
  }
  return densities
}

/** The lower, the sooner thin: key nodes first, everyday services last. */
function lot({ name, weight, services }: ChainNode): number {
  const chance = seedOf(name) / 0x1_0000_0000
  return chance * (weight === 3 ? 0.7 : weight === 2 ? 1 : 1.5) * (services ? 4 : 1)
}

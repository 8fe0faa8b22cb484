import type { NetworkWish } from './askNetwork'
import type { YearGraph } from './supplyIndex'
import type { SupplyView } from './supplyView'
import { walk, type Walk, type WalkWish } from './walk'

/** One through half a million firms takes about 10 MB. */
const WALKS_KEPT = 4

/** Least recently used first; gone with their graph. */
const kept = new WeakMap<YearGraph, Map<string, Walk>>()

type Query = NetworkWish['query']

/** A walk does not go with how its answer is drawn: opening a group, another grouping and a workbook take the same. */
export function keptWalk(view: SupplyView, query: Query, wishOf: (query: Query) => WalkWish): Walk {
  const { firm, direction, tiers, product, evidence, chain, place, honour } = query
  // What is a place goes with the reading of the divisions.
  const key = JSON.stringify([view.frame.mode, firm, direction, tiers, product, evidence, chain, place, honour])
  const walks = kept.get(view.graph) ?? new Map<string, Walk>()
  kept.set(view.graph, walks)
  const walked = walks.get(key) ?? walk(view, wishOf(query))
  walks.delete(key)
  walks.set(key, walked)
  const [oldest] = walks.keys()
  if (walks.size > WALKS_KEPT && oldest !== undefined) walks.delete(oldest)
  return walked
}

import type { PartyList } from '@contract/supply'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame, SupplyView } from './supplyView'

export interface PartyWish {
  frame: SupplyFrame
  chain?: string | undefined
  q?: string | undefined
  limit: number
}

/** Fewer letters of a code would be any firm of the province. */
const SHORTEST_CODE = 6

/** 链主 of the region, or whoever is called so; the best connected first. */
export function listParties(index: SupplyIndex, { frame, chain, q, limit }: PartyWish): PartyList {
  const view = index.open(frame)
  const found = q === undefined || q === '' ? leadersIn(view, chain) : partiesNamed(view, q)
  const { suppliersOf, buyersOf } = view.graph
  const partners = (firm: number) => (suppliersOf[firm] ?? 0) + (buyersOf[firm] ?? 0)
  const first = found.sort((a, b) => partners(b) - partners(a) || view.parties.byId(a, b)).slice(0, limit)
  return { ...view.head, total: found.length, rows: first.map((firm) => view.describe(firm)) }
}

const leadersIn = (view: SupplyView, chain: string | undefined): number[] =>
  [...view.parties.leaders].filter(
    (firm) =>
      (chain === undefined || view.parties.ledBy(firm)?.has(chain)) &&
      view.isIn(firm, view.frame.region) &&
      view.sees(firm),
  )

/** By a part of the name, or by the beginning of the code. */
function partiesNamed(view: SupplyView, q: string): number[] {
  const { ids, names } = view.parties
  const code = q.length >= SHORTEST_CODE && /^[0-9a-z]+$/iu.test(q) ? q.toUpperCase() : null
  // Chinese has no letter case, and a million names are not folded for nothing.
  const folded = /[a-z]/iu.test(q) ? q.toLowerCase() : null
  const isCalled = (name: string) => (folded === null ? name.includes(q) : name.toLowerCase().includes(folded))
  const found: number[] = []
  for (let firm = 0; firm < names.length; firm += 1) {
    const isIt = isCalled(names[firm] ?? '') || (code !== null && (ids[firm] ?? '').startsWith(code))
    if (isIt && view.knows(firm)) found.push(firm)
  }
  return found
}

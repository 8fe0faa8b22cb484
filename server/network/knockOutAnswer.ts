import { MOST_HITS, type KnockOut as Answer, type KnockOutAssumptions, type StopTarget } from '@contract/knockOut'
import { knockOut, type KnockOut } from '@domain/supply/knockOut'
import { propagation } from '@domain/supply/propagation'
import { sourcesLost } from '@domain/supply/sourcesLost'
import { tradesOf } from '@domain/supply/supplyGraph'
import { hitRows, listedFirms, rounded } from './knockOutHits'
import { knockOutMethod } from './knockOutMethod'
import { substituteRows } from './knockOutSubstitutes'
import { regionRows, sourceRows, sumsOf } from './knockOutSums'
import { stoppingsOf } from './knockOutTargets'
import { linksBetween } from './nodeLinks'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame, SupplyView } from './supplyView'

export interface KnockOutWish {
  frame: SupplyFrame
  stops: StopTarget[]
  assumptions: KnockOutAssumptions
  /** Everybody who is hit, for a workbook, and no picture of it. */
  isWhole: boolean
}

/** Rows of a workbook; more are said to be left out. */
export const MOST_WRITTEN = 100_000

/** 推演停摆 on the trades of a year that the principal may see. */
export function knockOutOf(index: SupplyIndex, { frame, stops, assumptions, isWhole }: KnockOutWish): Answer {
  const view = index.open(frame)
  const stoppings = stoppingsOf(view, stops)
  const { cutPercent, ...rest } = assumptions
  const revenue = visibleRevenue(view)
  const share = cutPercent / 100
  const asked = stoppings.flatMap(({ firms }) => firms.map((firm) => ({ firm, share })))
  const run = knockOut(view.graph, revenue, asked, rest)
  const firms = listedFirms(run, isWhole ? MOST_WRITTEN : MOST_HITS)
  const lost = sourcesLost(view.graph, run, 0)
  const sums = sumsOf(run)
  return {
    ...view.head,
    assumptions,
    targets: stoppings.map(({ target, name, firms: own }) => ({ target, name, firms: own.length })),
    stopped: run.stopped.length,
    hit: run.hit.length,
    ...sums,
    byRegion: regionRows(view, run),
    hits: hitRows(view, run, firms),
    isCut: run.stopped.length + run.hit.length > firms.length,
    ...(isWhole ? { links: [], steps: [] } : pictureOf(view, run, firms)),
    sources: sourceRows(view, lost),
    substitutes: substituteRows(view, run, stoppings, revenue),
    method: knockOutMethod(assumptions, {
      year: view.year,
      ...pricedIn(view),
      unknownAmounts: sums.unknownAmounts,
      unnamed: lost.unnamed,
      isScoped: frame.scope !== null,
    }),
  }
}

/** 元 by firm; NaN where it is not reported or not for the principal. */
function visibleRevenue(view: SupplyView): Float64Array {
  const { frame, index } = view
  const all = index.revenue(view.year)
  if (frame.seesUnits && frame.scope === null) return all
  return all.map((yuan, firm) => (frame.seesUnits && view.sees(firm) ? yuan : Number.NaN))
}

function pricedIn({ graph: { yuan, supplier, buyer } }: SupplyView) {
  let trades = 0
  let unpriced = 0
  for (let trade = 0; trade < yuan.length; trade += 1) {
    if (supplier[trade] === buyer[trade]) continue
    trades += 1
    if (Number.isNaN(yuan[trade] ?? Number.NaN)) unpriced += 1
  }
  return { trades, unpriced }
}

/** What is drawn: the trades among the listed firms, and how the waves ran along them. */
function pictureOf(view: SupplyView, run: KnockOut, firms: readonly number[]): Pick<Answer, 'links' | 'steps'> {
  const { graph, parties } = view
  const isListed = new Uint8Array(graph.firms)
  for (const firm of firms) isListed[firm] = 1
  const isDrawn = (trade: number) =>
    isListed[graph.supplier[trade] ?? 0] === 1 && isListed[graph.buyer[trade] ?? 0] === 1
  const trades = firms.flatMap((firm) => [...tradesOf(graph.sales, firm)].filter(isDrawn))
  const found = firms.map((firm) => ({ firm, tier: 0, isBothSides: false, isVia: false }))
  const { links } = linksBetween(view, Int32Array.from(trades), found)
  const drawn = new Set(links.map(({ id }) => id))
  const idOf = (trade: number) => `${parties.id(graph.supplier[trade] ?? 0)}>${parties.id(graph.buyer[trade] ?? 0)}`
  const counts = newlyHit(run)
  // Only of who is drawn: the ways to a million others would take a second to look up.
  const listed = { ...run, hit: Int32Array.from(firms.filter((firm) => run.own[firm] === 0)) }
  const steps = new Map(propagation(graph, listed).map(({ tier, hits }) => [tier, hits]))
  return {
    links,
    steps: counts.flatMap((count, tier) => {
      const hits = steps.get(tier) ?? []
      if (tier === 0 || (count === 0 && hits.length === 0)) return []
      const ways = new Set(hits.flatMap((hit) => hit.trades.filter(isDrawn).map(idOf)))
      return [
        {
          step: tier,
          firms: hits.map(({ firm, wave, cut }) => ({ id: parties.id(firm), wave, cut: rounded(cut) })),
          links: [...ways].filter((id) => drawn.has(id)),
          newlyHit: count,
        },
      ]
    }),
  }
}

/** By tier, firms that no earlier tier hit. */
function newlyHit({ hit, shortageTier, lostOrdersTier, assumptions: { tiers } }: KnockOut): number[] {
  const counts = new Array<number>(tiers + 1).fill(0)
  for (const firm of hit) {
    const [short = 0, lost = 0] = [shortageTier[firm], lostOrdersTier[firm]]
    const first = short > 0 && (lost <= 0 || short < lost) ? short : lost
    counts[first] = (counts[first] ?? 0) + 1
  }
  return counts
}

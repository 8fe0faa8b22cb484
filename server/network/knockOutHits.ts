import type { KnockOutHit } from '@contract/knockOut'
import type { KnockOut } from '@domain/supply/knockOut'
import { Endurance } from './knockOutEndurance'
import type { SupplyView } from './supplyView'
import { wanText } from './wanText'

const UNKNOWN = -1
const DIGITS = 1e6

/**
 * Who is listed: first who stops, then who is hit, the largest amount first, unknown ones last, of the same by number. Where
 * there is no room for all, half of it is for who is hit: the firms of a county that stops would leave none.
 */
export function listedFirms(run: KnockOut, most: number): number[] {
  const stopped = [...run.stopped].sort((a, b) => orUnknown(b.yuan) - orUnknown(a.yuan) || a.firm - b.firm)
  const first = stopped.slice(0, Math.max(most - run.hit.length, Math.ceil(most / 2))).map(({ firm }) => firm)
  return [...first, ...largestHits(run, most - first.length)]
}

const orUnknown = (yuan: number) => (Number.isNaN(yuan) ? UNKNOWN : yuan)

const ROOM = 4

/** Of a million firms the first thousand: what is less than the thousandth so far is not looked at again. */
function largestHits({ hit, atRisk }: KnockOut, most: number): number[] {
  if (most <= 0) return []
  const amountOf = (firm: number) => orUnknown(atRisk[firm] ?? 0)
  const byAmount = (a: number, b: number) => amountOf(b) - amountOf(a) || a - b
  let kept: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (const firm of hit) {
    // By number: of the same amount the earlier ones stay.
    if (amountOf(firm) <= least) continue
    kept.push(firm)
    if (kept.length < ROOM * most) continue
    kept = kept.sort(byAmount).slice(0, most)
    least = amountOf(kept[most - 1] ?? firm)
  }
  return kept.sort(byAmount).slice(0, most)
}

/** One row of the result for each of the firms. */
export function hitRows(view: SupplyView, run: KnockOut, firms: readonly number[]): KnockOutHit[] {
  const endurance = new Endurance(view, run)
  return firms.map((firm): KnockOutHit => {
    const isStopped = (run.own[firm] ?? 0) > 0
    const amount = run.atRisk[firm] ?? Number.NaN
    const isLowerBound = run.shortageUncounted[firm] === 1 || run.lostOrdersUncounted[firm] === 1
    return {
      party: view.describe(firm),
      isStopped,
      ...(isStopped ? STOPPED : wavesOf(run, firm)),
      atRiskWan: isStopped || Number.isNaN(amount) ? null : wanText(amount),
      ...(isLowerBound && !isStopped ? { isLowerBound } : {}),
      ...endurance.of(firm),
    }
  })
}

const STOPPED = { shortage: null, shortageTier: null, lostOrders: null, lostOrdersTier: null }

function wavesOf(run: KnockOut, firm: number) {
  const tierOf = (tier: number | undefined) => (tier !== undefined && tier > 0 ? tier : null)
  // Reached, but over trades alone that cannot be weighed: nobody knows by how much.
  const cutOf = (tier: number | null, cut: number | undefined) =>
    tier === null || cut === undefined || cut === 0 ? null : rounded(cut)
  const shortageTier = tierOf(run.shortageTier[firm])
  const lostOrdersTier = tierOf(run.lostOrdersTier[firm])
  return {
    shortage: cutOf(shortageTier, run.shortage[firm]),
    shortageTier,
    lostOrders: cutOf(lostOrdersTier, run.lostOrders[firm]),
    lostOrdersTier,
  }
}

/** Six digits; what is hit at all is not rounded to nothing. */
export const rounded = (cut: number) => Math.round(cut * DIGITS) / DIGITS || cut

import { ratioOf, roundHalfUp, type Numeric } from './rounding'

/** A set of enterprises: how many, and their 营业收入 (万元) as far as reported (null = nobody reported). */
export interface LinkTotals {
  enterprises: number
  revenueWan: Numeric | null
}

export interface LinkRate {
  enterprises: number
  linked: number
  /** By number, 0–1, four places; null when the register is empty. */
  ratio: string | null
  /** By 营业收入 of the reporting enterprises; null when nothing was reported. */
  revenueRatio: string | null
}

const DIGITS = 4

/**
 * 挂链率: the part of the register (or of 规上 only: the caller chooses both sets alike) that stands on at least one node
 * of any chain. A chain map is only as honest as this number. An enterprise on several nodes counts once.
 */
export function linkRate(all: LinkTotals, linked: LinkTotals): LinkRate {
  const byNumber = ratioOf(linked.enterprises, all.enterprises)
  const byRevenue = ratioOf(linked.revenueWan ?? (all.revenueWan === null ? null : 0), all.revenueWan)
  return {
    enterprises: all.enterprises,
    linked: linked.enterprises,
    ratio: byNumber === null ? null : roundHalfUp(byNumber, DIGITS),
    revenueRatio: byRevenue === null ? null : roundHalfUp(byRevenue, DIGITS),
  }
}

import type { z } from 'zod'
import type { KnockOut as Answer, KnockOutRegionRow, SourceLoss } from '@contract/knockOut'
import { COUNTRY } from '@domain/region/ancestors'
import { atRiskByRegion } from '@domain/supply/atRiskByRegion'
import { ExactSums } from '@domain/supply/exactSums'
import type { KnockOut } from '@domain/supply/knockOut'
import type { LostSources } from '@domain/supply/sourcesLost'
import type { SupplyView } from './supplyView'
import { wanText } from './wanText'

export interface Sums {
  atRiskWan: string
  unknownAmounts: number
  byTier: Answer['byTier']
}

/** A firm hit both ways counts on both sides of its tiers, and once in the whole. */
export function sumsOf({ hit, atRisk, shortageTier, lostOrdersTier, assumptions: { tiers } }: KnockOut): Sums {
  const whole = new ExactSums(1)
  const [lost, short] = [new ExactSums(tiers + 1), new ExactSums(tiers + 1)]
  const [suppliers, buyers] = [new Array<number>(tiers + 1).fill(0), new Array<number>(tiers + 1).fill(0)]
  let unknownAmounts = 0
  for (const firm of hit) {
    const amount = atRisk[firm] ?? Number.NaN
    const yuan = Number.isNaN(amount) ? 0 : amount
    if (Number.isNaN(amount)) unknownAmounts += 1
    whole.move(0, 0, yuan)
    for (const { tier, sums, counts } of [
      { tier: lostOrdersTier[firm] ?? 0, sums: lost, counts: suppliers },
      { tier: shortageTier[firm] ?? 0, sums: short, counts: buyers },
    ]) {
      if (tier <= 0) continue
      sums.move(tier, 0, yuan)
      counts[tier] = (counts[tier] ?? 0) + 1
    }
  }
  const byTier = suppliers.map((_none, tier) => ({
    tier,
    suppliers: suppliers[tier] ?? 0,
    buyers: buyers[tier] ?? 0,
    suppliersWan: wanText(lost.at(tier)),
    buyersWan: wanText(short.at(tier)),
  }))
  return {
    atRiskWan: wanText(whole.at(0)),
    unknownAmounts,
    byTier: byTier.filter((row) => row.suppliers + row.buyers > 0),
  }
}

const ELSEWHERE = '省外、未入库或未定位'

/** By county of the province; everybody else in one row. */
export function regionRows(view: SupplyView, { atRisk }: KnockOut): z.infer<typeof KnockOutRegionRow>[] {
  const { region } = view.frame
  const province = region === COUNTRY ? null : `${region.slice(0, 2)}0000`
  const labels = new Map<string, string>()
  const countyOf = (firm: number) => {
    const { county, province: own, label } = view.seatOf(firm)
    if (county === null || !view.parties.isListed(firm) || (province !== null && own !== province)) return null
    if (!labels.has(county)) labels.set(county, label)
    return county
  }
  return atRiskByRegion(atRisk, countyOf).map(({ region: code, yuan, firms, unknown }) => ({
    code,
    name: code === null ? ELSEWHERE : (labels.get(code) ?? view.index.places.name(code)),
    firms,
    atRiskWan: wanText(yuan),
    unknown,
  }))
}

/** 断源 by product: those with one source left in the network or none, or with buyers of whom that is true. */
export const sourceRows = (view: SupplyView, { products }: LostSources): z.infer<typeof SourceLoss>[] =>
  products.map(({ product, before, after, buyersWithNone, buyersWithOne }) => ({
    product: view.index.products.list[product] ?? '',
    before,
    after,
    buyersWithNone,
    buyersWithOne,
  }))

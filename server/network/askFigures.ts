import type { EgoFigures, SupplyShare } from '@contract/supply'
import { partyUnit, type PartyFigure } from '@domain/figure/partyFigures'
import { formatRef } from '@domain/figure/figureRef'
import type { SupplyZone } from '@domain/indicator/localSupply'
import { roundHalfUp } from '@domain/indicator/rounding'
import { community, type CommunityMember } from '@domain/supply/community'
import { egoFigures, type EgoFigures as Known, type LocalRate, type Top } from '@domain/supply/egoFigures'
import { chainsServed } from './chainsServed'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame, SupplyView } from './supplyView'
import { wanText } from './wanText'

export interface FiguresWish {
  frame: SupplyFrame
  firm: string
  /** 整零共同体 over so many tiers. */
  tiers: number
  /** The year of references where there is no trade at all. */
  today: string
  /** All members, however many. */
  isWhole?: boolean
}

/** All but the family, which the register knows. */
export type FirmFigures = Omit<EgoFigures, 'family'>

export const MEMBERS_SHOWN = 500
const RATE_DIGITS = 4
const ZONES: Record<SupplyZone, string> = { county: '本县', city: '本市', province: '本省' }

/** 链主的数: 配套率, 依赖, 整零共同体. */
export function figuresOf(index: SupplyIndex, wish: FiguresWish): FirmFigures {
  const view = index.open(wish.frame)
  const firm = view.require(wish.firm, 'firm')
  const known = knownFigures(view, firm)
  const refer = refersTo(view, wish)
  return {
    ...view.head,
    firm: view.describe(firm),
    tiers: wish.tiers,
    localRates: known.localRates.map((rate) => localRateOf(view, firm, rate, refer)),
    withoutAmount: known.suppliersWithoutAmount,
    suppliers: known.suppliers,
    suppliersRef: refer('firm-suppliers'),
    citySuppliers: view.seatOf(firm).city === null ? null : known.citySuppliers,
    citySuppliersRef: refer('firm-city-suppliers'),
    buyers: known.buyers,
    buyersRef: refer('firm-buyers'),
    purchasesWan: amountOf(known.purchases),
    salesWan: amountOf(known.sales),
    depth: known.depth,
    topSupplier: topOf(view, known.topSupplier, refer('firm-top-supplier')),
    topBuyer: topOf(view, known.topBuyer, refer('firm-top-buyer')),
    singleSource: known.singleSource.map(({ product, supplier, yuan }) => ({
      product: index.products.list[product] ?? '',
      supplier: view.describe(supplier),
      amountWan: amountOf(yuan),
    })),
    singleSourceRef: refer('firm-single-source'),
    multiChain: known.multiChain.map(({ firm: other, chains }) => ({
      party: view.describe(other),
      chains: chains.map((chain) => index.nameOf(chain)),
    })),
    multiChainRef: refer('firm-multi-chain'),
    community: communityOf(view, firm, wish, refer(`firm-community-${wish.tiers as 1 | 2 | 3 | 4}`)),
  }
}

export const knownFigures = (view: SupplyView, firm: number): Known =>
  egoFigures(view.graph, {
    firm,
    ringOf: (other) => view.ringOf(firm, other),
    chainsOf: chainsServed(view),
    revenue: view.revenueOf(firm),
  })

/** 元 → 万元; null where it is not known. */
const amountOf = (yuan: number) => (Number.isNaN(yuan) ? null : wanText(yuan))

/** References of the firm's figures, as the cards read them. */
function refersTo(view: SupplyView, { firm, today }: FiguresWish) {
  const { region, mode, dataset } = view.frame
  const unit = partyUnit(firm)
  const period = view.year ?? today
  return (indicator: PartyFigure) =>
    formatRef({
      indicator,
      region,
      chain: null,
      kind: 'party',
      unit,
      scope: 'all',
      period,
      mode,
      dataset,
      against: null,
    })
}

type Refer = ReturnType<typeof refersTo>

function localRateOf(view: SupplyView, firm: number, rate: LocalRate, refer: Refer): EgoFigures['localRates'][number] {
  const { zone, byCount, byAmount } = rate
  const where = view.seatOf(firm)[zone] === null ? `不知道这家企业在哪个${ZONES[zone].slice(1)}` : null
  const whole = String(byCount.whole)
  const silent = byCount.whole === 0 ? '当年没有已知的供应商' : '供应商都没有金额'
  return {
    zone,
    zoneName: ZONES[zone],
    byCount:
      where === null && byCount.rate !== null
        ? { numerator: String(byCount.local), denominator: whole, ratio: byCount.rate, missing: null }
        : { numerator: null, denominator: whole, ratio: null, missing: where ?? silent },
    byCountRef: refer(`firm-local-rate-${zone}`),
    byAmount: amountShare(byAmount, where, silent),
    byAmountRef: refer(`firm-local-rate-${zone}-amount`),
  }
}

function amountShare(amount: LocalRate['byAmount'], where: string | null, silent: string): SupplyShare {
  if (amount === null) return { numerator: null, denominator: null, ratio: null, missing: where ?? silent }
  const { local, whole, rate } = amount
  if (where !== null) return { numerator: null, denominator: whole, ratio: null, missing: where }
  return { numerator: local, denominator: whole, ratio: rate, missing: rate === null ? '采购额合计为 0' : null }
}

function topOf(view: SupplyView, top: Top | null, ref: string) {
  if (top === null) return null
  const share: SupplyShare = {
    numerator: wanText(top.yuan),
    denominator: wanText(top.whole),
    ratio: roundHalfUp(top.part, RATE_DIGITS),
    missing: null,
  }
  return { party: view.describe(top.firm), share, ref }
}

/** 整零共同体: the 链主 and those of its suppliers and buyers that sit in the region. */
export const membersOf = (view: SupplyView, firm: number, tiers: number): CommunityMember[] =>
  community(view.graph, firm, { tiers, isInScope: (other) => view.isIn(other, view.frame.region) })

function communityOf(
  view: SupplyView,
  firm: number,
  { tiers, isWhole }: FiguresWish,
  ref: string,
): EgoFigures['community'] {
  const members = membersOf(view, firm, tiers)
  const shown = isWhole ? members : members.slice(0, MEMBERS_SHOWN)
  return {
    count: members.length,
    ref,
    members: shown.map((member) => ({ party: view.describe(member.firm), tier: tierOf(member), role: member.role })),
    isCut: shown.length < members.length,
  }
}

/** On the nearer side, upstream first. */
function tierOf({ tierUp, tierDown }: CommunityMember): number {
  if (tierUp === 0) return 0
  return tierUp !== null && tierUp <= (tierDown ?? Infinity) ? -tierUp : (tierDown ?? 0)
}

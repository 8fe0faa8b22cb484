import {
  EVIDENCE_NAMES,
  type Assertion,
  type MatchedBy,
  type Network,
  type NetworkLink,
  type PartyKind,
  type SupplyParty,
  type SupplyShare,
} from '@contract/supply'
import type { SupplyRing, SupplyZone } from '@domain/indicator/localSupply'
import { TIER_NAMES } from '@domain/register/honourTier'
import { percentWords } from '@domain/supply/percentWords'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { countText, measureText } from '@/lib/format'
import type { HonourFilter, NetworkChoices } from '@/stores/networkParams'
import { amountText } from './amountText'
import { tierTitle } from './layout/layoutNode'

/** How near a firm is to the one looked at. */
export const RING_WORDS: Record<SupplyRing, string> = {
  county: '同县',
  city: '同市',
  province: '同省',
  outside: '省外',
  unknown: '地点不明',
}

export const ZONE_WORDS: Record<SupplyZone, string> = { county: '本县', city: '本市', province: '本省' }

export const KIND_WORDS: Record<PartyKind, string> = { enterprise: '在库', outside: '省外', unlisted: '未入库' }

/** 留着但要看一眼: what is marked ⚠. */
export const MARK_WORDS: Record<NetworkLink['marks'][number], string> = {
  'amount-conflict': '同一关系报了几个不同的金额',
  'share-sum': '需方的份额合计超过 100%',
  'direction-unstated': '方向未注明',
  mutual: '两家互为供需',
}

export const MATCH_WORDS: Record<MatchedBy, string> = {
  code: '按信用代码',
  'legal-name': '按法定名称',
  'former-name': '按曾用名',
  alias: '按别名（人工确认）',
  none: '未匹配，保留为库外企业',
}

export const HONOUR_WORDS: Record<HonourFilter, string> = { any: '有荣誉', ...TIER_NAMES }

/** 上游一级 …; 本企业 stands in the middle. */
export const tierWords = (tier: number): string => (tier === 0 ? '本企业' : tierTitle(tier))

/** 未报 is no zero: nobody said how much. */
export const shownAmount = (wan: string | null, estimated?: string | null): ShownFigure =>
  shownFigure({ value: wan, missing: '未报', missingReason: '文件里没有金额', estimated }, amountText)

const INFERRED = '全部是招投标推断、推算或未注明的关系'

/** 金额 of a link: known, partly known, inferred or 未报. */
export function shownTrades({ amountWan, isInferred }: Pick<NetworkLink, 'amountWan' | 'isInferred'>): ShownFigure {
  return shownAmount(amountWan, isInferred && amountWan !== null ? INFERRED : null)
}

/** 份额 as it was reported, in percent. */
export const shownPercent = (percent: string | null): ShownFigure =>
  shownFigure({ value: percent, missing: '未报' }, (text) => `${measureText(text)}%`)

export const shownRate = ({ ratio, missing }: SupplyShare): ShownFigure =>
  shownFigure({ value: ratio, missing: '算不出', missingReason: missing ?? undefined }, percentWords)

/** What a rate is made of: 12 ÷ 40 家, 3,100万 ÷ 9.0亿. */
export function shareParts({ numerator, denominator }: SupplyShare, by: 'count' | 'amount'): string {
  if (numerator === null || denominator === null) return ''
  if (by === 'count') return `${countText(Number(numerator))} ÷ ${countText(Number(denominator))} 家`
  return `${amountText(numerator)} ÷ ${amountText(denominator)}`
}

/** 产品 of a link in a few words. */
export function productWords({ products, trades }: Pick<NetworkLink, 'products' | 'trades'>): string {
  if (products.length === 0) return '未写产品'
  const rest = trades - products.length
  return rest > 0 ? `${products.join('、')}等 ${countText(trades)} 种` : products.join('、')
}

export const markWords = (marks: NetworkLink['marks']): string => marks.map((mark) => MARK_WORDS[mark]).join('；')

/** What is known of a link, in words. */
export function evidenceWords({ evidence, isInferred, trades, unknownAmounts }: NetworkLink): string {
  const unknown = unknownAmounts > 0 ? `，其中 ${countText(unknownAmounts)} 种没有金额` : ''
  const known = trades > 1 ? `，共 ${countText(trades)} 种产品${unknown}` : ''
  return `${EVIDENCE_NAMES[evidence]}${isInferred ? '（推断）' : ''}${known}`
}

/** 链上的位置: 数控机床·轴承、… */
export const seatWords = ({ seats }: Pick<SupplyParty, 'seats'>): string =>
  seats.length === 0 ? '未挂链' : seats.map(({ chainName, nodeName }) => `${chainName}·${nodeName}`).join('、')

export const partnerWords = ({ suppliers, buyers }: Pick<SupplyParty, 'suppliers' | 'buyers'>): string =>
  `供应商 ${countText(suppliers)} 家 · 客户 ${countText(buyers)} 家`

/** Why this one of several reports is shown, or why it is not; `shown` is the year on the screen. */
export function usageWords({ isUsed, mark, year }: Assertion, shown: string | null): string {
  if (year !== shown) return isUsed ? '其他年份，供对照' : '其他年份，没有采用'
  if (!isUsed) return '没有采用：有更近入库的一条'
  return mark === 'amount-conflict' ? '画面采用：几条说法中最近入库的一条' : '画面采用'
}

export interface FilterChip {
  id: 'product' | 'evidence' | 'supplyChain' | 'supplyPlace' | 'honour'
  text: string
  /** The choice without it. */
  without: Partial<NetworkChoices>
}

/** What narrows the picture, each to be taken off by itself. */
export function filterChips(choices: NetworkChoices, names: { chain: string; place: string }): FilterChip[] {
  const { product, evidence, supplyChain, supplyPlace, honour } = choices
  const chips: FilterChip[] = []
  if (product !== null) chips.push({ id: 'product', text: `产品：${product}`, without: { product: null } })
  if (supplyPlace !== null)
    chips.push({ id: 'supplyPlace', text: `市县：${names.place}`, without: { supplyPlace: null } })
  if (honour !== null) chips.push({ id: 'honour', text: `荣誉：${HONOUR_WORDS[honour]}`, without: { honour: null } })
  if (supplyChain !== null)
    chips.push({ id: 'supplyChain', text: `产业链：${names.chain}`, without: { supplyChain: null } })
  if (evidence.length > 0) {
    const words = evidence.map((kind) => EVIDENCE_NAMES[kind]).join('、')
    chips.push({ id: 'evidence', text: `证据：${words}`, without: { evidence: [] } })
  }
  return chips
}

const DIRECTIONS: Record<Network['direction'], string> = { both: '上下游', up: '上游', down: '下游' }

/** 上下游 2 级 · 128 家 · 210 条关系. */
export function networkSentence({ direction, tiers, totals }: Network): string {
  const outside = totals.outside > 0 ? `（省外或未入库 ${countText(totals.outside)} 家）` : ''
  return `${DIRECTIONS[direction]} ${tiers} 级 · ${countText(totals.firms)} 家${outside} · ${countText(totals.links)} 条关系`
}

import { namePartsOf, createPlaceNames } from '@domain/party/nameParts'
import { nameKey } from '@domain/party/nameKey'
import { demoOutsideCode } from './creditCodes'
import type { DemoLeader } from './leaders'
import type { DemoLink } from './links'
import { createRandom, type Random, type Weighted } from './random'

/** Who stands in a row: by code and name, by name alone, by a short name. */
export interface DemoSide {
  name: string
  creditCode: string
}

/** A row of the file of supply relations as a bureau would collect it: uneven, now and then contradictory. */
export interface DemoTrade {
  supplier: DemoSide
  buyer: DemoSide
  product: string
  year: number
  /** 万元. */
  amount: number | null
  /** Per cent of what the buyer buys of the product. */
  share: number | null
  basis: DemoBasis
  document: string
  statedOn: string
  ttr: number | null
  tts: number | null
  alternates: number | null
}

export type DemoBasis = '申报' | '合同' | '招投标推断' | '推算'

const BASES: readonly Weighted<DemoBasis>[] = [
  ['申报', 50],
  ['合同', 28],
  ['招投标推断', 14],
  ['推算', 8],
]
const DOCUMENTS: Record<DemoBasis, string> = {
  申报: '演示·企业申报表',
  合同: '演示·购销合同备案',
  招投标推断: '演示·中标公告',
  推算: '演示·投入产出推算底稿',
}

const BY_NAME = 0.03
const WITHOUT_AMOUNT = 0.05
const RESILIENCE_KNOWN = 0.2
const SHORT_NAMES = 8
const OUTSIDE_PER_LEADER = 3
const CONTRADICTIONS = 4
const CYCLES = 3
/** Whole rows for the two worst cases that a reader should see marked. */
const SHARES_TOO_MANY = [62, 55] as const

const PROVINCES = [
  ['江苏', '32'],
  ['浙江', '33'],
  ['山东', '37'],
  ['吉林', '22'],
  ['上海', '31'],
] as const
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const FIRST_OUTSIDE = 900_001

/** The trades of the demonstration with all that can be said of them, in the order of the file. */
export function demoTrades(links: readonly DemoLink[], leaders: readonly DemoLeader[]): DemoTrade[] {
  const random = createRandom('trades')
  const totals = totalsOf(links)
  const plain = links.map((link) => detailed(link, totals.get(basketOf(link)) ?? link.amount, random))
  return [
    ...shortened(plain, random),
    ...outsiders(links, leaders, random),
    ...contradictions(plain),
    ...cycles(plain, random),
    ...tooMuchOfAll(links, leaders, random),
  ]
}

const basketOf = ({ buyer, product, year }: DemoLink) => `${buyer.creditCode} ${product} ${year}`

function totalsOf(links: readonly DemoLink[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const link of links) totals.set(basketOf(link), (totals.get(basketOf(link)) ?? 0) + link.amount)
  return totals
}

const sideOf = ({ name, creditCode }: DemoSide): DemoSide => ({ name, creditCode })

function said(year: number, random: Random): Pick<DemoTrade, 'basis' | 'document' | 'statedOn'> {
  const basis = random.weighted(BASES)
  const month = String(random.whole(1, 12)).padStart(2, '0')
  const day = String(random.whole(1, 28)).padStart(2, '0')
  return { basis, document: `${DOCUMENTS[basis]} ${year}-${random.whole(1, 400)}`, statedOn: `${year}-${month}-${day}` }
}

const UNKNOWN = { ttr: null, tts: null, alternates: null }

/** Days and alternatives are known of few trades; TTS < TTR of about half of those. */
function resilience(random: Random): Pick<DemoTrade, 'ttr' | 'tts' | 'alternates'> {
  if (!random.chance(RESILIENCE_KNOWN)) return UNKNOWN
  return { ttr: random.whole(2, 18) * 5, tts: random.whole(2, 18) * 5, alternates: random.whole(0, 4) }
}

function detailed(link: DemoLink, total: number, random: Random): DemoTrade {
  const { supplier, buyer, product, year, amount } = link
  const share = Math.floor((amount / total) * 1000) / 10
  const isShareOnly = share > 0 && random.chance(WITHOUT_AMOUNT)
  const isByName = random.chance(BY_NAME)
  return {
    supplier: isByName ? { name: supplier.name, creditCode: '' } : sideOf(supplier),
    buyer: sideOf(buyer),
    product,
    year,
    amount: isShareOnly ? null : amount,
    share: isShareOnly ? share : null,
    ...said(year, random),
    ...resilience(random),
  }
}

/** Some name a supplier by what everybody calls it; one by a beginning that fits many. */
function shortened(trades: readonly DemoTrade[], random: Random): DemoTrade[] {
  const chosen = new Set(
    random.sample(
      trades.map((_trade, at) => at),
      SHORT_NAMES,
    ),
  )
  let done = 0
  return trades.map((trade, at) => {
    if (!chosen.has(at)) return trade
    done += 1
    const name = done === 1 ? trade.supplier.name.slice(0, 4) : shortNameOf(trade.supplier.name)
    return { ...trade, supplier: { name, creditCode: '' } }
  })
}

const NO_PLACES = createPlaceNames([])
const shortNameOf = (name: string) => namePartsOf(nameKey(name), NO_PLACES).core

/** 省外 by their codes, or by names that say where; a few of which nobody knows. */
function outsiders(links: readonly DemoLink[], leaders: readonly DemoLeader[], random: Random): DemoTrade[] {
  let serial = FIRST_OUTSIDE
  return leaders.flatMap(({ enterprise }) => {
    const bought = links.filter(({ buyer, year }) => buyer === enterprise && year === 2025)
    return random.sample(bought, OUTSIDE_PER_LEADER).map(({ product, amount }): DemoTrade => {
      const [province, digits] = random.pick(PROVINCES)
      const word = `${random.pick(STEMS)}${random.pick(STEMS)}${product.slice(0, 6)}${serial - FIRST_OUTSIDE + 1}有限公司`
      const creditCode = random.chance(0.7) ? demoOutsideCode(digits, serial) : ''
      const name = creditCode === '' && random.chance(0.5) ? `${province}演示${word}` : `演示省外${word}`
      serial += 1
      return {
        supplier: { name, creditCode },
        buyer: sideOf(enterprise),
        product,
        year: 2025,
        amount: Math.max(1, Math.round(amount * random.between(0.3, 1.2))),
        share: null,
        ...said(2025, random),
        ...resilience(random),
      }
    })
  })
}

/** The same trade from another source with another amount. */
function contradictions(trades: readonly DemoTrade[]): DemoTrade[] {
  const declared = trades.filter(
    ({ basis, amount, year, supplier }) =>
      basis === '申报' && (amount ?? 0) > 100 && year === 2025 && supplier.creditCode !== '',
  )
  return declared.slice(0, CONTRADICTIONS).map((trade) => ({
    ...trade,
    ...UNKNOWN,
    amount: Math.round((trade.amount ?? 0) * 0.8),
    basis: '合同',
    document: `${DOCUMENTS['合同']} 2025-核对`,
  }))
}

/** 互为供需: a buyer that sells something back. */
function cycles(trades: readonly DemoTrade[], random: Random): DemoTrade[] {
  const known = trades.filter(({ supplier, year }) => supplier.creditCode !== '' && year === 2025)
  return random.sample(known, CYCLES).map((trade) => ({
    ...trade,
    supplier: trade.buyer,
    buyer: trade.supplier,
    amount: Math.max(1, Math.round((trade.amount ?? 20) / 10)),
    share: null,
    ...said(2025, random),
    ...UNKNOWN,
  }))
}

/** Two suppliers whose shares of one product cannot both be right. */
function tooMuchOfAll(links: readonly DemoLink[], leaders: readonly DemoLeader[], random: Random): DemoTrade[] {
  const buyer = leaders[0]?.enterprise
  const bought = links.filter((link) => link.buyer === buyer && link.year === 2024)
  const product = bought[0]?.product
  const rivals = bought.filter((link) => link.product === product).slice(0, SHARES_TOO_MANY.length)
  return rivals.map((link, at) => ({
    supplier: sideOf(link.supplier),
    buyer: sideOf(link.buyer),
    product: link.product,
    year: 2024,
    amount: null,
    share: SHARES_TOO_MANY[at] ?? null,
    ...said(2024, random),
    ...UNKNOWN,
  }))
}

import { sql } from 'kysely'
import type { LocalSupply } from '@contract/analysisParts'
import { primaryReason, type DisclosureRule } from '@domain/disclosure/rule'
import type { Suppression } from '@domain/disclosure/suppression'
import {
  localSupplyRate,
  SUPPLY_RINGS,
  SUPPLY_ZONES,
  supplyOf,
  type Purchase,
  type SupplyRing,
} from '@domain/indicator/localSupply'
import type { SourceContext } from './context'
import type { Frame } from './view'

/** place of the 链主, of the supplier (null: not in the register), codes of both, 采购额. */
type Packed = [string, string | null, string, string, string | null]

export interface SupplyReading {
  year: string
  purchases: Purchase[]
  leaders: number
  /** Why no amount of them is public; numbers of suppliers always are. */
  amountSuppressed: Suppression | null
}

/** Links are reported by the year. */
export const supplyYear = (period: string) => period.slice(0, 4)

/** What the 链主 of a chain in the region bought, supplier by supplier. */
export async function readSupply(context: SourceContext, frame: Frame, chain: string): Promise<SupplyReading> {
  const purchases = purchasesOf(context, await readBought(context, frame, chain))
  const leaders = new Set(purchases.map(({ leader }) => leader)).size
  const own = amountSuppression(purchases, context.disclosure)
  const amountSuppressed = own ?? (await besideUnsafe(context, frame, chain))
  return { year: supplyYear(frame.period), purchases, leaders, amountSuppressed }
}

/** Who says a trade again corrects it: the newest row counts, and amounts of one trade are never added up. */
async function readBought(context: SourceContext, frame: Frame, chain: string): Promise<Packed[]> {
  const { rows } = await sql<{ packed: string | null }>`
    with head as (
      select distinct e.credit_code, e.place from leader l
      join enterprise e on e.dataset = l.dataset and e.credit_code = l.credit_code
      where l.dataset = ${frame.dataset} and l.chain = ${chain} and e.place in (
        select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region})),
    said as (
      select distinct on (s.supplier, s.buyer, coalesce(s.product, ''))
        h.place as buyer_place, s.supplier, h.credit_code, s.amount_wan
      from supply_link s join head h on h.credit_code = s.buyer join batch b on b.id = s.batch_id
      where s.dataset = ${frame.dataset} and s.period = ${supplyYear(frame.period)} and s.supplier <> s.buyer
      order by s.supplier, s.buyer, coalesce(s.product, ''), b.published_seq desc nulls last, s.row_no desc),
    bought as (
      select buyer_place, supplier, credit_code, sum(amount_wan) as amount
      from said group by buyer_place, supplier, credit_code)
    select json_agg(json_build_array(b.buyer_place, e.place, b.credit_code, b.supplier, b.amount::text))::text as packed
    from bought b left join enterprise e on e.dataset = ${frame.dataset} and e.credit_code = b.supplier`.execute(
    context.db,
  )
  return JSON.parse(rows[0]?.packed ?? '[]') as Packed[]
}

const purchasesOf = (context: SourceContext, list: readonly Packed[]) =>
  list.map(([buyer, seller, leader, supplier, amount]): Purchase => ({
    leader,
    supplier,
    ring: ringOf(context, buyer, seller),
    amount,
  }))

/** Regions side by side are told all or none: the one that is not would follow from their superior region and the others. */
async function besideUnsafe(context: SourceContext, frame: Frame, chain: string): Promise<Suppression | null> {
  const above = context.regions.path(frame.region).slice(-2)[0]?.code
  if (above === undefined || above === frame.region || context.disclosure === null) return null
  const level = context.regions.level(frame.region)
  const bought = await readBought(context, { ...frame, region: above }, chain)
  const seats = await context.db
    .selectFrom('region_map')
    .select(['place', 'region'])
    .where('mode_key', '=', frame.modeKey)
    .where('place', 'in', ['', ...new Set(bought.map(([buyer]) => buyer))])
    .execute()
  const seatOf = new Map(
    seats.flatMap(({ place, region }) => (context.regions.level(region) === level ? [[place, region]] : [])),
  )
  const groups = new Map<string, Packed[]>()
  for (const row of bought) {
    const seat = seatOf.get(row[0]) ?? ''
    groups.set(seat, [...(groups.get(seat) ?? []), row])
  }
  const isUnsafe = (rows: Packed[]) => amountSuppression(purchasesOf(context, rows), context.disclosure) !== null
  return [...groups.values()].some(isUnsafe) ? 'complementary' : null
}

/** The smallest region that both sit in; a seat known to the province only is no proof of being local to a county. */
function ringOf({ regions }: SourceContext, buyer: string, seller: string | null): SupplyRing {
  if (seller === null) return 'unknown'
  const step = (place: string, level: string) =>
    regions.path(regions.resolve(place, 'current').code).find(({ code }) => regions.level(code) === level)?.code
  const isShared = (level: string) => {
    const own = step(buyer, level)
    return own !== undefined && own === step(seller, level)
  }
  if (isShared('county')) return 'county'
  if (isShared('city')) return 'city'
  return isShared('province') ? 'province' : 'outside'
}

/**
 * What one or two 链主 bought, or one or two suppliers sold, is data of single enterprises. Amounts stand ring by ring, so
 * the rule holds for every ring, too: one that is not public would follow from the rates of the others.
 */
export function amountSuppression(purchases: readonly Purchase[], rule: DisclosureRule | null): Suppression | null {
  if (rule === null) return null
  const whole = unsafeSum(purchases, rule)
  if (whole !== null) return whole
  const rings = SUPPLY_RINGS.map((ring) => purchases.filter((purchase) => purchase.ring === ring))
  return rings.some((ring) => unsafeSum(ring, rule) !== null) ? 'complementary' : null
}

const unsafeSum = (purchases: readonly Purchase[], rule: DisclosureRule) =>
  unsafeBy(({ leader }) => leader, purchases, rule) ?? unsafeBy(({ supplier }) => supplier, purchases, rule)

function unsafeBy(nameOf: (purchase: Purchase) => string, purchases: readonly Purchase[], rule: DisclosureRule) {
  const yuan = new Map<string, number>()
  for (const purchase of purchases) {
    if (purchase.amount === null) continue
    const name = nameOf(purchase)
    yuan.set(name, (yuan.get(name) ?? 0) + Math.round(Number(purchase.amount) * 10_000))
  }
  const [largest = -Infinity, second = -Infinity] = [...yuan.values()].sort((a, b) => b - a)
  const sum = [...yuan.values()].reduce((total, value) => total + value, 0)
  return primaryReason({ reporting: yuan.size, sum, largest, second }, rule)
}

export function localSupply(
  { year, purchases, leaders, amountSuppressed }: SupplyReading,
  leadersAll: number | null,
): LocalSupply {
  const supply = supplyOf(purchases)
  const amounts = amountSuppressed ? null : supply.amounts
  return {
    year,
    leaders,
    leadersAll,
    suppliers: supply.suppliers,
    amounts,
    amountSuppressed,
    withoutAmount: supply.withoutAmount,
    rates: SUPPLY_ZONES.map((zone) => ({
      zone,
      byCount: localSupplyRate(supply.suppliers, zone),
      byAmount: amounts && localSupplyRate(amounts, zone),
    })),
    missing: missingOf(leadersAll, leaders, year),
  }
}

function missingOf(leadersAll: number | null, leaders: number, year: string): string | null {
  if (leadersAll === null) return '没有导入本链的链主名单'
  if (leadersAll === 0) return '本地区没有本链的链主'
  return leaders === 0 ? `没有链主 ${year} 年的采购记录，请导入供应关系` : null
}

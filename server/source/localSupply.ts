import { sql } from 'kysely'
import type { LocalSupply } from '@contract/analysisParts'
import { primaryReason, type DisclosureRule } from '@domain/disclosure/rule'
import type { Suppression } from '@domain/disclosure/suppression'
import { localSupplyRate, SUPPLY_ZONES, supplyOf, type Purchase, type SupplyRing } from '@domain/indicator/localSupply'
import type { SourceContext } from './context'
import type { Frame } from './view'

/** place of the 链主, of the supplier (null: not in the register), codes of both, 采购额. */
type Packed = [string, string | null, string, string, string | null]

export interface SupplyReading {
  year: string
  purchases: Purchase[]
  leaders: number
}

/** Links are reported by the year. */
export const supplyYear = (period: string) => period.slice(0, 4)

/** What the 链主 of a chain in the region bought, supplier by supplier. */
export async function readSupply(context: SourceContext, frame: Frame, chain: string): Promise<SupplyReading> {
  const year = supplyYear(frame.period)
  const { rows } = await sql<{ packed: string | null }>`
    with head as (
      select distinct e.credit_code, e.place from leader l
      join enterprise e on e.dataset = l.dataset and e.credit_code = l.credit_code
      where l.dataset = ${frame.dataset} and l.chain = ${chain} and e.place in (
        select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region})),
    bought as (
      select h.place as buyer_place, s.supplier_code, h.credit_code, sum(s.amount_wan) as amount
      from supply_link s join head h on h.credit_code = s.customer_code
      where s.dataset = ${frame.dataset} and s.period = ${year} group by h.place, s.supplier_code, h.credit_code)
    select json_agg(json_build_array(b.buyer_place, e.place, b.credit_code, b.supplier_code, b.amount::text))::text as packed
    from bought b left join enterprise e on e.dataset = ${frame.dataset} and e.credit_code = b.supplier_code`.execute(
    context.db,
  )
  const list = JSON.parse(rows[0]?.packed ?? '[]') as Packed[]
  const purchases = list.map(([buyer, seller, leader, supplier, amount]): Purchase => ({
    leader,
    supplier,
    ring: ringOf(context, buyer, seller),
    amount,
  }))
  return { year, purchases, leaders: new Set(list.map(([, , leader]) => leader)).size }
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

/** Purchases of one or two 链主 are data of single enterprises: their amounts stay inside, their numbers do not. */
export function amountSuppression(purchases: readonly Purchase[], rule: DisclosureRule | null): Suppression | null {
  if (rule === null) return null
  const yuan = new Map<string, number>()
  for (const { leader, amount } of purchases) {
    if (amount !== null) yuan.set(leader, (yuan.get(leader) ?? 0) + Math.round(Number(amount) * 10_000))
  }
  const [largest = -Infinity, second = -Infinity] = [...yuan.values()].sort((a, b) => b - a)
  const sum = [...yuan.values()].reduce((total, value) => total + value, 0)
  return primaryReason({ reporting: yuan.size, sum, largest, second }, rule)
}

export function localSupply(
  { year, purchases, leaders }: SupplyReading,
  leadersAll: number | null,
  rule: DisclosureRule | null,
): LocalSupply {
  const supply = supplyOf(purchases)
  const amountSuppressed = amountSuppression(purchases, rule)
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

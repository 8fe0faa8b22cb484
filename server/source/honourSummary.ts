import { sql } from 'kysely'
import type { z } from 'zod'
import { EnterpriseQuery } from '@contract/enterprises'
import type { ExpiringHonour, HonourQuery, HonourSummary, TierCount } from '@contract/honours'
import { plusDays } from '@domain/honour/days'
import { RULE_DOCUMENTS } from '@domain/honour/ruleVersion'
import { HONOUR_TIERS, TIER_NAMES, type CountedTier } from '@domain/register/honourTier'
import { requireNode, requirePack } from './chainEditions'
import { COUNTRY, todayOf, type SourceContext } from './context'
import { conditions, filterOf, type EnterpriseFilter } from './enterpriseFilter'
import { invalid } from './failure'
import { listedTitles } from './honourInputs'
import { validOn } from './honours'
import type { Principal } from './principal'
import { frameOf } from './view'

type Query = z.output<typeof HonourQuery>

export const DAYS_AHEAD = 90
const MOST_EXPIRING = 200

interface Days {
  day: string
  today: string
  soon: string
}

interface CountRow {
  tier: string | null
  held: string
  held_today: string
  expiring: string
  lapsed: string
  revoked: string
  open: string
  derived: string
}

/** 优质企业梯度 of a region, of a chain in it or of a node: once per tier, and once altogether. */
export async function readHonourSummary(
  context: SourceContext,
  principal: Principal,
  query: Query,
): Promise<HonourSummary> {
  if (query.region === COUNTRY) throw invalid('优质企业按省、市、县统计', 'region')
  const frame = await frameOf(context, principal, query)
  const pack = query.chain ? await requirePack(context, query.chain) : null
  if (query.node) requireNode(pack ?? failWithoutChain(), query.node)
  const { region, period, scope, mode, dataset, version } = frame
  const { chain, node } = query
  const filter = await filterOf(
    context,
    frame,
    EnterpriseQuery.parse({ region, period, scope, mode, dataset, ...(chain && { chain }), ...(node && { node }) }),
  )
  const today = todayOf(context)
  const days = { day: filter.day, today, soon: plusDays(today, DAYS_AHEAD) }
  const rows = await countRows(context, filter, days)
  const of = (tier: CountedTier | null) => rows.find((row) => row.tier === tier)
  const all = of(null)
  return {
    region,
    regionName: context.regions.name(region),
    chain: chain ?? null,
    chainName: pack?.name ?? null,
    period,
    scope,
    mode,
    dataset,
    version,
    day: days.day,
    today,
    listed: (await listedTitles(context, dataset, region)).size > 0,
    tiers: HONOUR_TIERS.map((tier) => tierCount(tier, of(tier))),
    total: Number(all?.held ?? 0),
    totalToday: Number(all?.held_today ?? 0),
    derivedEnds: Number(all?.derived ?? 0),
    expiring: await expiringOf(context, filter, days),
    method: METHOD,
  }
}

function failWithoutChain(): never {
  throw invalid('查看环节要同时指定产业链', 'chain')
}

const tierCount = (tier: CountedTier, row: CountRow | undefined): TierCount => ({
  tier,
  name: TIER_NAMES[tier],
  held: Number(row?.held ?? 0),
  heldToday: Number(row?.held_today ?? 0),
  expiring: Number(row?.expiring ?? 0),
  lapsed: Number(row?.lapsed ?? 0),
  revoked: Number(row?.revoked ?? 0),
  open: Number(row?.open ?? 0),
})

/** Each enterprise with one tier: what holds on which day. */
const holdings = (filter: EnterpriseFilter, { day, today }: Days) => sql`
  select h.credit_code, h.tier, bool_or(${validOn(day)}) as held, bool_or(${validOn(today)}) as held_today,
    max(h.valid_to) filter (where ${validOn(today)}) as last_day,
    bool_or(${validOn(today)} and h.valid_to is null) as is_open,
    bool_or(h.standing = 'revoked') as was_revoked,
    bool_or(h.standing = 'lapsed' or (h.standing in ('held', 'superseded') and h.valid_to < ${today})) as has_lapsed,
    count(*) filter (where ${validOn(today)} and h.end_derived) as derived
  from honour h join enterprise e on e.dataset = h.dataset and e.credit_code = h.credit_code
  where h.dataset = ${filter.frame.dataset} and h.tier <> 'other' and ${conditions(filter)}
  group by h.credit_code, h.tier`

/** One row per tier, and one with tier null in which each enterprise counts once. */
async function countRows(context: SourceContext, filter: EnterpriseFilter, days: Days): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    with holding as (${holdings(filter, days)}), firm as (
      select credit_code, bool_or(held) as held, bool_or(held_today) as held_today, sum(derived) as derived
      from holding group by credit_code
    )
    select tier, count(*) filter (where held) as held, count(*) filter (where held_today) as held_today,
      count(*) filter (where held_today and not is_open and last_day <= ${days.soon}) as expiring,
      count(*) filter (where not held_today and not was_revoked and has_lapsed) as lapsed,
      count(*) filter (where not held_today and was_revoked) as revoked,
      count(*) filter (where held_today and is_open) as open, sum(derived) as derived
    from holding group by tier
    union all
    select null, count(*) filter (where held), count(*) filter (where held_today), 0, 0, 0, 0, sum(derived)
    from firm`.execute(context.db)
  return rows
}

async function expiringOf(context: SourceContext, filter: EnterpriseFilter, days: Days): Promise<ExpiringHonour[]> {
  const { rows } = await sql<{
    credit_code: string
    name: string
    county_found: string | null
    tier: CountedTier
    batch_name: string | null
    valid_to: string
    end_derived: boolean
  }>`
    select distinct on (h.valid_to, h.tier, h.credit_code)
      h.credit_code, e.name, e.county_found, h.tier, h.batch_name, h.valid_to, h.end_derived
    from (${holdings(filter, days)}) held
    join honour h on h.dataset = ${filter.frame.dataset} and h.credit_code = held.credit_code and h.tier = held.tier
      and h.valid_to = held.last_day and ${validOn(days.today)}
    join enterprise e on e.dataset = h.dataset and e.credit_code = h.credit_code
    where held.held_today and not held.is_open and held.last_day <= ${days.soon}
    order by h.valid_to, h.tier, h.credit_code limit ${MOST_EXPIRING}`.execute(context.db)
  return rows.map((row) => ({
    creditCode: row.credit_code,
    name: row.name,
    countyName: row.county_found ? context.regions.name(row.county_found) : '未定位',
    tier: row.tier,
    tierName: TIER_NAMES[row.tier],
    batchName: row.batch_name,
    validTo: row.valid_to,
    endDerived: row.end_derived,
    daysLeft: daysBetween(days.today, row.valid_to),
  }))
}

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

const METHOD = [
  '一家企业持有几级称号，在每一级各计一次，在“优质企业（去重）”中只计一次；各级不能相加。',
  '有效期逐日判定：到期、撤销的不计；名单没有写有效期止、而规则规定三年的，按认定日期加三年推算并注明。',
  '后发布的名单写明状态（复核通过、撤销等）的，以后发布的为准。',
  `认定办法版本按认定日期区分：2026-03-31 以前为${RULE_DOCUMENTS.V2022}，2026-04-01 起为${RULE_DOCUMENTS.V2026}。`,
  '只统计在企业名录中的企业；制造业单项冠军含 2023 年以前的示范企业、示范产品。',
]

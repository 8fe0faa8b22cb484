import { sql, type RawBuilder } from 'kysely'
import type { Candidate } from '@domain/party/matchNames'
import { partyOfName } from '@domain/party/nameKey'
import { maySee, type SourceContext } from './context'
import { invalid } from './failure'
import type { Principal } from './principal'
import { visibleLinks } from './supplyScope'

export { decideName, undoName, type NameDecision } from './supplyDecisions'
export { matchingReport, type MatchingReport } from './supplyReport'

/** open: waits for a person; decided: a person spoke; matched: the rules were sure; outside: nobody resembles it. */
export const NAME_STATES = ['open', 'decided', 'matched', 'outside'] as const
export type NameState = (typeof NAME_STATES)[number]

export interface PartyCandidate extends Candidate {
  county: string | null
  countyName: string
}

/** A name that published trades mention without a usable code. */
export interface NameInQueue {
  /** `name:` and the normalised name. */
  id: string
  /** As printed. */
  name: string
  state: NameState
  role: 'supplier' | 'buyer' | 'both'
  /** Rows that mention it, and what they add up to in 万元 (null: none says an amount). */
  trades: number
  amountWan: string | null
  matchedBy: 'legal-name' | 'former-name' | 'alias' | 'none'
  /** The enterprise it means now. */
  enterprise: { creditCode: string; name: string; county: string | null; countyName: string } | null
  /** Best first. */
  candidates: PartyCandidate[]
  /** Province or city that the name begins with. */
  place: string | null
  placeName: string | null
  decision: { creditCode: string | null; decidedAt: string; decidedBy: string } | null
}

export interface NameQueueQuery {
  dataset: string
  limit: number
  cursor?: string | null | undefined
  state?: NameState | 'all' | undefined
}

export interface NameQueue {
  rows: NameInQueue[]
  next: string | null
  counts: Record<NameState, number>
}

interface Row {
  name_key: string
  name: string
  state: NameState
  trades: number
  amount: string | null
  sells: boolean
  buys: boolean
  matched_by: NameInQueue['matchedBy']
  credit_code: string | null
  candidates: string
  place: string | null
  decided: boolean
  decided_code: string | null
  decided_at: string | null
  decided_by: string | null
}

const named = (dataset: string, links: RawBuilder<unknown>) => sql`
  mention as (
    select l.supplier_key as k, true as sells, l.amount_wan from supply_link l where ${links} and l.supplier_key is not null
    union all
    select l.buyer_key, false, l.amount_wan from supply_link l where ${links} and l.buyer_key is not null),
  spoken as (
    select k, count(*)::integer as trades, sum(amount_wan) as amount, bool_or(sells) as sells, bool_or(not sells) as buys
    from mention group by k),
  named as (
    select n.name_key, n.name, n.candidates, n.place, s.trades, s.amount, s.sells, s.buys,
      a.name_key is not null as decided, a.credit_code as decided_code, a.decided_at, a.decided_by,
      case when a.name_key is null then n.credit_code else a.credit_code end as credit_code,
      case when a.name_key is null then n.matched_by when a.credit_code is null then 'none' else 'alias' end as matched_by,
      case when a.name_key is not null then 'decided' when n.credit_code is not null then 'matched'
        when n.candidates <> '[]' then 'open' else 'outside' end as state
    from spoken s join supply_name n on n.dataset = ${dataset} and n.name_key = s.k
    left join supply_alias a on a.dataset = n.dataset and a.name_key = n.name_key)`

/** 名称认定: names with what they may mean, those with the most trades first. Throws forbidden for visitors. */
export async function readNameQueue(
  context: SourceContext,
  principal: Principal,
  { dataset, limit, cursor, state = 'open' }: NameQueueQuery,
): Promise<NameQueue> {
  const links = await visibleLinks(context, principal, dataset)
  const after = cursor ? decode(cursor) : null
  const wanted = state === 'all' ? sql`true` : sql`state = ${state}`
  const beyond = after
    ? sql`(trades < ${after.trades} or (trades = ${after.trades} and name_key > ${after.key}))`
    : sql`true`
  const { rows } = await sql<Row>`with ${named(dataset, links)}
    select * from named where ${wanted} and ${beyond} order by trades desc, name_key limit ${limit + 1}`.execute(
    context.db,
  )
  const counted = await sql<{ state: NameState; n: number }>`with ${named(dataset, links)}
    select state, count(*)::integer as n from named group by state`.execute(context.db)
  const page = rows.slice(0, limit)
  const firms = await firmsOf(context, dataset, page)
  const last = page[page.length - 1]
  return {
    rows: page.map((row) => viewOf(context, principal, row, firms)),
    next: rows.length > limit && last ? JSON.stringify([last.trades, last.name_key]) : null,
    counts: Object.fromEntries(
      NAME_STATES.map((one) => [one, counted.rows.find((row) => row.state === one)?.n ?? 0]),
    ) as Record<NameState, number>,
  }
}

/** What a count of the database may be. */
const LARGEST = 2 ** 31 - 1

function decode(cursor: string): { trades: number; key: string } {
  try {
    const [trades, key] = JSON.parse(cursor) as [unknown, unknown]
    const isCount = Number.isInteger(trades) && Math.abs(trades as number) <= LARGEST
    if (isCount && typeof key === 'string' && !key.includes('\0')) return { trades: trades as number, key }
  } catch {
    // Falls through: a cursor that was not made here.
  }
  throw invalid('翻页位置无效，请回到第一页', 'cursor')
}

interface Firm {
  credit_code: string
  name: string
  place: string
  county_found: string | null
}

const candidatesOf = ({ candidates }: Row) => JSON.parse(candidates) as Candidate[]

async function firmsOf(context: SourceContext, dataset: string, rows: readonly Row[]): Promise<Map<string, Firm>> {
  const codes = rows.flatMap((row) => [row.credit_code ?? '', ...candidatesOf(row).map(({ creditCode }) => creditCode)])
  const found = await context.db
    .selectFrom('enterprise')
    .select(['credit_code', 'name', 'place', 'county_found'])
    .where('dataset', '=', dataset)
    .where('credit_code', 'in', ['', ...new Set(codes)])
    .execute()
  return new Map(found.map((firm) => [firm.credit_code, firm]))
}

function viewOf(context: SourceContext, principal: Principal, row: Row, firms: ReadonlyMap<string, Firm>): NameInQueue {
  const seat = (county: string | null) => ({ county, countyName: county ? context.regions.name(county) : '未定位' })
  const meant = row.credit_code === null ? undefined : firms.get(row.credit_code)
  const candidates = candidatesOf(row).flatMap((candidate) => {
    const firm = firms.get(candidate.creditCode)
    return firm && maySee(context, principal, firm.place) ? [{ ...candidate, ...seat(firm.county_found) }] : []
  })
  return {
    id: partyOfName(row.name_key),
    name: row.name,
    state: row.state,
    role: row.sells && row.buys ? 'both' : row.sells ? 'supplier' : 'buyer',
    trades: row.trades,
    amountWan: row.amount,
    matchedBy: row.matched_by,
    enterprise: meant ? { creditCode: meant.credit_code, name: meant.name, ...seat(meant.county_found) } : null,
    candidates,
    place: row.place,
    placeName: row.place === null ? null : context.regions.name(row.place),
    decision: row.decided
      ? { creditCode: row.decided_code, decidedAt: row.decided_at ?? '', decidedBy: row.decided_by ?? '' }
      : null,
  }
}

import { sql } from 'kysely'
import type { z } from 'zod'
import type { MatchingReport, NameDecision, NamePage, NameQuery, NameRow, NameUndo } from '@contract/supplyNames'
import type { SnapshotListQuery } from '@contract/supplySnapshots'
import type { Candidate } from '@domain/party/matchNames'
import { nameOfParty, partyOfName } from '@domain/party/nameKey'
import { Places } from '@server/network/places'
import { wanText } from '@server/network/wanText'
import { maySee, requireRegion, type SourceContext } from './context'
import { notFound } from './failure'
import type { Principal } from './principal'
import { decideName, matchingReport, readNameQueue, undoName, type NameState } from './supplyParties'
import { visibleLinks } from './supplyScope'
import { dataVersion, preferredDataset } from './view'

const STATES: Record<z.output<typeof NameQuery>['state'], NameState> = {
  asked: 'open',
  outside: 'outside',
  decided: 'decided',
}

/** 名称核对: a page of names, those with the most trades first. Throws forbidden for visitors and regions out of reach. */
export async function readNamePage(
  context: SourceContext,
  who: Principal,
  { region, state, cursor, limit, ...query }: z.output<typeof NameQuery>,
): Promise<NamePage> {
  requireRegion(context, who, region)
  const dataset = query.dataset ?? (await preferredDataset(context, region)) ?? 'real'
  const queue = await readNameQueue(context, who, { dataset, limit, cursor, state: STATES[state] })
  const ids = queue.rows.map(({ id }) => id)
  const rows = await readNameRows(context, who, dataset, ids)
  const { version } = await dataVersion(context, dataset)
  return {
    dataset,
    version,
    total: queue.counts[STATES[state]],
    rows: ids.flatMap((id) => rows.get(id) ?? []),
    nextCursor: queue.next,
  }
}

/** From now on the name means this enterprise, or nobody of the register. */
export async function decideNameRow(context: SourceContext, who: Principal, decision: z.output<typeof NameDecision>) {
  requireRegion(context, who, decision.region)
  await decideName(context, who, decision)
  return requireRow(context, who, decision)
}

/** The rules alone say again what the name means. */
export async function undoNameRow(context: SourceContext, who: Principal, undo: z.output<typeof NameUndo>) {
  requireRegion(context, who, undo.region)
  await undoName(context, who, undo)
  return requireRow(context, who, undo)
}

async function requireRow(context: SourceContext, who: Principal, { dataset, id }: z.output<typeof NameUndo>) {
  const row = (await readNameRows(context, who, dataset, [id])).get(id)
  if (!row) throw notFound('没有供应关系提到这个名称', 'id')
  return row
}

interface Row {
  name_key: string
  name: string
  candidates: string
  as_supplier: number
  as_buyer: number
  amount: string | null
  decided_code: string | null
  decided_at: string | null
  decided_by: string | null
}

/** The names as they stand now, by id. */
async function readNameRows(
  context: SourceContext,
  who: Principal,
  dataset: string,
  ids: readonly string[],
): Promise<Map<string, NameRow>> {
  const links = await visibleLinks(context, who, dataset)
  const keys = sql.join(ids.map((id) => nameOfParty(id) ?? '').concat(''))
  const { rows } = await sql<Row>`
    with mention as (
      select l.supplier_key as k, 1 as sells, l.amount_wan from supply_link l where ${links} and l.supplier_key in (${keys})
      union all
      select l.buyer_key, 0, l.amount_wan from supply_link l where ${links} and l.buyer_key in (${keys}))
    select n.name_key, n.name, n.candidates, sum(m.sells)::integer as as_supplier,
      sum(1 - m.sells)::integer as as_buyer, sum(m.amount_wan) as amount,
      a.credit_code as decided_code, a.decided_at, a.decided_by
    from mention m join supply_name n on n.dataset = ${dataset} and n.name_key = m.k
    left join supply_alias a on a.dataset = n.dataset and a.name_key = n.name_key
    group by n.name_key, n.name, n.candidates, a.credit_code, a.decided_at, a.decided_by`.execute(context.db)
  const firms = await firmsOf(context, dataset, rows)
  return new Map(rows.map((row) => [partyOfName(row.name_key), rowOf(context, who, row, firms)]))
}

const candidatesOf = ({ candidates }: Row) => JSON.parse(candidates) as Candidate[]

async function firmsOf(context: SourceContext, dataset: string, rows: readonly Row[]) {
  const codes = rows.flatMap((row) => [
    row.decided_code ?? '',
    ...candidatesOf(row).map(({ creditCode }) => creditCode),
  ])
  const found = await context.db
    .selectFrom('enterprise')
    .select(['credit_code', 'name', 'place'])
    .where('dataset', '=', dataset)
    .where('credit_code', 'in', ['', ...new Set(codes)])
    .execute()
  const places = new Places(
    context.regions,
    found.map(({ place }) => place),
  ).reading('current')
  return new Map(found.map((firm, at) => [firm.credit_code, { ...firm, placeName: places(at).label }]))
}

function rowOf(
  context: SourceContext,
  who: Principal,
  row: Row,
  firms: ReadonlyMap<string, { name: string; place: string; placeName: string }>,
): NameRow {
  const candidates = candidatesOf(row).flatMap(({ creditCode, name, score, reason }) => {
    const firm = firms.get(creditCode)
    // Gone from the register meanwhile, or not for this person to see.
    if (!firm || !maySee(context, who, firm.place)) return []
    return [{ creditCode, name, placeName: firm.placeName, score, reason }]
  })
  const { decided_code: creditCode, decided_at: decidedAt, decided_by: decidedBy } = row
  const name = creditCode === null ? null : (firms.get(creditCode)?.name ?? null)
  return {
    id: partyOfName(row.name_key),
    name: row.name,
    asSupplier: row.as_supplier,
    asBuyer: row.as_buyer,
    amountWan: row.amount,
    candidates: candidates.slice(0, 5),
    decision: decidedAt === null ? null : { creditCode, name, decidedAt, decidedBy: decidedBy ?? '' },
  }
}

const SELF_LINK = '供需双方认定为同一家企业（自供，不进网络）'

/** 匹配报告 in the shape of the contract: parties once, mentions by side. */
export async function readMatching(
  context: SourceContext,
  who: Principal,
  { region, dataset: wished }: z.output<typeof SnapshotListQuery>,
): Promise<MatchingReport> {
  requireRegion(context, who, region)
  const dataset = wished ?? (await preferredDataset(context, region)) ?? 'real'
  const report = await matchingReport(context, who, { dataset })
  const links = await visibleLinks(context, who, dataset)
  const { rows: marked } = await sql<{ mark: string; links: number }>`
    select l.mark, count(*)::integer as links from supply_link l
    where ${links} and l.mark is not null and l.mark <> '' group by l.mark order by links desc, l.mark`.execute(
    context.db,
  )
  // No row of a file says it: the name of one side turned out to be the other.
  if (report.selfLinks > 0) marked.push({ mark: SELF_LINK, links: report.selfLinks })
  const { version } = await dataVersion(context, dataset)
  return { dataset, version, links: report.trades, marked, rows: matchRows(report) }
}

function matchRows({ mentions, parties }: Awaited<ReturnType<typeof matchingReport>>): MatchingReport['rows'] {
  const keyOf = ({ matchedBy, status }: { matchedBy: string; status: string }) => `${matchedBy} ${status}`
  const kinds = new Map([...parties, ...mentions].map((one) => [keyOf(one), one]))
  return [...kinds].map(([key, { matchedBy, status }]) => {
    const own = mentions.filter((one) => keyOf(one) === key)
    const count = (side: string) => own.filter((one) => one.side === side).reduce((sum, one) => sum + one.mentions, 0)
    return {
      matchedBy,
      status,
      parties: parties.find((one) => keyOf(one) === key)?.parties ?? 0,
      asSupplier: count('supplier'),
      asBuyer: count('buyer'),
      amountWan: addWan(own.flatMap(({ amountWan }) => amountWan ?? [])),
    }
  })
}

/** Decimal text of 万元, four digits at most, added up as whole 元. */
function addWan(amounts: readonly string[]): string | null {
  if (amounts.length === 0) return null
  return wanText(amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 10_000), 0))
}

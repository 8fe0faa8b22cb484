import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Schema } from '@server/db/schema'
import type { SourceContext } from './context'
import { matchNames, storeMatches, type WantedName } from './supplyNames'

type Trx = Transaction<Schema>
type Books = Pick<SourceContext, 'regions'>

/*
 * Who the two sides of the published trades are. The result depends on three things only: which batches are published,
 * which enterprises the register has, what people decided. `supply_link.supplier` and `.buyer` of a side given by name
 * follow `supply_alias`, then `supply_name`; `supply_party` has a row for every id that a link names, and no other.
 */

/** Being worked out; never seen outside a transaction. */
const STALE = 'stale'

/** The trades of one batch were put in: its names are looked up, its parties made. */
export async function settleNewLinks(trx: Trx, context: Books, dataset: string, batch: string) {
  const own = sql`l.dataset = ${dataset} and l.batch_id = ${batch}`
  const fresh = await namesOf(
    trx,
    sql`${own}`,
    sql`not exists (select 1 from supply_name n where n.dataset = ${dataset} and n.name_key = q.name_key)`,
  )
  await storeMatches(trx, dataset, fresh, await matchNames(trx, context, dataset, fresh))
  await recount(trx, 'supply_link', 'supply_name')
  await applyMatches(trx, dataset, own)
  await writeParties(trx, dataset, partiesOf(own))
}

/** Before the trades of a batch are taken out: its parties will have to be looked at again. */
export async function releaseLinks(trx: Trx, dataset: string, batch: string) {
  await touchParties(trx, dataset, partiesOf(sql`l.dataset = ${dataset} and l.batch_id = ${batch}`))
}

/** And after: names and parties that nobody mentions any more are gone. */
export async function settleReleased(trx: Trx, dataset: string) {
  await sql`
    delete from supply_name n where n.dataset = ${dataset}
      and not exists (select 1 from supply_link l where l.dataset = n.dataset and l.supplier_key = n.name_key)
      and not exists (select 1 from supply_link l where l.dataset = n.dataset and l.buyer_key = n.name_key)`.execute(
    trx,
  )
  await settleParties(trx, dataset)
}

/** A register was published or withdrawn: names may mean somebody else now, codes may have become known. */
export async function settleAfterRegister(trx: Trx, context: Books, dataset: string, batch: string) {
  await touchParties(
    trx,
    dataset,
    sql`select p.id from supply_party p where p.dataset = ${dataset} and p.id in (
      select r.credit_code from staged_row r where r.batch_id = ${batch} and r.credit_code is not null)`,
  )
  const { rows } = await sql<{ key: string; name: string }>`
    select name_key as key, name from supply_name where dataset = ${dataset} order by name_key`.execute(trx)
  await storeMatches(trx, dataset, rows, await matchNames(trx, context, dataset, rows))
  if (rows.length > 0) {
    const every = sql`l.dataset = ${dataset} and (l.supplier_key is not null or l.buyer_key is not null)`
    await touchParties(trx, dataset, partiesOf(every))
    await applyMatches(trx, dataset, every)
    await touchParties(trx, dataset, partiesOf(every))
  }
  await settleMany(trx, dataset)
}

/** One name got another meaning: its trades move, and both parties are made anew. */
export async function moveName(trx: Trx, dataset: string, key: string) {
  const own = sql`l.dataset = ${dataset} and (l.supplier_key = ${key} or l.buyer_key = ${key})`
  await touchParties(trx, dataset, partiesOf(own))
  await applyMatches(trx, dataset, own, key)
  await touchParties(trx, dataset, partiesOf(own))
  await settleParties(trx, dataset)
}

const partiesOf = (links: RawBuilder<unknown>) => sql`
  select l.supplier from supply_link l where ${links} union select l.buyer from supply_link l where ${links}`

async function namesOf(trx: Trx, links: RawBuilder<unknown>, wanted: RawBuilder<unknown>): Promise<WantedName[]> {
  const { rows } = await sql<{ key: string; name: string }>`
    select q.name_key as key, min(q.name) as name
    from (
      select l.supplier_key as name_key, l.supplier_name as name from supply_link l where ${links}
      union all select l.buyer_key, l.buyer_name from supply_link l where ${links}
    ) q where q.name_key is not null and ${wanted} group by q.name_key order by q.name_key`.execute(trx)
  return rows
}

/** A person's word before the rules'. */
const meanings = (dataset: string, key?: string) => sql`
  select n.name_key,
    case when a.name_key is null then n.credit_code else a.credit_code end as credit_code,
    case when a.name_key is null then n.matched_by when a.credit_code is null then 'none' else 'alias' end as matched_by
  from supply_name n left join supply_alias a on a.dataset = n.dataset and a.name_key = n.name_key
  where n.dataset = ${dataset} and ${key === undefined ? sql`true` : sql`n.name_key = ${key}`}`

async function applyMatches(trx: Trx, dataset: string, links: RawBuilder<unknown>, key?: string) {
  for (const side of ['supplier', 'buyer'] as const) {
    const [party, by, name] = [sql.ref(side), sql.ref(`${side}_by`), sql.ref(`l.${side}_key`)]
    await sql`
      update supply_link l set ${party} = coalesce(m.credit_code, 'name:' || m.name_key), ${by} = m.matched_by
      from (${meanings(dataset, key)}) m
      where ${links} and ${name} = m.name_key
        and (l.${party} <> coalesce(m.credit_code, 'name:' || m.name_key) or l.${by} <> m.matched_by)`.execute(trx)
  }
}

/**
 * Marks parties, known or new, as to be worked out by `settleParties`. Known ones are taken off as a set: looked for one by
 * one, the table would be read again for every row that was just put into it.
 */
async function touchParties(trx: Trx, dataset: string, ids: RawBuilder<unknown>) {
  await sql`update supply_party set status = ${STALE} where dataset = ${dataset} and id in (${ids})`.execute(trx)
  await sql`
    insert into supply_party (dataset, id, name, matched_by, status, candidates)
    select ${dataset}, q.id, '', 'none', ${STALE}, '[]'
    from ((${ids}) except select p.id from supply_party p where p.dataset = ${dataset}) as q (id)`.execute(trx)
}

/** Digits 1–2 of every province; 10 (国家市场监督管理总局) names none. */
const PROVINCES =
  sql.raw(`('11','12','13','14','15','21','22','23','31','32','33','34','35','36','37','41','42','43','44',
  '45','46','50','51','52','53','54','61','62','63','64','65','71','81','82')`)

const SURENESS = sql.raw(`(array['code', 'legal-name', 'former-name', 'alias', 'none'])`)

/**
 * A publication changes these tables by more than the planner knows, and what it takes for a handful of rows it joins row
 * by row: without fresh counts 60,000 trades took minutes in the embedded engine.
 */
async function recount(trx: Trx, ...tables: string[]) {
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(trx)
}

async function settleMany(trx: Trx, dataset: string) {
  await recount(trx, 'supply_party')
  await settleParties(trx, dataset)
  await recount(trx, 'supply_party')
}

async function settleParties(trx: Trx, dataset: string) {
  const stale = sql`select p.id from supply_party p where p.dataset = ${dataset} and p.status = ${STALE}`
  await sql`
    update supply_party p set name = f.name, matched_by = f.matched_by, status = f.status, candidates = f.candidates,
      place = f.place, placed_by = f.placed_by
    from (${described(dataset, stale)}) f where p.dataset = ${dataset} and p.id = f.id`.execute(trx)
  await sql`delete from supply_party where dataset = ${dataset} and status = ${STALE}`.execute(trx)
}

/** The same for parties that are certainly mentioned, which may be hundreds of thousands: each is written once. */
async function writeParties(trx: Trx, dataset: string, ids: RawBuilder<unknown>) {
  await sql`delete from supply_party where dataset = ${dataset} and id in (${ids})`.execute(trx)
  await sql`
    insert into supply_party (dataset, id, name, matched_by, status, candidates, place, placed_by)
    select ${dataset}, f.id, f.name, f.matched_by, f.status, f.candidates, f.place, f.placed_by
    from (${described(dataset, ids)}) f`.execute(trx)
  await recount(trx, 'supply_party')
}

/** What there is to say of parties, from the trades that name them. */
const described = (dataset: string, ids: RawBuilder<unknown>) => {
  const mentions = (side: string) => sql`
    select ${sql.ref(`l.${side}`)} as id, ${sql.ref(`l.${side}_name`)} as name,
      case ${sql.ref(`l.${side}_by`)} when 'code' then 1 when 'legal-name' then 2 when 'former-name' then 3
        when 'alias' then 4 else 5 end as rank
    from supply_link l where l.dataset = ${dataset} and ${sql.ref(`l.${side}`)} in (${ids})`
  return sql`
    select g.id, coalesce(g.registered, g.printed, g.id) as name, ${SURENESS}[g.rank] as matched_by,
      case when g.registered is not null then 'matched' when g.asks then 'asked' else 'outside' end as status,
      case when g.asks then g.candidates else '[]' end as candidates,
      coalesce(g.seat, g.code_place, g.name_place) as place,
      case when g.seat is not null then 'register' when g.code_place is not null then 'code'
        when g.name_place is not null then 'name' end as placed_by
    from (
      select m.id, m.printed, m.rank, e.name as registered, e.place as seat, n.candidates, n.place as name_place,
        coalesce(n.candidates <> '[]' and a.name_key is null, false) as asks,
        case when m.id not like 'name:%' and substr(m.id, 3, 2) in ${PROVINCES} then substr(m.id, 3, 2) || '0000' end
          as code_place
      from (
        select id, min(name) as printed, min(rank) as rank
        from (${mentions('supplier')} union all ${mentions('buyer')}) every_mention group by id
      ) m
      left join enterprise e on e.dataset = ${dataset} and e.credit_code = m.id
      left join supply_name n on n.dataset = ${dataset}
        and n.name_key = case when m.id like 'name:%' then substr(m.id, 6) end
      left join supply_alias a on a.dataset = ${dataset} and a.name_key = n.name_key
    ) g`
}

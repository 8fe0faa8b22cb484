import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Schema } from '@server/db/schema'

type Alias = 'h' | 'n' | 'p' | 'l'
const column = (alias: Alias, name: string) => sql.ref(`${alias}.${name}`)
const equal = (a: Alias, b: Alias, name: string) => sql`${column(a, name)} = ${column(b, name)}`
const equalIfSaid = (a: Alias, b: Alias, name: string) =>
  sql`(${column(a, name)} is null or ${column(b, name)} is null or ${equal(a, b, name)})`

/** One title of one enterprise: rows of a tier, or of a programme outside the tiers, at one level. */
const sameTitle = (a: Alias, b: Alias) => sql`${equal(a, b, 'credit_code')} and ${equal(a, b, 'tier')}
  and (${column(a, 'tier')} <> 'other' or ${equal(a, b, 'programme')}) and ${equalIfSaid(a, b, 'level')}`

/** One grant of it: the same 批次, or the same day; two rows that say neither speak of the same grant. */
const sameGrant = (a: Alias, b: Alias) => sql`(${equal(a, b, 'batch_name')} or ${equal(a, b, 'issued_on')}
  or coalesce(${column(a, 'batch_name')}, ${column(b, 'batch_name')}, ${column(a, 'issued_on')}, ${column(b, 'issued_on')}) is null)`

/** Granted before the notice n: listed by then, or listed again later without a word on its state. */
const WAS_BEFORE = sql`(n.seq >= h.seq or (h.status is null and exists (
  select 1 from known p where ${sameTitle('p', 'h')} and ${sameGrant('p', 'h')} and p.seq <= n.seq)))`

/** A notice of revocation often names the title alone; it stands until a still later list says otherwise. */
const REVOKED = sql`exists (select 1 from known n where n.status = 'revoked' and ${sameTitle('n', 'h')} and ${WAS_BEFORE}
  and ${equalIfSaid('n', 'h', 'batch_name')} and (n.issued_on is null or h.issued_on is null or h.issued_on <= n.issued_on)
  and not exists (select 1 from known l where ${sameTitle('l', 'n')} and l.seq > n.seq
    and l.status in ('valid', 'reviewed') and ${equalIfSaid('l', 'n', 'batch_name')}))`

/** The same grant in a later list; a list without states leaves a state that was once written. */
const SUPERSEDED = sql`exists (select 1 from known n where ${sameTitle('n', 'h')} and ${sameGrant('n', 'h')} and n.seq > h.seq
  and n.status is distinct from 'revoked' and (n.status is not null or h.status is null))`

/**
 * Which rows of the given enterprises hold, now that these lists are published: of one grant the later list counts, and
 * a revocation stands until a still later list says otherwise in so many words. A list without a 状态 column that is
 * published once more brings no revoked title back.
 */
export async function settleStandings(trx: Transaction<Schema>, dataset: string, codes: RawBuilder<unknown>) {
  await sql`
    with known as (
      select g.*, b.published_seq as seq from honour g join batch b on b.id = g.batch_id
      where g.dataset = ${dataset} and g.credit_code in (${codes})
    ), settled as (
      select h.batch_id, h.row_no, case
        when ${REVOKED} then 'revoked'
        when ${SUPERSEDED} then 'superseded'
        when h.status = 'lapsed' then 'lapsed'
        else 'held' end as standing
      from known h
    )
    update honour set standing = settled.standing from settled
    where honour.batch_id = settled.batch_id and honour.row_no = settled.row_no
      and honour.standing <> settled.standing`.execute(trx)
}

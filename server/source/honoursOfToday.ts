import { sql, type Transaction } from 'kysely'
import type { Dataset } from '@contract/common'
import type { Schema } from '@server/db/schema'
import { periodsOf } from './aggregates'
import { bumpVersion } from './batches'
import { todayOf, type SourceContext } from './context'
import { figureRows } from './figureRows'
import { honourDay } from './honours'

type Trx = Transaction<Schema>

/** Per product: the day already looked at, and the look in progress. */
const looked = new WeakMap<SourceContext, Map<string, { day: string; done: Promise<void> }>>()

/**
 * 按日判定: counted honours follow the day, not the publication. The first read of a day takes off the titles that have
 * run out and puts on those that have begun, with a data version of its own; every other read costs a comparison.
 */
export function keepHonoursOfToday(context: SourceContext, dataset: Dataset): Promise<void> {
  const days = looked.get(context) ?? new Map<string, { day: string; done: Promise<void> }>()
  looked.set(context, days)
  const day = todayOf(context)
  const known = days.get(dataset)
  if (known?.day === day) return known.done
  const done = turnDay(context, dataset, day).catch((error: unknown) => {
    days.delete(dataset)
    throw error
  })
  days.set(dataset, { day, done })
  return done
}

async function turnDay({ db, now }: SourceContext, dataset: Dataset, day: string) {
  const judged = await db
    .selectFrom('data_version')
    .select(sql<string>`coalesce(judged_on, substr(updated_at, 1, 10))`.as('day'))
    .where('dataset', '=', dataset)
    .executeTakeFirst()
  if (!judged || judged.day === day) return
  await db.transaction().execute(async (trx) => {
    // Locked as by a publication: of several processes one counts, the others find the day turned.
    const { rows } = await sql<{ day: string }>`
      select coalesce(judged_on, substr(updated_at, 1, 10)) as day from data_version where dataset = ${dataset} for update`.execute(
      trx,
    )
    const before = rows[0]?.day ?? day
    if (before === day) return
    const codes = await codesTurning(trx, dataset, before, day)
    if (codes.length > 0 && (await recount(trx, dataset, codes, before, day)))
      await bumpVersion(trx, dataset, now().toISOString())
    await trx.updateTable('data_version').set({ judged_on: day }).where('dataset', '=', dataset).execute()
  })
}

/** Whoever has a counted honour that begins or ends between the two days; the clock may also have been set back. */
async function codesTurning(trx: Trx, dataset: string, before: string, day: string): Promise<string[]> {
  const [from, to] = before < day ? [before, day] : [day, before]
  const { rows } = await sql<{ credit_code: string }>`
    select distinct credit_code from honour where dataset = ${dataset} and tier <> 'other' and standing = 'held'
      and ((valid_from > ${from} and valid_from <= ${to}) or (valid_to >= ${from} and valid_to < ${to}))`.execute(trx)
  return rows.map(({ credit_code }) => credit_code)
}

const UNIT = sql.raw('mode_key, region, chain, unit_kind, unit, scope')

/** Adds the difference of the two days to the periods that still run; true where any count changed. */
async function recount(trx: Trx, dataset: string, codes: string[], before: string, day: string) {
  let changed = false
  for (const period of await periodsOf(trx, dataset)) {
    const [then, now] = [honourDay(period, before), honourDay(period, day)]
    if (then === now) continue
    const rows = (on: string) => figureRows({ dataset, period, day: on, code: codes })
    const { numAffectedRows } = await sql`
      update aggregate a set honoured = a.honoured + d.delta
      from (
        select ${UNIT}, sum(honoured)::integer as delta from (
          select ${UNIT}, honoured from (${rows(now)}) x union all select ${UNIT}, -honoured from (${rows(then)}) y
        ) both_days group by ${UNIT} having sum(honoured) <> 0
      ) d
      where a.dataset = ${dataset} and a.period = ${period} and a.mode_key = d.mode_key and a.region = d.region
        and a.chain = d.chain and a.unit_kind = d.unit_kind and a.unit = d.unit and a.scope = d.scope`.execute(trx)
    changed ||= (numAffectedRows ?? 0n) > 0n
  }
  return changed
}

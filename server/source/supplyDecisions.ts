import { sql, type Transaction } from 'kysely'
import type { Schema } from '@server/db/schema'
import { nameOfParty, partyOfName } from '@domain/party/nameKey'
import { bumpVersion } from './batches'
import { requireRegion, type SourceContext } from './context'
import { conflict, invalid, notFound } from './failure'
import type { Principal } from './principal'
import { visibleLinks } from './supplyScope'
import { moveName } from './supplySettle'

type Trx = Transaction<Schema>

/** What a name means: the enterprise (null: nobody of the register), and whether a person said so. */
export interface NameMeaning {
  creditCode: string | null
  decided: boolean
}

export interface NameDecision {
  id: string
  name: string
  before: NameMeaning
  after: NameMeaning
  /** Trades that name it. */
  trades: number
}

export interface NameQuestion {
  dataset: string
  /** `name:` and the normalised name. */
  id: string
}

/**
 * 认定名称: from now on the name means this enterprise, or (null) nobody of the register; its trades move at once, and
 * later publications follow. Throws not-found for a name that no visible trade mentions, invalid for an enterprise that is
 * not in the register or would supply itself, conflict where somebody decided otherwise, forbidden outside the principal's region and for visitors.
 */
export async function decideName(
  context: SourceContext,
  principal: Principal,
  { dataset, id, creditCode }: NameQuestion & { creditCode: string | null },
): Promise<NameDecision> {
  const key = await requireName(context, principal, { dataset, id })
  if (creditCode !== null) await requireEnterprise(context, principal, dataset, creditCode, key)
  const at = context.now().toISOString()
  return change(context, dataset, key, async (trx) => {
    await requireUndecided(trx, dataset, key, creditCode)
    await forget(trx, dataset, key)
    await trx
      .insertInto('supply_alias')
      .values({ dataset, name_key: key, credit_code: creditCode, decided_at: at, decided_by: principal.name })
      .execute()
  })
}

/** Two people at the same name: the second must see what the first decided before he decides otherwise. */
async function requireUndecided(trx: Trx, dataset: string, key: string, creditCode: string | null) {
  const known = await trx
    .selectFrom('supply_alias')
    .select(['credit_code', 'decided_by'])
    .where('dataset', '=', dataset)
    .where('name_key', '=', key)
    .executeTakeFirst()
  if (known === undefined || known.credit_code === creditCode) return
  const meaning = known.credit_code === null ? '不在库内' : `是 ${known.credit_code}`
  throw conflict(`${known.decided_by}已认定这个名称${meaning}；要改，请先在“已决定”里撤销`)
}

/** Takes a decision back: the rules alone say again what the name means. Throws as `decideName`. */
export async function undoName(
  context: SourceContext,
  principal: Principal,
  { dataset, id }: NameQuestion,
): Promise<NameDecision> {
  const key = await requireName(context, principal, { dataset, id })
  return change(context, dataset, key, (trx) => forget(trx, dataset, key))
}

async function change(context: SourceContext, dataset: string, key: string, write: (trx: Trx) => Promise<unknown>) {
  return context.db.transaction().execute(async (trx): Promise<NameDecision> => {
    await bumpVersion(trx, dataset, context.now().toISOString())
    const before = await meaningOf(trx, dataset, key)
    await write(trx)
    await moveName(trx, dataset, key)
    const after = await meaningOf(trx, dataset, key)
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from supply_link
      where dataset = ${dataset} and (supplier_key = ${key} or buyer_key = ${key})`.execute(trx)
    return {
      id: partyOfName(key),
      name: before.name,
      before: before.meaning,
      after: after.meaning,
      trades: rows[0]?.n ?? 0,
    }
  })
}

const forget = (trx: Trx, dataset: string, key: string) =>
  trx.deleteFrom('supply_alias').where('dataset', '=', dataset).where('name_key', '=', key).execute()

async function meaningOf(trx: Trx, dataset: string, key: string): Promise<{ name: string; meaning: NameMeaning }> {
  const { rows } = await sql<{ name: string; credit_code: string | null; decided: boolean }>`
    select n.name, a.name_key is not null as decided,
      case when a.name_key is null then n.credit_code else a.credit_code end as credit_code
    from supply_name n left join supply_alias a on a.dataset = n.dataset and a.name_key = n.name_key
    where n.dataset = ${dataset} and n.name_key = ${key}`.execute(trx)
  const row = rows[0]
  // Withdrawn meanwhile.
  if (!row) throw notFound('没有供应关系提到这个名称', 'id')
  return { name: row.name, meaning: { creditCode: row.credit_code, decided: row.decided } }
}

async function requireName(
  context: SourceContext,
  principal: Principal,
  { dataset, id }: NameQuestion,
): Promise<string> {
  const links = await visibleLinks(context, principal, dataset)
  const key = nameOfParty(id)
  if (key === null) throw invalid('该企业按信用代码认定，不需要按名称认定', 'id')
  const { rows } = await sql`
    select 1 from supply_link l where ${links} and (l.supplier_key = ${key} or l.buyer_key = ${key}) limit 1`.execute(
    context.db,
  )
  if (rows.length === 0) throw notFound('没有供应关系提到这个名称', 'id')
  return key
}

async function requireEnterprise(
  context: SourceContext,
  principal: Principal,
  dataset: string,
  creditCode: string,
  key: string,
) {
  const firm = await context.db
    .selectFrom('enterprise')
    .select(['name', 'place'])
    .where('dataset', '=', dataset)
    .where('credit_code', '=', creditCode)
    .executeTakeFirst()
  if (!firm) throw invalid('企业名录中没有这家企业；请先导入企业名录，或认定为“不在库内”', 'creditCode')
  requireRegion(context, principal, firm.place, 'creditCode')
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from supply_link l where l.dataset = ${dataset}
      and ((l.supplier_key = ${key} and l.buyer = ${creditCode}) or (l.buyer_key = ${key} and l.supplier = ${creditCode}))`.execute(
    context.db,
  )
  const loops = rows[0]?.n ?? 0
  if (loops > 0)
    throw invalid(`认定后有 ${loops} 条供应关系的供需双方会是同一家企业（${firm.name}）；请核对`, 'creditCode')
}

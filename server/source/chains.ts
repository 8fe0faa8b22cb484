import type { ChainList, ChainSummary, PackFinding, PackUploadAnswer } from '@contract/chains'
import type { ChainPack } from '@domain/chain/pack'
import { validatePack } from '@domain/chain/validatePack'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '@server/db/schema'
import { activePack, activePacks } from './chainEditions'
import { profileOf, requireRegion, type SourceContext } from './context'
import { conflict, notFound } from './failure'
import type { Principal } from './principal'

/** Chains of a region's province first, in the order of its own plans; then the others. */
export async function listChains(context: SourceContext, principal: Principal, region: string): Promise<ChainList> {
  requireRegion(context, principal, region)
  const wanted = profileOf(context, region).chains
  const rank = (id: string) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length)
  const packs = [...(await activePacks(context))].sort((a, b) => rank(a.id) - rank(b.id))
  const editions = await context.db.selectFrom('chain_edition').selectAll().orderBy('created_at', 'desc').execute()
  return {
    region,
    chains: packs.map((pack) => ({
      ...summaryOf(pack),
      editions: editions
        .filter((row) => row.chain === pack.id)
        .map((row) => {
          const { asOf, nodes, edges } = JSON.parse(row.pack) as ChainPack
          return {
            edition: row.edition,
            asOf,
            builtIn: row.built_in,
            active: row.active,
            createdAt: row.created_at,
            nodes: nodes.length,
            edges: edges.length,
          }
        }),
    })),
  }
}

const summaryOf = (pack: ChainPack): Omit<ChainSummary, 'editions'> => ({
  id: pack.id,
  name: pack.name,
  edition: pack.edition,
  summary: pack.summary,
  nodes: pack.nodes.length,
  edges: pack.edges.length,
  groups: pack.groups.length,
})

export async function readPack(context: SourceContext, chain: string, edition: string | undefined): Promise<ChainPack> {
  if (edition === undefined) {
    const pack = await activePack(context, chain)
    if (pack) return pack
    throw notFound(`没有产业链 ${chain}`, 'chain')
  }
  const row = await context.db
    .selectFrom('chain_edition')
    .select('pack')
    .where('chain', '=', chain)
    .where('edition', '=', edition)
    .executeTakeFirst()
  if (!row) throw notFound(`产业链 ${chain} 没有版本 ${edition}`, 'edition')
  return JSON.parse(row.pack) as ChainPack
}

/** What an upload would do, before it does it. */
export async function judgePack(
  context: SourceContext,
  pack: ChainPack,
): Promise<{ findings: PackFinding[]; changes: PackUploadAnswer['changes'] }> {
  const findings = validatePack(pack, { hasIndustryCode: (code) => context.industries.has(code) })
  const before = await activePack(context, pack.id)
  const old = new Map((before?.nodes ?? []).map((node) => [node.id, node]))
  const fresh = new Map(pack.nodes.map((node) => [node.id, node]))
  return {
    findings,
    changes: {
      added: pack.nodes.filter((node) => !old.has(node.id)).map((node) => node.name),
      removed: [...old.values()].filter((node) => !fresh.has(node.id)).map((node) => node.name),
      changed: pack.nodes
        .filter((node) => old.has(node.id) && JSON.stringify(old.get(node.id)) !== JSON.stringify(node))
        .map((node) => node.name),
    },
  }
}

/** Stores a pack as a new edition without putting it in force. */
export async function storePack(context: SourceContext, principal: Principal, pack: ChainPack) {
  const twin = await context.db
    .selectFrom('chain_edition')
    .select('edition')
    .where('chain', '=', pack.id)
    .where('edition', '=', pack.edition)
    .executeTakeFirst()
  if (twin) throw conflict(`产业链 ${pack.id} 已有版本 ${pack.edition}，请修改版本号（edition）后再上传`)
  await context.db
    .insertInto('chain_edition')
    .values({
      chain: pack.id,
      edition: pack.edition,
      pack: JSON.stringify(pack),
      built_in: false,
      active: false,
      created_at: context.now().toISOString(),
      created_by: principal.name,
    })
    .execute()
}

/** Puts an edition in force and rebuilds the units its nodes roll up to. */
export async function activateEdition(trx: Transaction<Schema>, pack: ChainPack) {
  await trx
    .updateTable('chain_edition')
    .set({ active: sql<boolean>`edition = ${pack.edition}` })
    .where('chain', '=', pack.id)
    .execute()
  await trx.deleteFrom('chain_unit').where('chain', '=', pack.id).execute()
  const stage = new Map(pack.groups.map((group) => [group.id, group.stage]))
  const units = pack.nodes.flatMap((node) =>
    [
      ['node', node.id],
      ['group', node.group],
      ['stage', stage.get(node.group) ?? ''],
      ['chain', pack.id],
    ].map(([unit_kind, unit]) => ({ chain: pack.id, node: node.id, unit_kind, unit })),
  )
  await sql`insert into chain_unit (chain, node, unit_kind, unit)
    select chain, node, unit_kind, unit from json_populate_recordset(null::chain_unit, ${JSON.stringify(units)}::json)`.execute(
    trx,
  )
}

/**
 * At start: built-in packs that the database has not seen yet become editions. Without data they come into force at once;
 * otherwise they are returned, because the enterprises must be classified anew before. A province's own edition stays.
 */
export async function installBuiltInPacks(context: SourceContext): Promise<ChainPack[]> {
  const hasData = await context.db.selectFrom('batch').select('id').limit(1).executeTakeFirst()
  const waiting: ChainPack[] = []
  for (const pack of context.builtInPacks) {
    const editions = await context.db.selectFrom('chain_edition').selectAll().where('chain', '=', pack.id).execute()
    const text = JSON.stringify(pack)
    const own = editions.find((row) => row.edition === pack.edition)
    if (own && (own.pack === text || !own.built_in)) continue
    const takesOver = !editions.some((row) => row.active && !row.built_in)
    const waits = takesOver && hasData !== undefined && editions.some((row) => row.active)
    await context.db.transaction().execute(async (trx) => {
      await storeBuiltIn(trx, pack, text, context.now().toISOString(), own?.active ?? false)
      if (takesOver && !waits) await activateEdition(trx, pack)
    })
    if (waits) waiting.push(pack)
  }
  return waiting
}

async function storeBuiltIn(trx: Transaction<Schema>, pack: ChainPack, text: string, at: string, active: boolean) {
  await trx.deleteFrom('chain_edition').where('chain', '=', pack.id).where('edition', '=', pack.edition).execute()
  await trx
    .insertInto('chain_edition')
    .values({
      chain: pack.id,
      edition: pack.edition,
      pack: text,
      built_in: true,
      active,
      created_at: at,
      created_by: '系统',
    })
    .execute()
}

import type { ChainNode, ChainPack } from '@domain/chain/pack'
import type { Kysely } from 'kysely'
import type { Schema } from '@server/db/schema'
import type { SourceContext } from './context'
import { notFound } from './failure'

/** Packs parsed once per stored edition: they are read with every panorama. */
const parsed = new WeakMap<Kysely<Schema>, Map<string, ChainPack>>()

function remember(context: SourceContext, key: string, text: string): ChainPack {
  const cache = parsed.get(context.db) ?? new Map<string, ChainPack>()
  parsed.set(context.db, cache)
  const known = cache.get(key)
  if (known) return known
  const pack = JSON.parse(text) as ChainPack
  cache.set(key, pack)
  return pack
}

/** The edition of a chain in force; null when there is no such chain. */
export async function activePack(context: SourceContext, chain: string): Promise<ChainPack | null> {
  const row = await context.db
    .selectFrom('chain_edition')
    .select(['chain', 'edition', 'pack', 'created_at'])
    .where('chain', '=', chain)
    .where('active', '=', true)
    .executeTakeFirst()
  return row ? remember(context, `${row.chain} ${row.edition} ${row.created_at}`, row.pack) : null
}

/** The active pack of a chain that a request names; `field` is where it names it. */
export async function requirePack(context: SourceContext, chain: string, field = 'chain'): Promise<ChainPack> {
  const pack = await activePack(context, chain)
  if (!pack) throw notFound(`没有产业链 ${chain}`, field)
  return pack
}

/** A node (环节) of a pack that a request names. */
export function requireNode(pack: ChainPack, id: string, field = 'node'): ChainNode {
  const node = pack.nodes.find((item) => item.id === id)
  if (!node) throw notFound(`${pack.name}没有环节 ${id}`, field)
  return node
}

/** All chains in force, in the order of the built-in packs, then by id. */
export async function activePacks(context: SourceContext): Promise<ChainPack[]> {
  const rows = await context.db
    .selectFrom('chain_edition')
    .select(['chain', 'edition', 'pack', 'created_at'])
    .where('active', '=', true)
    .orderBy('chain')
    .execute()
  const order = context.builtInPacks.map((pack) => pack.id)
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return rows
    .map((row) => remember(context, `${row.chain} ${row.edition} ${row.created_at}`, row.pack))
    .sort((a, b) => rank(a.id) - rank(b.id))
}

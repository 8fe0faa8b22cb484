import { sql } from 'kysely'
import type { z } from 'zod'
import type { SearchAnswer, SearchQuery } from '@contract/enterprises'
import { requirePack } from './chainEditions'
import type { SourceContext } from './context'
import { nameMatches } from './enterpriseFilter'
import type { Principal } from './principal'
import { frameOf } from './view'

const MOST = 20

/** Search of the panorama: nodes by name or product word, enterprises of the region by name or code. */
export async function search(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof SearchQuery>,
): Promise<SearchAnswer> {
  const frame = await frameOf(context, principal, { ...query, scope: 'all' })
  const pack = await requirePack(context, query.chain)
  const wanted = query.q.normalize('NFKC').toUpperCase()
  const says = (text: string) => text.toUpperCase().includes(wanted)
  const groupName = new Map(pack.groups.map((group) => [group.id, group.name]))
  const nodes = pack.nodes
    .filter((node) => says(node.name) || node.keywords.some(says) || says(groupName.get(node.group) ?? ''))
    .sort((a, b) => Number(says(b.name)) - Number(says(a.name)))
    .slice(0, MOST)
    .map((node) => ({ id: node.id, name: node.name, groupName: groupName.get(node.group) ?? '' }))
  const { rows } = await sql<{ credit_code: string; name: string; county_found: string | null; nodes: string | null }>`
    select e.credit_code, e.name, e.county_found, (
      select string_agg(m.node, ' ') from membership m
      where m.dataset = e.dataset and m.credit_code = e.credit_code and m.chain = ${query.chain}) as nodes
    from enterprise e
    where e.dataset = ${frame.dataset} and ${nameMatches(query.q)}
      and e.place in (select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region})
    order by (select count(*) from membership m where m.dataset = e.dataset and m.credit_code = e.credit_code
      and m.chain = ${query.chain}) desc, e.name, e.credit_code
    limit ${MOST}`.execute(context.db)
  return {
    nodes,
    enterprises: rows.map((row) => ({
      creditCode: row.credit_code,
      name: row.name,
      countyName: row.county_found ? context.regions.name(row.county_found) : '未定位',
      nodes: row.nodes ? row.nodes.split(' ').sort() : [],
    })),
  }
}

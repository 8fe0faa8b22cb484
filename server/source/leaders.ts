import { sql } from 'kysely'
import type { PanoramaLeader } from '@contract/panorama'
import type { SourceContext } from './context'
import type { Frame } from './view'

/** 链主 of a chain in the region, under every node they work in: the rule by which the figures count them. */
export async function readLeaders(
  context: SourceContext,
  frame: Frame,
  chain: string,
): Promise<Map<string, PanoramaLeader[]>> {
  const { rows } = await sql<{ node: string; credit_code: string; name: string }>`
    select distinct m.node, e.credit_code, e.name
    from leader l
    join enterprise e on e.dataset = l.dataset and e.credit_code = l.credit_code
    join membership m on m.dataset = l.dataset and m.chain = l.chain and m.credit_code = l.credit_code
    where l.dataset = ${frame.dataset} and l.chain = ${chain}
      and e.place in (select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region})
    order by 1, 3, 2`.execute(context.db)
  const leaders = new Map<string, PanoramaLeader[]>()
  for (const { node, credit_code, name } of rows) {
    leaders.set(node, [...(leaders.get(node) ?? []), { creditCode: credit_code, name }])
  }
  return leaders
}

import type { z } from 'zod'
import type { ClusterQuery, ClusterStory } from '@contract/clusters'
import { ratioOf, roundHalfUp } from '@domain/indicator/rounding'
import { activePack } from './chainEditions'
import { readClusters } from './clusters'
import type { SourceContext } from './context'
import { listEnterprises } from './enterprises'
import { notFound } from './failure'
import { figuresOf, knowledgeOf, readUnits, unitOf } from './figures'
import type { Principal } from './principal'
import { frameOf } from './view'

type Query = Omit<z.output<typeof ClusterQuery>, 'level'>

const TOP_NODES = 6
const TOP_ENTERPRISES = 5

/** 县情: how one region stands among its sisters, and what and who make it up. */
export async function readClusterStory(
  context: SourceContext,
  principal: Principal,
  query: Query,
): Promise<ClusterStory & { version: number; dataset: string }> {
  const frame = await frameOf(context, principal, query)
  const pack = await activePack(context, query.chain)
  if (!pack) throw notFound(`没有产业链 ${query.chain}`, 'chain')
  const units = await readUnits(context, frame, frame.region, pack.id)
  const known = await knowledgeOf(context, frame, pack.id, unitOf(units, 'total'))
  const nodes = pack.nodes
    .map((node) => ({ id: node.id, name: node.name, figures: figuresOf(unitOf(units, 'node', node.id), known) }))
    .filter((node) => node.figures.enterprises > 0)
    .sort(
      (a, b) =>
        Number(b.figures.revenueWan ?? 0) - Number(a.figures.revenueWan ?? 0) ||
        b.figures.enterprises - a.figures.enterprises,
    )
  const { region, chain, node, period, scope, mode, dataset } = query
  const list = await listEnterprises(context, principal, {
    region,
    chain,
    node,
    period,
    scope,
    mode,
    dataset,
    sort: 'revenue',
    limit: TOP_ENTERPRISES,
  })
  return {
    ...(await standing(context, principal, query)),
    code: frame.region,
    name: context.regions.name(frame.region),
    topNodes: nodes.slice(0, TOP_NODES),
    topEnterprises: list.rows.map(({ creditCode, name, revenueWan, leader }) => ({
      creditCode,
      name,
      revenueWan,
      leader,
    })),
    version: frame.version,
    dataset: frame.dataset,
  }
}

/** Rank and share among the regions of the same level under the one above; equal numbers share a rank (1, 2, 2, 4). */
async function standing(context: SourceContext, principal: Principal, query: Query) {
  const level = context.regions.level(query.region)
  const above = context.regions.path(query.region).find((step) => step.level === 'province')
  if (!above || above.code === query.region || (level !== 'city' && level !== 'county'))
    return { rank: null, peers: 0, shareRatio: null, own: null, reference: null }
  const sisters = await readClusters(context, principal, { ...query, region: above.code, level })
  const shown = sisters.regions.filter((item) => !item.unlocated)
  const self = shown.find((item) => item.code === query.region) ?? null
  const own = self?.figures.enterprises ?? 0
  const share = ratioOf(own, sisters.total.enterprises)
  return {
    rank: own === 0 ? null : shown.filter((item) => item.figures.enterprises > own).length + 1,
    peers: shown.length,
    shareRatio: share === null ? null : roundHalfUp(share, 4),
    own: self,
    reference: sisters.regionName,
  }
}

import type { z } from 'zod'
import type { ClusterQuery, ClusterStory } from '@contract/clusters'
import type { EnterpriseRow } from '@contract/enterprises'
import { rankAmong } from '@domain/compare/ranking'
import { ratioOf, roundHalfUp } from '@domain/indicator/rounding'
import { requirePack } from './chainEditions'
import { readClusters } from './clusters'
import { sumUnits } from './clusterRows'
import { anyOf, knowledgeIn } from './clustersNation'
import { COUNTRY, type SourceContext } from './context'
import { listEnterprises } from './enterprises'
import { figuresOf, NOTHING, readUnits, unitOf, type UnitRow } from './figures'
import { hasPeriod, nationProvinces } from './nation'
import { asYardstick, type Principal } from './principal'
import { frameOf, type Frame } from './view'

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
  const pack = await requirePack(context, query.chain)
  const parts = await partsOf(context, frame)
  const { units, known } = await unitsOf(context, frame, pack.id, parts)
  const nodes = pack.nodes
    .map((node) => ({ id: node.id, name: node.name, figures: figuresOf(unitOf(units, 'node', node.id), known) }))
    .filter((node) => node.figures.enterprises > 0)
    .sort(
      (a, b) =>
        Number(b.figures.revenueWan ?? 0) - Number(a.figures.revenueWan ?? 0) ||
        b.figures.enterprises - a.figures.enterprises,
    )
  return {
    ...(await standing(context, principal, query)),
    code: frame.region,
    name: frame.region === COUNTRY ? '全国' : context.regions.name(frame.region),
    topNodes: nodes.slice(0, TOP_NODES),
    topEnterprises: await topEnterprises(
      context,
      principal,
      { ...query, period: frame.period, dataset: frame.dataset },
      parts,
    ),
    version: frame.version,
    dataset: frame.dataset,
  }
}

/** The region itself; for the country the provinces that answer for the period. */
async function partsOf(context: SourceContext, frame: Frame): Promise<string[]> {
  if (frame.region !== COUNTRY) return [frame.region]
  const provinces = await nationProvinces(context, frame)
  return provinces.filter((province) => hasPeriod(province, frame)).map(({ code }) => code)
}

async function unitsOf(context: SourceContext, frame: Frame, chain: string, parts: readonly string[]) {
  const units = new Map<string, UnitRow>()
  const totals = new Map<string, { total: UnitRow }>()
  for (const part of parts) {
    const own = await readUnits(context, frame, part, chain)
    totals.set(part, { total: unitOf(own, 'total') })
    for (const [unit, row] of own) units.set(unit, sumUnits([units.get(unit) ?? NOTHING, row]))
  }
  return { units, known: anyOf([...(await knowledgeIn(context, frame, chain, totals)).values()]) }
}

/** By revenue, over all parts; whoever may not see it gets 链主 by name, an order that says nothing of revenue. */
async function topEnterprises(context: SourceContext, principal: Principal, query: Query, parts: readonly string[]) {
  const { chain, node, period, scope, mode, dataset } = query
  const choice = principal.seesUnits ? ({ sort: 'revenue' } as const) : ({ sort: 'name', leader: 'yes' } as const)
  const asked = { chain, node, period, scope, mode, dataset, ...choice, limit: TOP_ENTERPRISES }
  const rows: EnterpriseRow[] = []
  for (const region of parts) rows.push(...(await listEnterprises(context, principal, { ...asked, region })).rows)
  return rows
    .sort((a, b) => Number(b.revenueWan ?? -1) - Number(a.revenueWan ?? -1))
    .slice(0, TOP_ENTERPRISES)
    .map(({ creditCode, name, revenueWan, leader }) => ({ creditCode, name, revenueWan, leader }))
}

/** Rank and share among the regions of the same level under the one above; equal numbers share a rank (1, 2, 2, 4). */
async function standing(context: SourceContext, principal: Principal, query: Query) {
  const level = context.regions.level(query.region)
  const above = context.regions.path(query.region).find((step) => step.level === 'province')
  if (!above || above.code === query.region || (level !== 'city' && level !== 'county'))
    return { rank: null, peers: 0, shareRatio: null, own: null, reference: null }
  const sisters = await readClusters(context, asYardstick(principal), { ...query, region: above.code, level })
  const shown = sisters.regions.filter((item) => !item.unlocated)
  const self = shown.find((item) => item.code === query.region) ?? null
  const own = self?.figures.enterprises ?? 0
  const share = ratioOf(own, sisters.total.enterprises)
  return {
    rank: rankAmong(
      own,
      shown.map((item) => item.figures.enterprises),
    ),
    peers: shown.length,
    shareRatio: share === null ? null : roundHalfUp(share, 4),
    own: self,
    reference: sisters.regionName,
  }
}

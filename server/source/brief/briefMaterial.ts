import { sql } from 'kysely'
import type { ClusterRegion, Clusters } from '@contract/clusters'
import type { Panorama } from '@contract/panorama'
import type { Suppression } from '@domain/disclosure/suppression'
import { plusDays } from '@domain/honour/days'
import { readClusters } from '../clusters'
import { readRegionRows, subjectOf } from '../clusterRows'
import { maySee, todayOf, type SourceContext } from '../context'
import { readPanorama, type PanoramaQuery } from '../panorama'
import { asYardstick, type Principal } from '../principal'
import { growthBetween, yearBefore } from '../regionMeasures'
import { frameOf, type Frame } from '../view'
import { choosePlans, type Plans } from './plans'

const HALF_YEAR_DAYS = 183
const MOST_PARTNERS = 2

/** A region of the province that is strong in a node which is missing or weak here. */
export interface Partner {
  node: { id: string; name: string }
  region: ClusterRegion
  name: string
}

export interface BriefMaterial {
  frame: Frame
  /** With the city of a county: some names occur twice. */
  place: string
  panorama: Panorama
  plans: Plans
  /** The province and the region's sisters in it; null for a province. */
  province: { code: string; name: string; sisters: Clusters; growth: string | null; own: ClusterRegion | null } | null
  partners: Partner[]
  /** Enterprises of the chain whose titles run out within the half year; null without any title known. */
  expiring: { enterprises: number; until: string } | null
  /** 推算 only: every register of the province is an estimate. */
  isEstimated: boolean
}

/** What the one-pager is written from: the answers that the panorama and the map give, so that the digits agree. */
export async function readMaterial(
  context: SourceContext,
  principal: Principal,
  query: PanoramaQuery,
): Promise<BriefMaterial> {
  const frame = await frameOf(context, principal, query)
  const asked = { ...query, period: frame.period, dataset: frame.dataset }
  const panorama = await readPanorama(context, principal, asked)
  const province = await readProvince(context, principal, frame, query.chain)
  const plans = choosePlans(panorama)
  return {
    frame,
    place: fullName(context, frame.region),
    panorama,
    plans,
    province,
    partners: province ? await readPartners(context, principal, { frame, chain: query.chain, plans }) : [],
    expiring: await readExpiring(context, frame, query.chain),
    isEstimated: await hasEstimatesOnly(context, frame),
  }
}

async function readProvince(context: SourceContext, principal: Principal, frame: Frame, chain: string) {
  const level = context.regions.level(frame.region)
  const above = context.regions.path(frame.region).find((step) => step.level === 'province')
  if (!above || above.code === frame.region || (level !== 'city' && level !== 'county')) return null
  const { period, scope, mode, dataset } = frame
  const sisters = await readClusters(context, asYardstick(principal), {
    region: above.code,
    chain,
    period,
    scope,
    mode,
    dataset,
    level,
  })
  const own = sisters.regions.find(({ code, unlocated }) => code === frame.region && !unlocated) ?? null
  return { code: above.code, name: above.name, sisters, own, growth: await growthOf(context, frame, chain, above.code) }
}

/** Growth of the chain in the whole province, as the map computes it for its regions. */
async function growthOf(context: SourceContext, frame: Frame, chain: string, province: string) {
  const rows = await readRegionRows(context, frame, subjectOf(chain, null), yearBefore(frame.period), [province])
  const own = rows.get(province)
  const hidden: (Suppression | null)[] = [own?.before, own?.subject].map((row) => row?.revenue_suppressed ?? null)
  return own && hidden.every((one) => one === null) ? growthBetween(own.before, own.subject) : null
}

interface Wanted {
  frame: Frame
  chain: string
  plans: Plans
}

/** For each node that is wanted the strongest region within sight: of the same city first, then by size. */
async function readPartners(context: SourceContext, principal: Principal, { frame, chain, plans }: Wanted) {
  const { period, scope, mode, dataset, region: own } = frame
  const level = context.regions.level(own) === 'city' ? 'city' : 'county'
  const province = `${own.slice(0, 2)}0000`
  const partners: Partner[] = []
  for (const node of plans.wanted) {
    if (partners.length === MOST_PARTNERS) break
    const asked = { region: province, chain, node: node.id, period, scope, mode, dataset, level } as const
    const { regions } = await readClusters(context, asYardstick(principal), asked)
    const able = regions
      .filter(({ code, unlocated }) => !unlocated && code !== own && maySee(context, principal, code))
      .filter((one) => isStrong(one))
      .sort((a, b) => nearness(own, a) - nearness(own, b) || sizeOf(b) - sizeOf(a) || (a.code < b.code ? -1 : 1))
    const [best] = able
    if (best)
      partners.push({ node: { id: node.id, name: node.name }, region: best, name: fullName(context, best.code) })
  }
  return partners
}

/** Three enterprises and, where it can be told, its share of them: what 强 asks for in the published rule. */
const isStrong = ({ figures, quotient }: ClusterRegion) =>
  (figures.aboveScale ?? figures.enterprises) >= 3 && (quotient === null || Number(quotient) >= 1)

const nearness = (own: string, { code }: ClusterRegion) => (code.slice(0, 4) === own.slice(0, 4) ? 0 : 1)
const sizeOf = ({ figures }: ClusterRegion) => (figures.aboveScale ?? 0) * 1000 + figures.enterprises

/** Counties of two cities may share a name. */
export function fullName({ regions }: SourceContext, code: string): string {
  const city = regions.path(code).find((step) => step.level === 'city' && step.code !== code)
  return `${city?.name ?? ''}${regions.name(code)}`
}

async function readExpiring(context: SourceContext, frame: Frame, chain: string) {
  const today = todayOf(context)
  const until = plusDays(today, HALF_YEAR_DAYS)
  const { rows } = await sql<{ enterprises: number }>`
    select count(distinct h.credit_code)::int as enterprises
    from honour h join enterprise e on e.dataset = h.dataset and e.credit_code = h.credit_code
    where h.dataset = ${frame.dataset} and h.tier <> 'other' and h.standing = 'held'
      and h.valid_to between ${today} and ${until}
      and e.place in (select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region})
      and e.credit_code in (select m.credit_code from membership m
        where m.dataset = ${frame.dataset} and m.chain = ${chain})`.execute(context.db)
  const enterprises = rows[0]?.enterprises ?? 0
  return enterprises > 0 ? { enterprises, until } : null
}

async function hasEstimatesOnly(context: SourceContext, { region, dataset }: Frame): Promise<boolean> {
  const rows = await context.db
    .selectFrom('batch')
    .select('data_class')
    .distinct()
    .where('dataset', '=', dataset)
    .where('kind', '=', 'register')
    .where('status', '=', 'published')
    .where('province', '=', `${region.slice(0, 2)}0000`)
    .execute()
  return rows.length > 0 && rows.every(({ data_class }) => data_class === 'estimated')
}

import type { z } from 'zod'
import type { ClusterRegion, Clusters } from '@contract/clusters'
import type { ComparedRegion, CompareQuery, Comparison } from '@contract/compare'
import type { ChainPack } from '@domain/chain/pack'
import { rankAmong } from '@domain/compare/ranking'
import { periodWords } from '@domain/period/period'
import { requireNode, requirePack } from './chainEditions'
import { subjectOf } from './clusterRows'
import { readClusters } from './clusters'
import { choiceFootnotes, chooseRegion, type Chosen } from './compareRegions'
import { readGroupCounts, type GroupCounts } from './compareRows'
import { frameIn, settingOf, type Setting } from './compareSetting'
import { readTrend } from './compareTrend'
import type { SourceContext } from './context'
import { footnotesOf } from './footnotes'
import { asYardstick, type Principal } from './principal'
import { ratioText } from './regionMeasures'

type Query = z.output<typeof CompareQuery>

/** 地区对比: every indicator comes from the answer of the cluster map itself, so that the two never say different numbers. */
export async function readComparison(context: SourceContext, principal: Principal, query: Query): Promise<Comparison> {
  const chosen = query.regions.split(',').map((code) => chooseRegion(context, principal, code, 'regions'))
  const setting = await settingOf(context, [...new Set(chosen.map(({ province }) => province))], query)
  const pack = await requirePack(context, query.chain)
  const node = query.node ? requireNode(pack, query.node) : null
  const subject = subjectOf(pack.id, node?.id ?? null)
  const maps = await readMaps(context, principal, setting, chosen, query)
  const trend = await readTrend(context, setting, subject, chosen)
  const counts = await countsOf(context, principal, setting, pack.id, chosen)
  const { period, scope, mode, dataset, version, updatedAt } = setting
  const groups = groupsOf(pack)
  return {
    chain: pack.id,
    chainName: pack.name,
    node: node?.id ?? null,
    nodeName: node?.name ?? null,
    period,
    scope,
    mode,
    dataset,
    version,
    updatedAt,
    regions: chosen.map((region) => {
      const compared = comparedRegion(context, setting, region, maps.get(mapKey(region)))
      const structure = compared.indicators && structureOf(groups, counts.get(region.code))
      return { ...compared, trend: trend.byRegion.get(region.code) ?? [], structure }
    }),
    groups,
    trendPeriods: trend.periods,
    footnotes: [
      ...choiceFootnotes(context, chosen),
      ...new Set(chosen.flatMap(({ code }) => footnotesOf(context.regions, { region: code, mode, period }))),
    ],
    method: methodOf([...maps.values()]),
  }
}

const isImported = (setting: Setting, { province }: Chosen) =>
  setting.periods.get(province)?.includes(setting.period) ?? false

const mapKey = ({ province, level }: Chosen) => `${province} ${level}`

/** The cluster map of every province and level that is needed, each read once. */
async function readMaps(
  context: SourceContext,
  principal: Principal,
  setting: Setting,
  chosen: readonly Chosen[],
  { chain, node }: Query,
): Promise<Map<string, Clusters>> {
  const { dataset, period, scope, mode } = setting
  const maps = new Map<string, Clusters>()
  for (const region of chosen) {
    if (maps.has(mapKey(region)) || !isImported(setting, region)) continue
    const query = { region: region.province, chain, node, level: region.level, dataset, period, scope, mode }
    maps.set(mapKey(region), await readClusters(context, asYardstick(principal), query))
  }
  return maps
}

/** Counts by group, province by province, since a period may read differently in each. */
async function countsOf(
  context: SourceContext,
  principal: Principal,
  setting: Setting,
  chain: string,
  chosen: readonly Chosen[],
): Promise<Map<string, GroupCounts>> {
  const counts = new Map<string, GroupCounts>()
  for (const province of setting.periods.keys()) {
    const own = chosen.filter((region) => region.province === province).map(({ code }) => code)
    const frame = await frameIn(context, principal, setting, province)
    for (const [code, count] of await readGroupCounts(context, frame, chain, own)) counts.set(code, count)
  }
  return counts
}

function comparedRegion(
  context: SourceContext,
  setting: Setting,
  region: Chosen,
  map: Clusters | undefined,
): Omit<ComparedRegion, 'trend' | 'structure'> {
  const provinceName = context.regions.name(region.province)
  const sisters = map?.regions.filter(({ unlocated }) => !unlocated) ?? []
  const own = sisters.find(({ code }) => code === region.code)
  const status = !map ? 'not-imported' : own ? 'reported' : 'unlisted'
  return {
    ...region,
    provinceName,
    status,
    statusText: statusText(status, provinceName, setting),
    indicators: own ?? null,
    ranks: own ? ranksOf(own, sisters) : null,
    shares: own && map ? sharesOf(own, map) : null,
  }
}

function statusText(status: ComparedRegion['status'], province: string, { period, mode }: Setting): string | null {
  if (status === 'not-imported') return `${province}${periodWords(period)}未导入`
  if (status === 'reported') return null
  return mode === 'current' ? '现行区划中已没有这个地区' : '当期区划下名录中没有这个地区'
}

const revenueOf = ({ figures }: ClusterRegion) => figures.revenueWan

function ranksOf(own: ClusterRegion, sisters: readonly ClusterRegion[]) {
  const rank = (pick: (region: ClusterRegion) => string | number | null) => rankAmong(pick(own), sisters.map(pick))
  return {
    peers: sisters.length,
    enterprises: rank(({ figures }) => figures.enterprises),
    revenue: rank(revenueOf),
    aboveScale: rank(({ figures }) => figures.aboveScale),
    honoured: rank(({ figures }) => figures.honoured),
  }
}

const sharesOf = ({ figures }: ClusterRegion, { total }: Clusters) => ({
  enterprises: ratioText(figures.enterprises, total.enterprises),
  revenue: ratioText(figures.revenueWan, total.revenueWan),
})

const groupsOf = ({ groups, stages }: ChainPack): Comparison['groups'] =>
  groups.map(({ id, name, stage }) => ({
    id,
    name,
    stage,
    stageName: stages.find((own) => own.id === stage)?.name ?? stage,
  }))

function structureOf(groups: Comparison['groups'], counts: GroupCounts | undefined): ComparedRegion['structure'] {
  if (!counts) return null
  return groups.map(({ id }) => {
    const enterprises = counts.groups.get(id) ?? 0
    return { group: id, enterprises, ratio: ratioText(enterprises, counts.enterprises) }
  })
}

const OWN_METHOD = [
  '位次按同省同级地区排列，并列同位；占比为占全省（含未定位）的比重。',
  '结构 = 该分组企业数 ÷ 本地区该链企业数；一家企业在几个分组各算一次，各分组相加可以大于 100%。',
  '走势只连同一种统计期；断开处是当期未导入或未报送。企业数按现有名录统计，只在有名录的统计期给出。',
]

const methodOf = (maps: readonly Clusters[]) => [...new Set(maps.flatMap(({ method }) => method)), ...OWN_METHOD]

import { sql } from 'kysely'
import type { Dataset } from '@contract/common'
import type { Coverage, Province, RegionDetail, RegionSummary } from '@contract/regions'
import { DATASETS } from './aggregates'
import { COUNTRY, provinceOf, requireRegion, type SourceContext } from './context'
import { notFound } from './failure'
import type { Principal } from './principal'
import { dataVersion, periodsIn, preferredDataset } from './view'

/** Provinces that open by configuration, the default first. */
export function listProvinces(context: SourceContext, principal: Principal): Province[] {
  return context.profiles
    .filter((profile) => principal.region === COUNTRY || context.regions.isWithin(principal.region, profile.code))
    .map(({ code, name, isDefault, chains, moneyUnit }) => ({ code, name, isDefault, chains, moneyUnit }))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.code.localeCompare(b.code))
}

export function readRegion(context: SourceContext, principal: Principal, code: string): RegionDetail {
  requireRegion(context, principal, code)
  const summary = (item: { code: string; name: string; level: string }): RegionSummary => ({
    code: item.code,
    name: item.name,
    level: item.level as RegionSummary['level'],
  })
  const here = context.regions.path(code).at(-1)
  if (!here) throw notFound('全国没有地区档案，请从省级开始', 'region')
  const children = context.regions.children(code)
  const areas = context.functionalAreas.filter((area) =>
    area.parents.some((parent) => context.regions.isWithin(parent, code)),
  )
  return {
    ...summary(here),
    path: context.regions.path(code).map(summary),
    children: children.map(summary),
    functionalAreas: areas.map(({ id, name, kind, parents }) => ({ id, name, kind, parents })),
    footnotes: context.regions.resolve(code, 'current').footnotes,
  }
}

/** What data there is to look at in a region's province. */
export async function readCoverage(context: SourceContext, principal: Principal, region: string): Promise<Coverage> {
  requireRegion(context, principal, region)
  const province = provinceOf(region)
  const datasets = await Promise.all(DATASETS.map((dataset) => coverageOf(context, province, dataset)))
  return {
    region,
    preferred: await preferredDataset(context, region),
    datasets: datasets.filter((item) => item.enterprises > 0),
  }
}

async function coverageOf(context: SourceContext, province: string, dataset: Dataset) {
  const { rows } = await sql<{ enterprises: string; batches: string }>`
    select
      (select coalesce(max(enterprises), 0) from aggregate where dataset = ${dataset} and mode_key = 'current'
        and region = ${province} and chain = '' and unit_kind = 'total' and scope = 'all') as enterprises,
      (select count(*) from batch where dataset = ${dataset} and province = ${province} and status = 'published') as batches`.execute(
    context.db,
  )
  const { updatedAt } = await dataVersion(context, dataset)
  return {
    dataset,
    enterprises: Number(rows[0]?.enterprises ?? 0),
    periods: await periodsIn(context, province, dataset),
    batches: Number(rows[0]?.batches ?? 0),
    updatedAt,
  }
}

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
  const path = code === COUNTRY ? [{ code, name: '全国', level: 'country' }] : context.regions.path(code)
  const here = path.at(-1)
  if (!here) throw notFound(`没有代码为 ${code} 的行政区划`, 'region')
  const children = context.regions.children(code)
  // 全国 is looked at by province: a list of all areas of all provinces would say nothing there.
  const areas = context.functionalAreas.filter(
    (area) => code !== COUNTRY && area.parents.some((parent) => context.regions.isWithin(parent, code)),
  )
  return {
    ...summary(here),
    path: path.map(summary),
    children: children.map(summary),
    functionalAreas: areas.map(({ id, name, kind, parents }) => ({ id, name, kind, parents })),
    footnotes: code === COUNTRY ? [] : context.regions.resolve(code, 'current').footnotes,
  }
}

/** What data there is to look at in a region's province, or in all of them. */
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
  const published = sql`batch where dataset = ${dataset} and status = 'published'`
  const own = province === COUNTRY ? sql`(select province from ${published} and kind = 'register')` : sql`(${province})`
  const { rows } = await sql<{ enterprises: string; batches: string }>`
    select
      (select coalesce(sum(most), 0) from (
        select max(enterprises) as most from aggregate where dataset = ${dataset} and mode_key = 'current'
          and region in ${own} and chain = '' and unit_kind = 'total' and scope = 'all' group by region) as each) as enterprises,
      (select count(*) from ${published} and province in ${own}) as batches`.execute(context.db)
  const { updatedAt } = await dataVersion(context, dataset)
  return {
    dataset,
    enterprises: Number(rows[0]?.enterprises ?? 0),
    periods: await periodsIn(context, province, dataset),
    batches: Number(rows[0]?.batches ?? 0),
    updatedAt,
  }
}

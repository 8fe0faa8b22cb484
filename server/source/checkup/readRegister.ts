import { sql } from 'kysely'
import type { Clusters } from '@contract/clusters'
import type { FigureIndicator, FigureKind } from '@domain/figure/figureRef'
import { formatRef } from '@domain/figure/figureRef'
import type { RegisterReading } from '@domain/checkup/registerFindings'
import type { RegisterSum } from '@domain/checkup/registerSums'
import type { ChainPack } from '@domain/chain/pack'
import { provinceOf, type SourceContext } from '../context'
import { newestFirst } from '@domain/regionFigures/sources'
import { readUnits, unitOf } from '../figures'
import type { Frame } from '../view'

/** The register as a whole and by region, in the figures that the map of clusters shows. */
export async function readRegister(
  context: SourceContext,
  frame: Frame,
  pack: ChainPack,
  clusters: Clusters,
): Promise<RegisterReading> {
  const units = await readUnits(context, frame, frame.region, pack.id)
  const total = unitOf(units, 'total')
  const refer = (indicator: FigureIndicator, kind: FigureKind) => refOf(frame, frame.region, pack.id, indicator, kind)
  return {
    region: { code: frame.region, name: context.regions.name(frame.region) },
    chainName: pack.name,
    period: frame.period,
    chain: {
      enterprises: clusters.total.enterprises,
      reporting: clusters.total.revenueReporting,
      enterprisesRef: refer('enterprises', 'chain'),
      reportingRef: refer('revenue-reporting', 'chain'),
    },
    parts: clusters.regions
      .filter(({ unlocated, code }) => !unlocated && code !== frame.region)
      .map(({ code, name, figures }) => ({
        code,
        name,
        enterprises: figures.enterprises,
        reporting: figures.revenueReporting,
      })),
    register: {
      enterprises: total.enterprises,
      linked: unitOf(units, 'linked').enterprises,
      unlocated: await countUnlocated(context, frame),
      enterprisesRef: refer('enterprises', 'total'),
      linkRateRef: refer('link-rate', 'total'),
    },
    newest: await newestRegister(context, frame),
  }
}

function refOf(frame: Frame, region: string, chain: string, indicator: FigureIndicator, kind: FigureKind): string {
  const { scope, period, mode, dataset } = frame
  const ownChain = kind === 'chain' ? chain : null
  return formatRef({ indicator, region, chain: ownChain, kind, unit: '', scope, period, mode, dataset, against: null })
}

/** Sums of the chain by region, as far as they may be told. */
export const sumsOf = (frame: Frame, pack: ChainPack, clusters: Clusters): RegisterSum[] =>
  [{ code: clusters.region, figures: clusters.total, unlocated: false }, ...clusters.regions]
    .filter(({ unlocated, code }, at) => !unlocated && (at === 0 || code !== clusters.region))
    .map(({ code, figures }) => ({
      region: code,
      enterprises: figures.enterprises,
      aboveScale: figures.aboveScale,
      revenueWan: figures.revenueWan,
      revenueSuppressed: figures.revenueSuppressed,
      revenueRef: refOf(frame, code, pack.id, 'revenue', 'chain'),
    }))

/** Enterprises of the region that are placed at a city or the province only. */
async function countUnlocated(context: SourceContext, { dataset, modeKey, region }: Frame): Promise<number> {
  const { rows } = await sql<{ place: string }>`
    select place from region_map where mode_key = ${modeKey} and region = ${region}`.execute(context.db)
  const vague = rows.map(({ place }) => place).filter((place) => context.regions.level(place) !== 'county')
  const counted = await sql<{ count: number }>`select count(*)::int as count from enterprise
    where dataset = ${dataset} and place = any(${vague}::text[])`.execute(context.db)
  return counted.rows[0]?.count ?? 0
}

/** 统计期 of the newest register of the province. */
async function newestRegister(context: SourceContext, { region, dataset }: Frame): Promise<string | null> {
  const rows = await context.db
    .selectFrom('batch')
    .select('period')
    .where('dataset', '=', dataset)
    .where('kind', '=', 'register')
    .where('status', '=', 'published')
    .where('province', '=', provinceOf(region))
    .execute()
  return newestFirst(new Set(rows.map(({ period }) => period)))[0] ?? null
}

import { sql } from 'kysely'
import type { z } from 'zod'
import type { Dataset } from '@contract/common'
import type { FigureCell, RegionFigureQuery, RegionFigures, RegionIndicator } from '@contract/regionFigures'
import { freshnessOf } from '@domain/regionFigures/freshness'
import {
  CHOICE_RULE,
  compareSources,
  doubtOf,
  neighbouringPeriods,
  newestFirst,
  spreadOf,
} from '@domain/regionFigures/sources'
import { groupBy } from '@domain/collection/groupBy'
import type { IndicatorEntry } from '@domain/indicator/catalogue'
import { INDICATORS } from '../catalogue'
import { COUNTRY, requireRegion, todayOf, type SourceContext } from './context'
import { notFound } from './failure'
import type { Principal } from './principal'
import { readRegionFacts, recordedCodes, type RegionFact } from './regionFacts'
import { forStaff } from './unitValues'
import { dataVersion } from './view'

/** 区域指标 of a region: per indicator and period all sources, the shown one first. */
export async function readRegionFigures(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof RegionFigureQuery>,
): Promise<RegionFigures> {
  const { region } = query
  requireRegion(context, principal, region)
  if (query.indicator !== undefined && !INDICATORS.get(query.indicator))
    throw notFound(`指标目录中没有 ${query.indicator}`, 'indicator')
  const dataset = query.dataset ?? (await datasetWithFigures(context, region))
  const { version, updatedAt } = await dataVersion(context, dataset)
  const { facts: held, formerRegions } = await readRegionFacts(context, dataset, region, query.indicator)
  const facts = held.map((fact) => ({ ...fact, publishedBy: forStaff(principal, fact.publishedBy) }))
  const today = todayOf(context)
  const isAsked = (period: string) => query.period === undefined || period === query.period
  const byIndicator = groupBy(facts, ({ indicator }) => indicator)
  const indicators = INDICATORS.indicators.flatMap((item): RegionIndicator[] => {
    const own = byIndicator.get(item.id)
    if (!own) return []
    // The years beside a period and the newest of all count, whichever period is asked for.
    const all = indicatorOf(item, own, today)
    const cells = all.cells.filter(({ period }) => isAsked(period))
    return cells.length > 0 ? [{ ...all, cells }] : []
  })
  return {
    region,
    regionName: region === COUNTRY ? '全国' : context.regions.name(region),
    dataset,
    version,
    updatedAt,
    periods: newestFirst(new Set(facts.map(({ period }) => period).filter(isAsked))),
    indicators,
    formerRegions,
    rule: CHOICE_RULE,
    footnotes: region === COUNTRY ? [] : context.regions.resolve(region, 'current').footnotes,
  }
}

/** Freshness turns with the day, so the day is part of what the answer depends on. */
export const figuresVersion = (context: SourceContext, { version }: RegionFigures) => `${version}-${todayOf(context)}`

/**
 * Real figures where the province has any, as on every page: between one city and the next the data set does not change
 * unasked. Figures of a region may stand under a code of former times, of another province even.
 */
async function datasetWithFigures(context: SourceContext, region: string): Promise<Dataset> {
  const codes = recordedCodes(context.regions, region)
  const province = region.slice(0, 2)
  const isNear =
    region === COUNTRY
      ? sql`true`
      : sql`(region between ${`${province}0000`} and ${`${province}9999`} or region = any(${codes}::text[]))`
  const { rows } = await sql<{ dataset: Dataset }>`
    select 'real' as dataset where exists (select 1 from region_fact where dataset = 'real' and ${isNear})
    union all
    select 'demo' where exists (select 1 from region_fact where dataset = 'demo' and region = any(${codes}::text[]))`.execute(
    context.db,
  )
  return rows.some(({ dataset }) => dataset === 'real') ? 'real' : (rows[0]?.dataset ?? 'real')
}

function indicatorOf(item: IndicatorEntry, facts: RegionFact[], today: string): RegionIndicator {
  const byPeriod = groupBy(facts, ({ period }) => period)
  const shown = new Map<string, RegionFact>()
  for (const [period, sources] of byPeriod) {
    sources.sort(compareSources)
    const [first] = sources
    if (first) shown.set(period, first)
  }
  const periods = newestFirst(byPeriod.keys())
  const cells = periods.map((period): FigureCell => {
    const sources = byPeriod.get(period) ?? []
    const values = sources.map(({ value }) => value)
    const value = shown.get(period)?.value ?? ''
    const beside = neighbouringPeriods(period).flatMap((key) => shown.get(key)?.value ?? [])
    const comparesUnits = item.kind !== 'rate' && item.dimension !== 'percent'
    return {
      period,
      value,
      sources: sources.map(({ indicator: _indicator, period: _period, publishedSeq: _seq, ...source }) => source),
      spread: spreadOf(values),
      doubt: comparesUnits ? doubtOf(values, value, beside) : null,
    }
  })
  const [newest] = periods
  return { id: item.id, freshness: newest === undefined ? null : freshnessOf(newest, item.cycle, today), cells }
}

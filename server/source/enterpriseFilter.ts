import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { EnterpriseQuery, EnterpriseSort } from '@contract/enterprises'
import { gramsOf } from '@domain/register/grams'
import { todayOf, type SourceContext } from './context'
import { areaOf, isInArea, type EnterpriseArea } from './enterpriseArea'
import { INDUSTRIAL } from './figureRows'
import { honourDay, validOn } from './honours'
import type { Frame } from './view'

export type ListQuery = z.output<typeof EnterpriseQuery>
export type ListOrder = z.output<typeof EnterpriseSort>

/** A list as the database sees it. */
export interface EnterpriseFilter {
  frame: Frame
  query: ListQuery
  /** The day on which honours must be valid. */
  day: string
  /** Seats inside the region (and county): named one by one, the planner knows how many enterprises they hold. */
  places: string[]
  /** 圈选范围, where the list has one. */
  area: EnterpriseArea | null
}

export async function filterOf(context: SourceContext, frame: Frame, query: ListQuery): Promise<EnterpriseFilter> {
  const inRegion = await placesIn(context, frame, frame.region)
  const inCounty = query.county ? new Set(await placesIn(context, frame, query.county)) : null
  const places = inCounty ? inRegion.filter((place) => inCounty.has(place)) : inRegion
  const area = query.area === undefined ? null : await areaOf(context, frame.region, query.area)
  return { frame, query, day: honourDay(frame.period, todayOf(context)), places, area }
}

async function placesIn(context: SourceContext, { modeKey }: Frame, region: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('region_map')
    .select('place')
    .where('mode_key', '=', modeKey)
    .where('region', '=', region)
    .execute()
  return rows.map(({ place }) => place)
}

/** Which enterprises (aliased e) the list is about. */
export function conditions({ frame, query, day, places, area }: EnterpriseFilter): RawBuilder<unknown> {
  const parts = [sql`e.dataset = ${frame.dataset}`, sql`e.place = any(${places}::text[])`]
  if (area) parts.push(isInArea(area))
  if (query.chain)
    parts.push(sql`e.credit_code in (select m.credit_code from membership m where ${onUnit(frame, query)})`)
  if (query.scope === 'four') parts.push(sql`e.in_stat_scope`)
  if (query.scope === 'above') {
    parts.push(INDUSTRIAL)
  }
  const onChain = sql`select 1 from membership x where x.dataset = e.dataset and x.credit_code = e.credit_code`
  if (query.linked) parts.push(query.linked === 'yes' ? sql`exists (${onChain})` : sql`not exists (${onChain})`)
  if (query.leader) {
    parts.push(sql`exists (select 1 from leader l where l.dataset = e.dataset and l.credit_code = e.credit_code
      and ${query.chain ? sql`l.chain = ${query.chain}` : sql`true`})`)
  }
  if (query.honour) {
    parts.push(sql`exists (select 1 from honour h where h.dataset = e.dataset and h.credit_code = e.credit_code
      and ${query.honour === 'any' ? sql`h.tier <> 'other'` : sql`h.tier = ${query.honour}`} and ${validOn(day)})`)
  }
  if (query.q) parts.push(nameMatches(query.q))
  return sql.join(parts, sql` and `)
}

/** Memberships (aliased m) in the asked part of the chain. */
export function onUnit(frame: Frame, { chain, node, group, stage }: ListQuery): RawBuilder<unknown> {
  const inUnit = (kind: 'group' | 'stage', unit: string) =>
    sql`m.node in (select node from chain_unit where chain = ${chain} and unit_kind = ${kind} and unit = ${unit})`
  const unit = node
    ? sql`m.node = ${node}`
    : group
      ? inUnit('group', group)
      : stage
        ? inUnit('stage', stage)
        : sql`true`
  return sql`m.dataset = ${frame.dataset} and m.chain = ${chain} and ${unit}`
}

/** A name (by bigrams, rechecked) or the beginning of a credit code. */
export function nameMatches(text: string): RawBuilder<unknown> {
  const grams = gramsOf(text)
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const byName =
    grams.length > 0 ? sql`(e.name_grams @> ${grams}::text[] and e.name like ${like})` : sql`e.name like ${like}`
  return /^[0-9A-Za-z]{4,18}$/.test(text) ? sql`(${byName} or e.credit_code like ${`${text.toUpperCase()}%`})` : byName
}

import { sql, type RawBuilder } from 'kysely'
import { parsePeriod, periodEnd } from '@domain/period/period'
import type { Frame } from './view'

/** The day on which 荣誉有效期 is judged: the end of the period, or today while it still runs. */
export function honourDay(period: string, today: string): string {
  const parsed = parsePeriod(period)
  const end = parsed ? periodEnd(parsed) : today
  return end < today ? end : today
}

/** 有效: the table is aliased h. */
export const validOn = (day: string) =>
  sql`(coalesce(h.valid_from, '0000') <= ${day} and coalesce(h.valid_to, '9999') >= ${day})`

/** Names of the valid honours of an enterprise, joined by a sign that no name contains. */
export function validHonours(frame: Frame, day: string, code: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select string_agg(distinct h.programme, '|') from honour h
    where h.dataset = ${frame.dataset} and h.credit_code = ${code} and ${validOn(day)})`
}

export const honourNames = (joined: string | null) => (joined ? joined.split('|').sort() : [])

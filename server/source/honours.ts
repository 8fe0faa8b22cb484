import { sql, type RawBuilder } from 'kysely'
import type { HonourState } from '@contract/enterprises'
import { parsePeriod, periodEnd } from '@domain/period/period'
import type { HonourTable } from '@server/db/schema'
import type { Frame } from './view'

/** The day on which 荣誉有效期 is judged: the end of the period, or today while it still runs. */
export function honourDay(period: string, today: string): string {
  const parsed = parsePeriod(period)
  const end = parsed ? periodEnd(parsed) : today
  return end < today ? end : today
}

/** 有效: the table is aliased h. What a later list revoked or replaced never counts. */
export const validOn = (day: string) =>
  sql`(h.standing = 'held' and coalesce(h.valid_from, '0000') <= ${day} and coalesce(h.valid_to, '9999') >= ${day})`

/** The same of one row, with the reason. */
export function honourState(row: Pick<HonourTable, 'standing' | 'valid_from' | 'valid_to'>, day: string): HonourState {
  if (row.standing === 'revoked' || row.standing === 'superseded' || row.standing === 'lapsed') return row.standing
  if ((row.valid_from ?? '0000') > day) return 'upcoming'
  if (row.valid_to === null) return 'open'
  return row.valid_to >= day ? 'valid' : 'lapsed'
}

export const VALID_STATES: ReadonlySet<HonourState> = new Set(['valid', 'open'])

/** Names of the valid honours of an enterprise, joined by a sign that no name contains. */
export function validHonours(frame: Frame, day: string, code: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select string_agg(distinct h.programme, '|') from honour h
    where h.dataset = ${frame.dataset} and h.credit_code = ${code} and ${validOn(day)})`
}

export const honourNames = (joined: string | null) => (joined ? joined.split('|').sort() : [])

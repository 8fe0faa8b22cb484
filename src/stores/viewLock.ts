import type { Dataset } from '@contract/common'
import { readQuery, writeQuery, type QueryParams, type RawQuery } from '@/lib/queryParam'
import { readTabChoice, rememberTabChoice } from '@/lib/storedChoice'
import { VIEW_PARAMS, type ViewState } from './viewParams'

/** 口径锁: what stays on every page as it is, until somebody unlocks it; usual answers are named here, not left open. */
export interface ViewLock extends Pick<ViewState, 'scope' | 'mode'> {
  period: string
  dataset: Dataset
}

const KEY = 'scope-lock'
const LOCKED = ['scope', 'period', 'mode', 'dataset'] as const
const LOCKED_PARAMS: QueryParams<Pick<ViewState, (typeof LOCKED)[number]>> = {
  scope: VIEW_PARAMS.scope,
  period: VIEW_PARAMS.period,
  mode: VIEW_PARAMS.mode,
  dataset: VIEW_PARAMS.dataset,
}

/** The lock of this tab; what was stored by hand or by an earlier edition is no lock. */
export function readLock(): ViewLock | null {
  const stored = new URLSearchParams(readTabChoice(KEY) ?? '')
  const { scope, period, mode, dataset } = readQuery(LOCKED_PARAMS, Object.fromEntries(stored)).state
  return period === null || dataset === null ? null : { scope, period, mode, dataset }
}

export function keepLock(lock: ViewLock | null) {
  rememberTabChoice(KEY, lock && new URLSearchParams(writeQuery(LOCKED_PARAMS, lock)).toString())
}

/** Asks for something else than the lock holds. null asks for the usual answer, which the lock is. */
export const breaksLock = (lock: ViewLock, wish: Partial<ViewState>): boolean =>
  LOCKED.some((key) => wish[key] !== undefined && wish[key] !== null && wish[key] !== lock[key])

/** What an address says itself: a default that it leaves out is no wish. */
export const saidIn = (raw: RawQuery, state: ViewState): Partial<ViewState> =>
  Object.fromEntries(LOCKED.filter((key) => VIEW_PARAMS[key].name in raw).map((key) => [key, state[key]]))

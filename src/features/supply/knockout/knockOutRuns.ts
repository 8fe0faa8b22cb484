import { shallowRef, watch } from 'vue'
import { defineStore } from 'pinia'
import type { KnockOut, KnockOutRequest } from '@contract/knockOut'
import { useSession } from '@/stores/session'
import { assumptionWords } from './assumptionFields'
import { isDirect, spreadWords } from './spread'

/** One knock-out that was run, kept in this tab only. */
export interface KeptRun {
  id: string
  name: string
  /** ISO 8601. */
  at: string
  request: KnockOutRequest
  result: KnockOut
}

export const MOST_RUNS = 10

/** 本次打开以来的推演: the last ten, newest first; a reload or another audience forgets them. Nothing is written to data. */
export const useKnockOutRuns = defineStore('knockOutRuns', () => {
  const session = useSession()
  const runs = shallowRef<KeptRun[]>([])
  let last = 0

  function keep(request: KnockOutRequest, result: KnockOut): KeptRun {
    last += 1
    const run = { id: String(last), name: runName(result), at: new Date().toISOString(), request, result }
    runs.value = [run, ...runs.value.filter((one) => runKey(one.request) !== runKey(request))].slice(0, MOST_RUNS)
    return run
  }

  const forget = (id: string) => (runs.value = runs.value.filter((run) => run.id !== id))
  const runOf = (request: KnockOutRequest) => runs.value.find((run) => runKey(run.request) === runKey(request))

  watch(
    () => session.audience,
    () => (runs.value = []),
  )
  return { runs, keep, forget, runOf }
})

/** The same question, whatever the order in which its parts were written. */
export const runKey = ({ region, year, mode, dataset, stops, assumptions }: KnockOutRequest): string =>
  JSON.stringify([
    region,
    year ?? null,
    mode ?? null,
    dataset ?? null,
    stops.map((stop) => JSON.stringify(Object.entries(stop).sort())).sort(),
    Object.entries(assumptions).sort(),
  ])

const NAMED = 2

/** 东方机床等 3 个 · 30 天 · 全停 · 只算直接. */
export function runName({ targets, assumptions }: Pick<KnockOut, 'targets' | 'assumptions'>): string {
  const names = targets.slice(0, NAMED).map(({ name }) => name)
  const whom = targets.length > NAMED ? `${names.join('、')}等 ${targets.length} 个` : names.join('、')
  const [days = '', cut = ''] = assumptionWords(assumptions)
  const spread = isDirect(assumptions) ? '只算直接' : spreadWords(assumptions)
  return `${whom} · ${days} · ${cut} · ${spread}`
}

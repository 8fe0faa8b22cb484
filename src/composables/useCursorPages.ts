import { computed, onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { LoadState } from './useLatest'

interface Page<Row> {
  total: number
  rows: Row[]
  nextCursor: string | null
}

/** A long list that the server hands out page by page; another query starts it again, and only the newest answer wins. */
export function useCursorPages<Query extends object, Row>(
  query: MaybeRefOrGetter<Query>,
  load: (query: Query & { cursor?: string }, options: { signal: AbortSignal }) => Promise<Page<Row>>,
) {
  const rows = shallowRef<Row[]>([])
  const total = shallowRef(0)
  const nextCursor = shallowRef<string | null>(null)
  const state = shallowRef<LoadState>('first-load')
  const error = shallowRef<unknown>()
  const loadedAt = shallowRef<Date>()
  let running: AbortController | undefined

  async function ask(cursor: string | null) {
    running?.abort()
    const mine = (running = new AbortController())
    state.value = loadedAt.value === undefined ? 'first-load' : 'refreshing'
    try {
      const page = await load({ ...toValue(query), ...(cursor !== null && { cursor }) }, { signal: mine.signal })
      if (mine !== running) return
      rows.value = cursor === null ? page.rows : [...rows.value, ...page.rows]
      total.value = page.total
      nextCursor.value = page.nextCursor
      loadedAt.value = new Date()
      state.value = 'ready'
    } catch (reason) {
      if (mine !== running) return
      error.value = reason
      state.value = 'failed'
    }
  }

  const reload = () => ask(null)
  const more = () => (nextCursor.value === null ? Promise.resolve() : ask(nextCursor.value))

  // Compared as text: a query rebuilt with the same content asks nothing new.
  const key = computed(() => JSON.stringify(toValue(query)))
  watch(key, reload, { immediate: true })
  onScopeDispose(() => {
    const last = running
    running = undefined
    last?.abort()
  })
  return { rows, total, nextCursor, state, error, loadedAt, reload, more }
}

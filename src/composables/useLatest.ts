import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'

export type LoadState = 'first-load' | 'refreshing' | 'ready' | 'failed'

/**
 * Loads on every query change; only the newest answer wins, and old data stays up while the new one loads. A query of
 * `undefined` means "not known yet": nothing is asked.
 */
export function useLatest<Q, T>(
  query: MaybeRefOrGetter<Q | undefined>,
  load: (query: Q, options: { signal: AbortSignal }) => Promise<T>,
) {
  const data = shallowRef<T>()
  const error = shallowRef<unknown>()
  const state = shallowRef<LoadState>('first-load')
  /** When the data on screen arrived. */
  const loadedAt = shallowRef<Date>()
  let running: AbortController | undefined

  async function reload() {
    running?.abort()
    const mine = (running = new AbortController())
    state.value = data.value === undefined ? 'first-load' : 'refreshing'
    const asked = toValue(query)
    if (asked === undefined) return
    try {
      const answer = await load(asked, { signal: mine.signal })
      if (mine !== running) return
      data.value = answer
      error.value = undefined
      loadedAt.value = new Date()
      state.value = 'ready'
    } catch (reason) {
      if (mine !== running) return
      error.value = reason
      state.value = 'failed'
    }
  }

  watch(() => toValue(query), reload, { immediate: true })
  onScopeDispose(() => {
    const last = running
    running = undefined
    last?.abort()
  })
  return { data, error, state, loadedAt, reload }
}

import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Checkup, CheckupQuery } from '@contract/checkup'
import { fetchCheckup } from '@/api/checkup'
import { failureMessage } from '@/api/http'

export type CheckupState = 'idle' | 'running' | 'ready' | 'failed'

/** A checkup is run by a person, and may be called off; what it found stays until the next one. */
export function useCheckup() {
  const checkup = shallowRef<Checkup>()
  /** The question that `checkup` answers. */
  const asked = shallowRef<CheckupQuery>()
  const state = shallowRef<CheckupState>('idle')
  const error = shallowRef<unknown>()
  let running: AbortController | undefined

  async function run(query: CheckupQuery) {
    running?.abort()
    const mine = (running = new AbortController())
    state.value = 'running'
    try {
      const answer = await fetchCheckup(query, { signal: mine.signal })
      if (mine !== running) return
      checkup.value = answer
      asked.value = query
      state.value = 'ready'
    } catch (reason) {
      if (mine !== running) return
      error.value = reason
      state.value = 'failed'
    }
  }

  function cancel() {
    running?.abort()
    running = undefined
    state.value = checkup.value ? 'ready' : 'idle'
  }

  onScopeDispose(() => {
    const last = running
    running = undefined
    last?.abort()
  })
  return { checkup, asked, state, failure: computed(() => failureMessage(error.value)), run, cancel }
}

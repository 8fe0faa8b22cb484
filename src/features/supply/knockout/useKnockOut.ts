import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { KnockOutRequest } from '@contract/knockOut'
import { failureMessage } from '@/api/http'
import { runKnockOut } from '@/api/supply'
import { runKey, useKnockOutRuns, type KeptRun } from './knockOutRuns'

export type KnockOutState = 'idle' | 'running' | 'ready' | 'failed'

/** A knock-out is run by a person, and may be called off; its result stays, marked as old once the question changes. */
export function useKnockOut(request: () => KnockOutRequest | undefined) {
  const runs = useKnockOutRuns()
  const shown = shallowRef<KeptRun>()
  const state = shallowRef<KnockOutState>('idle')
  const error = shallowRef<unknown>()
  let running: AbortController | undefined

  const key = computed(() => {
    const asked = request()
    return asked && runKey(asked)
  })
  const isStale = computed(() => shown.value !== undefined && runKey(shown.value.request) !== key.value)

  async function run() {
    const asked = request()
    if (!asked) return
    running?.abort()
    const mine = (running = new AbortController())
    state.value = 'running'
    try {
      const result = await runKnockOut(asked, { signal: mine.signal })
      if (mine !== running) return
      shown.value = runs.keep(asked, result)
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
    state.value = shown.value ? 'ready' : 'idle'
  }

  // Back to a question that was answered before: its answer is here.
  watch(
    key,
    () => {
      const asked = request()
      const kept = asked && runs.runOf(asked)
      if (!kept || kept === shown.value) return
      cancel()
      shown.value = kept
      state.value = 'ready'
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    const last = running
    running = undefined
    last?.abort()
  })
  return { shown, state, isStale, failure: computed(() => failureMessage(error.value)), run, cancel }
}

import { onBeforeUnmount, onMounted, toValue, watch, type MaybeRefOrGetter } from 'vue'

/**
 * Runs `work` every `intervalMs` while `active` holds and the page is visible. The next run is planned when the last one
 * has ended, so slow answers never pile up.
 */
export function usePolling(work: () => Promise<unknown>, intervalMs: number, active: MaybeRefOrGetter<boolean> = true) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isMounted = false
  let isRunning = false

  const mayRun = () => isMounted && toValue(active) && !document.hidden

  function plan() {
    clearTimeout(timer)
    if (mayRun() && !isRunning) timer = setTimeout(run, intervalMs)
  }

  async function run() {
    isRunning = true
    try {
      await work()
    } finally {
      isRunning = false
      plan()
    }
  }

  onMounted(() => {
    isMounted = true
    document.addEventListener('visibilitychange', plan)
    plan()
  })
  watch(() => toValue(active), plan)
  onBeforeUnmount(() => {
    isMounted = false
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', plan)
  })
}

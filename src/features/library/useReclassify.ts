import { computed, shallowRef, type ShallowRef } from 'vue'
import type { Job } from '@contract/chains'
import { fetchJob } from '@/api/chains'
import { ApiError, failureMessage } from '@/api/http'
import { usePolling } from '@/composables/usePolling'

const POLL_MS = 500

/** By chain: the user may leave the page and come back while the work goes on. */
const jobs = new Map<string, ShallowRef<Job | null>>()

function jobOf(chain: string): ShallowRef<Job | null> {
  const known = jobs.get(chain) ?? shallowRef<Job | null>(null)
  jobs.set(chain, known)
  return known
}

/** Follows the 重新归类 that a new edition of a chain starts; lost answers are asked for again. */
export function useReclassify(chain: string, onDone: () => void) {
  const job = jobOf(chain)
  /** Why the progress is not known at the moment. */
  const fault = shallowRef<string | null>(null)
  const running = computed(() => job.value?.status === 'running')

  async function follow() {
    const followed = job.value
    if (!followed) return
    try {
      job.value = await fetchJob(followed.id)
      fault.value = null
    } catch (reason) {
      // A server that has started anew has no such job; whether it had ended shows in the list of editions.
      const isLost = reason instanceof ApiError && reason.status === 404
      fault.value = isLost ? null : failureMessage(reason)
      if (isLost) job.value = { ...followed, status: 'failed', message: failureMessage(reason) }
    }
    if (job.value?.status === 'done') onDone()
  }

  usePolling(follow, POLL_MS, running)

  function start(id: string) {
    fault.value = null
    job.value = { id, kind: 'classify', status: 'running', done: 0, total: 0, message: null }
  }

  function dismiss() {
    job.value = null
  }

  return { job, fault, running, start, dismiss }
}

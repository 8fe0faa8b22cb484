import { computed } from 'vue'
import { FEWEST_COMPARED, type CompareQuery } from '@contract/compare'
import { fetchComparison } from '@/api/compare'
import { useLatest } from '@/composables/useLatest'
import { useChosenChain } from '@/stores/useChosenChain'
import { useView } from '@/stores/view'

/** The figures of the regions in the address; nothing is asked before there are two. */
export function useComparison() {
  const view = useView()
  const chain = useChosenChain()
  /** The filters that every question of this page shares. */
  const filters = computed(() => ({
    scope: view.scope,
    mode: view.mode,
    ...(view.period !== null && { period: view.period }),
    ...(view.dataset !== null && { dataset: view.dataset }),
  }))
  // Compared as text, so that a change of another choice does not ask the same question again.
  const key = computed(() => {
    if (chain.value === undefined || view.compared.length < FEWEST_COMPARED) return undefined
    const node = view.node === null ? {} : { node: view.node }
    return JSON.stringify({ regions: view.compared.join(','), chain: chain.value, ...node, ...filters.value })
  })
  const query = computed(() => (key.value ? (JSON.parse(key.value) as CompareQuery) : undefined))
  return { answer: useLatest(query, fetchComparison), query, chain, filters }
}

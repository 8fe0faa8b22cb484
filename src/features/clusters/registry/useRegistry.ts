import { computed } from 'vue'
import type { IndustryClusterQuery } from '@contract/industryClusters'
import { fetchIndustryClusters } from '@/api/industryClusters'
import { useLatest } from '@/composables/useLatest'
import { useView } from '@/stores/view'
import { COUNTRY } from '@/stores/viewIntentions'

/** The clusters of the view's region; the whole country has no list of its own. */
export function useRegistry() {
  const view = useView()
  const isCountry = computed(() => view.region === COUNTRY)
  // Compared as text, so that a change of another choice does not ask the same question again.
  const key = computed(() => {
    if (isCountry.value) return undefined
    const { region, scope, mode, period, dataset } = view
    return JSON.stringify({
      region,
      scope,
      mode,
      ...(period !== null && { period }),
      ...(dataset !== null && { dataset }),
    })
  })
  const query = computed(() => (key.value ? (JSON.parse(key.value) as IndustryClusterQuery) : undefined))
  return { answer: useLatest(query, fetchIndustryClusters), query, isCountry }
}

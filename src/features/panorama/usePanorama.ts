import { computed } from 'vue'
import type { ViewQuery } from '@contract/common'
import { fetchPanorama } from '@/api/panorama'
import { useLatest } from '@/composables/useLatest'
import { useCatalogue } from '@/stores/catalogue'
import { useChosenChain } from '@/stores/useChosenChain'
import { useView } from '@/stores/view'

/** The panorama of the view, asked as soon as its chain is known. */
export function usePanorama() {
  const view = useView()
  const catalogue = useCatalogue()
  const chain = useChosenChain()
  // Joined as text, so that a change of another choice does not ask the same question again.
  const key = computed(() => chain.value && JSON.stringify(queryOf(chain.value)))
  const query = computed(() => (key.value ? (JSON.parse(key.value) as ViewQuery) : undefined))

  function queryOf(id: string): ViewQuery {
    return {
      region: view.region,
      chain: id,
      scope: view.scope,
      mode: view.mode,
      ...(view.period !== null && { period: view.period }),
      ...(view.dataset !== null && { dataset: view.dataset }),
    }
  }

  const latest = useLatest(query, fetchPanorama)
  /** Nothing can be asked: the catalogue itself did not come. */
  const catalogueError = computed(() => (query.value === undefined ? catalogue.error : undefined))
  return { ...latest, query, chain, catalogueError }
}

import { computed } from 'vue'
import type { ClusterQuery } from '@contract/clusters'
import { fetchClusters, fetchClusterStory } from '@/api/clusters'
import { useLatest } from '@/composables/useLatest'
import { useCatalogue } from '@/stores/catalogue'
import { useChosenChain } from '@/stores/useChosenChain'
import { useView } from '@/stores/view'
import { drawnRegion } from './drawnRegion'

/** The figures of the view's map and the story of its region. */
export function useClusters() {
  const view = useView()
  const catalogue = useCatalogue()
  const chain = useChosenChain()

  const path = computed(() => (catalogue.region?.code === view.region ? catalogue.region.path : undefined))
  /** A county is shown among its sisters. */
  const drawn = computed(() => drawnRegion(view.region, path.value))

  function queryOf(region: string, id: string): ClusterQuery {
    return {
      region,
      chain: id,
      scope: view.scope,
      mode: view.mode,
      ...(view.node !== null && { node: view.node }),
      ...(view.period !== null && { period: view.period }),
      ...(view.dataset !== null && { dataset: view.dataset }),
    }
  }
  // Compared as text, so that a change of another choice does not ask the same question again.
  const key = computed(() => {
    if (chain.value === undefined || drawn.value === undefined) return undefined
    const isProvince = drawn.value.endsWith('0000')
    return JSON.stringify({ ...queryOf(drawn.value, chain.value), ...(isProvince && { level: view.level }) })
  })
  const storyKey = computed(() => chain.value && JSON.stringify(queryOf(view.region, chain.value)))
  const query = computed(() => (key.value ? (JSON.parse(key.value) as ClusterQuery) : undefined))
  const storyQuery = computed(() => (storyKey.value ? (JSON.parse(storyKey.value) as ClusterQuery) : undefined))

  /** Nothing can be asked: the catalogue itself did not come. */
  const catalogueError = computed(() => (query.value === undefined ? catalogue.error : undefined))
  return {
    clusters: useLatest(query, fetchClusters),
    story: useLatest(storyQuery, fetchClusterStory),
    query,
    chain,
    catalogueError,
  }
}

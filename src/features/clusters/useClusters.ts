import { computed } from 'vue'
import type { ClusterQuery } from '@contract/clusters'
import { fetchClusters, fetchClusterStory } from '@/api/clusters'
import { useLatest } from '@/composables/useLatest'
import { useCatalogue } from '@/stores/catalogue'
import { useChosenChain } from '@/stores/useChosenChain'
import { useView } from '@/stores/view'
import { COUNTRY } from '@/stores/viewIntentions'
import { drawnRegion } from './drawnRegion'

/** The figures of the view's map and the story of its region. */
export function useClusters() {
  const view = useView()
  const catalogue = useCatalogue()
  const chain = useChosenChain()

  const here = computed(() => (catalogue.region?.code === view.region ? catalogue.region : undefined))
  /** A county is shown among its sisters. */
  const drawn = computed(() => drawnRegion(view.region, here.value?.path))
  /** Municipalities have no cities to show; undefined until that is known. */
  const level = computed(() => {
    if (view.region === COUNTRY) return 'province'
    if (view.level === 'county' || !view.region.endsWith('0000')) return 'county'
    if (!here.value) return undefined
    return here.value.children.some((child) => child.level === 'city') ? 'city' : 'county'
  })

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
    if (chain.value === undefined || drawn.value === undefined || level.value === undefined) return undefined
    return JSON.stringify({ ...queryOf(drawn.value, chain.value), level: level.value })
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

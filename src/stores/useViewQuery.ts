import { computed } from 'vue'
import type { ViewQuery } from '@contract/common'
import { useCatalogue } from './catalogue'
import { useChosenChain } from './useChosenChain'
import { useView } from './view'

/** The view as a question to the server, as soon as its chain is known. */
export function useViewQuery() {
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

  /** Nothing can be asked: the catalogue itself did not come. */
  const catalogueError = computed(() => (query.value === undefined ? catalogue.error : undefined))
  return { query, chain, catalogueError }
}

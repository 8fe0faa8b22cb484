import { computed } from 'vue'
import { fetchBoard } from '@/api/board'
import { failureMessage } from '@/api/http'
import { useLatest } from '@/composables/useLatest'
import { useCatalogue } from '@/stores/catalogue'
import { useView } from '@/stores/view'
import { useViewQuery } from '@/stores/useViewQuery'

/** The board of the view; its panels share one answer and one state. */
export function useBoard() {
  const view = useView()
  const catalogue = useCatalogue()
  const { query, chain, catalogueError } = useViewQuery()
  const { data: board, error, state, loadedAt, reload } = useLatest(query, fetchBoard)
  const frame = computed(() =>
    catalogueError.value === undefined
      ? { state: state.value, failure: failureMessage(error.value) }
      : { state: 'failed' as const, failure: failureMessage(catalogueError.value) },
  )

  function retry() {
    if (catalogueError.value === undefined) void reload()
    else void catalogue.open(view.region)
  }

  return { board, query, chain, frame, state, loadedAt, retry }
}

import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { AnalysisHead } from '@contract/analysis'
import { analysisWorkbookUrl, type AnalysisName } from '@/api/analysis'
import { failureMessage, type RequestOptions } from '@/api/http'
import { exportHold } from '@/composables/exportHold'
import { useLatest } from '@/composables/useLatest'
import { saveUrl } from '@/lib/saveFile'
import { useCatalogue } from '@/stores/catalogue'
import { useView } from '@/stores/view'

/** What a panel asks and shows; the same question in another object is not asked again. */
export function useAnalysis<Q extends object, T extends AnalysisHead>(
  name: AnalysisName,
  question: MaybeRefOrGetter<Q | undefined>,
  load: (query: Q, options: RequestOptions) => Promise<T>,
) {
  const catalogue = useCatalogue()
  const view = useView()
  const key = computed(() => {
    const asked = toValue(question)
    return asked && JSON.stringify(asked)
  })
  const query = computed(() => (key.value === undefined ? undefined : (JSON.parse(key.value) as Q)))
  const { data, error, state: ownState, loadedAt, reload: loadAgain } = useLatest(query, load)
  // Nothing can be asked before the catalogue came: where it failed, so did this.
  const catalogueError = computed(() => (query.value === undefined ? catalogue.error : undefined))
  const state = computed(() => (catalogueError.value === undefined ? ownState.value : 'failed'))
  const failure = computed(() => failureMessage(catalogueError.value ?? error.value))
  const reload = () => (catalogueError.value === undefined ? loadAgain() : catalogue.open(view.region))
  const hold = computed(() => exportHold(state.value))
  /** With the period and the data set of the answer, so that the file says what the screen says. */
  function saveWorkbook() {
    const answer = data.value
    if (!answer || !query.value) return
    saveUrl(analysisWorkbookUrl(name, { ...query.value, period: answer.period, dataset: answer.dataset }))
  }
  return { data, state, failure, loadedAt, reload, hold, saveWorkbook }
}

import { computed } from 'vue'
import { useCatalogue } from './catalogue'
import { useView } from './view'
import type { ViewLock } from './viewLock'
import { DATASET_NAMES, labelOf, MODE_CHOICES, periodText, SCOPE_CHOICES } from './viewWords'

/** 口径、统计期、区划、数据 as every page has them now, with the usual answers filled in, and in words. */
export function useCombination() {
  const view = useView()
  const catalogue = useCatalogue()
  const combination = computed((): ViewLock | null => {
    const { scope, mode } = view
    const dataset = view.dataset ?? catalogue.coverage?.preferred ?? null
    const known = catalogue.coverage?.datasets.find((entry) => entry.dataset === dataset)?.periods
    const period = view.period ?? known?.[0] ?? null
    return dataset === null || period === null ? null : { scope, mode, dataset, period }
  })
  const words = computed(() => {
    const { scope, mode } = view
    const shown = combination.value
    return [
      labelOf(SCOPE_CHOICES, scope),
      shown ? periodText(shown.period) : '没有统计期',
      labelOf(MODE_CHOICES, mode),
      ...(shown ? [DATASET_NAMES[shown.dataset]] : []),
    ].join(' · ')
  })
  return { combination, words }
}

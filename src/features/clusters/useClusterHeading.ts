import { computed } from 'vue'
import type { Clusters } from '@contract/clusters'
import { useCatalogue } from '@/stores/catalogue'
import { DATASET_NAMES, periodText, SCOPE_CHOICES } from '@/stores/viewWords'
import type { IndicatorChoice } from './clusterIndicators'

/** What the map is called, and why there may be nothing on it. */
export function useClusterHeading(clusters: () => Clusters | undefined, indicator: () => IndicatorChoice) {
  const catalogue = useCatalogue()

  const title = computed(() => {
    const shown = clusters()
    return shown && `${shown.regionName} · ${shown.chainName}${shown.nodeName ? ` · ${shown.nodeName}` : ''} 集群地图`
  })
  const subtitle = computed(() => {
    const shown = clusters()
    const scope = SCOPE_CHOICES.find(({ value }) => value === shown?.scope)?.label
    return shown && [periodText(shown.period), scope, indicator().label].join(' · ')
  })
  const coverages = computed(() => catalogue.coverage?.datasets ?? [])
  const otherDataset = computed(
    () =>
      coverages.value.find(({ dataset, enterprises }) => dataset !== clusters()?.dataset && enterprises > 0)?.dataset,
  )
  const empty = computed(() => {
    const shown = clusters()
    const own = coverages.value.find(({ dataset }) => dataset === shown?.dataset)?.enterprises ?? 0
    if (!shown || shown.total.enterprises > 0 || own > 0) return null
    return `${shown.regionName}还没有${DATASET_NAMES[shown.dataset]}：导入并发布企业名录后，地图自动生成。`
  })
  return { title, subtitle, otherDataset, empty }
}

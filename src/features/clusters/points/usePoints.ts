import { computed } from 'vue'
import type { Clusters } from '@contract/clusters'
import type { PointQuery } from '@contract/points'
import { fetchPointMarks, fetchPointSummary, pointTilesUrl } from '@/api/points'
import { useLatest } from '@/composables/useLatest'
import type { PointLayer } from '@/lib/regionSurface'
import { useView } from '@/stores/view'

/** 企业点位 of the map on the screen: the enterprises that its figures count. */
export function usePoints(clusters: () => Clusters | undefined) {
  const view = useView()
  /** As text, so that a new answer with the same content is the same layer. */
  const key = computed(() => {
    const shown = clusters()
    // Points are those of one province, in the system that it is drawn in.
    if (view.points === 'off' || !shown || shown.level === 'province') return undefined
    const { region, chain, node, period, scope, mode, dataset, version } = shown
    return JSON.stringify({ region, chain, ...(node !== null && { node }), period, scope, mode, dataset, v: version })
  })
  const query = computed(() => (key.value === undefined ? undefined : (JSON.parse(key.value) as PointQuery)))
  const summary = useLatest(query, fetchPointSummary)
  const layer = computed((): PointLayer | null => {
    const asked = query.value
    if (!asked || key.value === undefined) return null
    return {
      key: key.value,
      tiles: pointTilesUrl(asked),
      marks: async (bounds, zoom) => {
        const bbox = bounds.map((degrees) => degrees.toFixed(6)).join(',')
        return (await fetchPointMarks({ ...asked, bbox, zoom })).marks
      },
    }
  })
  return { query, layer, summary }
}

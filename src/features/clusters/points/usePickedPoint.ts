import { shallowRef, watch } from 'vue'
import type { PointCluster, PointQuery } from '@contract/points'
import { fetchPointCluster } from '@/api/points'
import { failureMessage } from '@/api/http'
import { useToasts } from '@/composables/useToasts'
import type { Camera, PointPick } from '@/lib/regionSurface'
import { useView } from '@/stores/view'

/** An enterprise whose card is open, or the enterprises of one place. */
export type Opened =
  { kind: 'enterprise'; creditCode: string; from: Opened | null } | { kind: 'cluster'; cluster: PointCluster }

/** A whole zoom is the border between two levels of tiles; a hair below it the coarser one is drawn. */
const INSIDE = 0.05

/** What a click on a point or a cluster of points opens. */
export function usePickedPoint(query: () => PointQuery | undefined, look: (camera: Camera) => void) {
  const view = useView()
  const { show } = useToasts()
  const opened = shallowRef<Opened | null>(null)

  function openEnterprise(creditCode: string) {
    const from = opened.value?.kind === 'cluster' ? opened.value : null
    opened.value = { kind: 'enterprise', creditCode, from }
  }

  /** Back to the list that the enterprise was opened from. */
  function close() {
    opened.value = opened.value?.kind === 'enterprise' ? opened.value.from : null
  }

  async function pick(picked: PointPick) {
    if (picked.kind === 'one') {
      opened.value = { kind: 'enterprise', creditCode: picked.creditCode, from: null }
      return
    }
    const asked = query()
    if (!asked) return
    try {
      const cluster = await fetchPointCluster(picked.id, asked)
      if (cluster.expansionZoom !== null) look({ centre: picked.at, zoom: cluster.expansionZoom + INSIDE })
      else opened.value = { kind: 'cluster', cluster }
    } catch (reason) {
      show(`聚合点没有打开：${failureMessage(reason)}`, { tone: 'bad' })
    }
  }

  // Another place or chain has other enterprises.
  watch([() => view.region, () => view.chain, () => view.dataset], () => (opened.value = null))
  return { opened, openEnterprise, close, pick }
}

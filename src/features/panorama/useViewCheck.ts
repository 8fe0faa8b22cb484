import { watch } from 'vue'
import type { Panorama } from '@contract/panorama'
import { useOfferCheck } from '@/stores/useOfferCheck'
import { useView } from '@/stores/view'

/** A pasted link may name things that are not (or no longer) here: fall back, and say so. */
export function useViewCheck(panorama: () => Panorama | undefined) {
  const view = useView()
  useOfferCheck()
  watch([panorama, () => view.node], () => {
    const shown = panorama()
    if (shown === undefined || view.node === null || shown.view.chain !== (view.chain ?? shown.view.chain)) return
    if (shown.nodes.some(({ id }) => id === view.node)) return
    view.correct({ node: null }, `“${shown.view.chainName}”没有环节“${view.node}”，已取消聚焦。`)
  })
}

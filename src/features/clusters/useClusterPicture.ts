import { shallowRef } from 'vue'
import type { BoundarySet } from '@contract/boundaries'
import type { Clusters } from '@contract/clusters'
import { useToasts } from '@/composables/useToasts'
import { boundaryNotice, watermarkOf, type PictureUse } from './boundaryNotice'
import type { ClassedMap, MapFrame } from './clusterMap'
import type { PictureState } from './saveClusterPicture'

interface Shown extends Omit<PictureState, 'notice' | 'watermark'> {
  clusters: Clusters | undefined
  map: ClassedMap | undefined
  frame: MapFrame | undefined
  set: BoundarySet | undefined
}

/** Saves what is shown as PNG, for 内部使用 or, where the outlines allow it, 公开使用. */
export function useClusterPicture(shown: () => Shown) {
  const { show } = useToasts()
  const isDrawing = shallowRef(false)

  async function save(use: PictureUse) {
    const { clusters, map, frame, set, ...state } = shown()
    if (!clusters || !map || !frame || !set) return
    if (use === 'public' && !set.publicExport) return
    isDrawing.value = true
    try {
      const { saveClusterPicture } = await import('./saveClusterPicture')
      const said = { notice: boundaryNotice(set), watermark: watermarkOf(set) }
      await saveClusterPicture(clusters, map, frame, { ...state, ...said })
    } catch {
      show('图片没有生成：浏览器内存不足或不支持这么大的画布。可改用 Excel 导出。', { tone: 'bad' })
    } finally {
      isDrawing.value = false
    }
  }

  return { isDrawing, save }
}

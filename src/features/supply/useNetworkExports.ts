import { computed, shallowRef } from 'vue'
import type { EgoFigures, EgoQuery, Network, NetworkQuery, SupplyHead } from '@contract/supply'
import { communityWorkbookUrl, networkWorkbookUrl } from '@/api/supply'
import { exportHold } from '@/composables/exportHold'
import type { LoadState } from '@/composables/useLatest'
import { useToasts } from '@/composables/useToasts'
import type { PictureLegend } from '@/graph/network/networkPicture'
import type { PictureText } from '@/lib/pictureFrame'
import { saveBlob, saveUrl } from '@/lib/saveFile'
import { useTheme } from '@/stores/theme'

/** What draws, as far as it can make a picture of itself. */
export interface Drawn {
  toPng?: (text: PictureText, legend: PictureLegend) => Promise<Blob> | undefined
}

interface Shown {
  network: Network | undefined
  query: NetworkQuery | undefined
  state: LoadState
  figures: EgoFigures | undefined
  egoQuery: EgoQuery | undefined
  drawing: Drawn | null
  /** The layout is one that pictures are made of, and there is something in it. */
  canDraw: boolean
  /** What narrows the network, in words. */
  filters: readonly string[]
}

/** Year and data as the server filled them in: the workbook has what is on the screen. */
const settledBy = ({ year, dataset }: SupplyHead) => ({ dataset, ...(year !== null && { year }) })

/** Picture and workbooks of what is shown. */
export function useNetworkExports(shown: () => Shown) {
  const look = useTheme()
  const { show } = useToasts()
  const isDrawing = shallowRef(false)

  const exports = computed(() => {
    const { canDraw, state } = shown()
    const hold = exportHold(state)
    return [
      {
        id: 'picture',
        label: '图片（PNG，带图例与口径）',
        hint: canDraw ? undefined : '环形、分栏可存',
        disabled: !canDraw,
      },
      { id: 'workbook', label: '表格（Excel，企业与关系）', hint: hold, disabled: hold !== undefined },
    ]
  })

  function saveAs(id: string) {
    if (id === 'picture') void savePicture()
    else saveWorkbook()
  }

  function saveWorkbook() {
    const { network, query } = shown()
    if (network && query) saveUrl(networkWorkbookUrl({ ...query, ...settledBy(network) }))
  }

  function saveCommunity() {
    const { figures, egoQuery } = shown()
    if (figures && egoQuery) saveUrl(communityWorkbookUrl({ ...egoQuery, ...settledBy(figures) }))
  }

  async function savePicture() {
    const { network, drawing, filters } = shown()
    if (!network) return
    isDrawing.value = true
    try {
      const { pictureLegend, pictureName, pictureText } = await import('./saveNetworkPicture')
      const blob = await drawing?.toPng?.(pictureText(network, filters, new Date()), pictureLegend(network, look.theme))
      if (!blob) throw new Error('there is no drawing')
      saveBlob(blob, pictureName(network))
    } catch {
      show('图片没有生成：浏览器内存不足或不支持这么大的画布。可改用 Excel 导出。', { tone: 'bad' })
    } finally {
      isDrawing.value = false
    }
  }

  return { exports, isDrawing, saveAs, saveCommunity }
}

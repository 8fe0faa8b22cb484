import type { AnalysisHead } from '@contract/analysis'
import type { AnalysisLook } from '@/features/indicators/analysis/analysisLook'
import { momentText } from '@/lib/format'
import { framedPicture } from '@/lib/pictureFrame'
import { saveBlob } from '@/lib/saveFile'
import { DATASET_NAMES, labelOf, SCOPE_CHOICES } from '@/stores/viewWords'

/** What a chart can draw of itself into another canvas. */
export interface Paintable {
  $el: HTMLElement
  paint: (ctx: CanvasRenderingContext2D, place: { x: number; y: number; density: number }) => void
}

/** The chart as it stands on the screen, as PNG with title, 口径, source and demonstration band. */
export async function saveChartPicture(
  head: AnalysisHead,
  name: string,
  look: AnalysisLook,
  { $el, paint }: Paintable,
) {
  const title = `${head.regionName} · ${head.chainName} · ${name}`
  const content = {
    width: $el.clientWidth,
    height: $el.clientHeight,
    legendHeight: 8,
    paint,
    paintLegend: () => undefined,
  }
  const updated = head.updatedAt === null ? '未发布' : momentText(head.updatedAt)
  const text = {
    title,
    lines: [...head.method, ...head.footnotes],
    footer: `${labelOf(SCOPE_CHOICES, head.scope)}；${DATASET_NAMES[head.dataset]}，发布于 ${updated}`,
    demo: head.dataset === 'demo',
  }
  const { background, text: ink, subText } = look
  const blob = await framedPicture(content, text, { background, text: ink, subText })
  saveBlob(blob, `${title.replace(/ · /g, '-')}-${head.period}${head.dataset === 'demo' ? '-演示数据' : ''}.png`)
}

import type { AnalysisHead } from '@contract/analysis'
import { LOOK_WORDS } from '@/lib/figureLook'
import { momentText } from '@/lib/format'
import { framedPicture } from '@/lib/pictureFrame'
import { saveBlob } from '@/lib/saveFile'
import { paintSketch, type Sketch } from '@/lib/sketch'
import { DATASET_NAMES, labelOf, MODE_CHOICES, SCOPE_CHOICES } from '@/stores/viewWords'
import type { AnalysisLook } from './analysisLook'

interface Picture {
  head: AnalysisHead
  title: string
  /** Sentences that stand under the chart on the screen. */
  notes: readonly string[]
  draw: (box: { width: number; height: number; scale: number }) => Sketch
  look: AnalysisLook
  height?: number
}

const WIDTH = 1200
const HEIGHT = 720
const SCALE = 1.35
const MARGIN = 24

/** The chart as PNG with its title, 口径 and source around it. */
export async function saveAnalysisPicture({ head, title, notes, draw, look, height = HEIGHT }: Picture) {
  const subject = [head.regionName, head.chainName, head.nodeName].filter((name) => name !== null).join(' · ')
  const sketch = draw({ width: WIDTH - 2 * MARGIN, height, scale: SCALE })
  const content = {
    width: WIDTH,
    height: sketch.height,
    legendHeight: 8,
    paint: (ctx: CanvasRenderingContext2D, { x, y }: { x: number; y: number }) => {
      ctx.save()
      ctx.translate(x + MARGIN, y)
      paintSketch(ctx, sketch, look.textures)
      ctx.restore()
    },
    paintLegend: () => undefined,
  }
  const updated = head.updatedAt === null ? '未发布' : momentText(head.updatedAt)
  const scope = labelOf(SCOPE_CHOICES, head.scope)
  const mode = labelOf(MODE_CHOICES, head.mode)
  const source = `${DATASET_NAMES[head.dataset]}，发布于 ${updated}`
  const text = {
    title: `${subject} · ${title}`,
    lines: [...notes, ...head.method, Object.values(LOOK_WORDS).join('；'), ...head.footnotes],
    footer: [head.periodText, scope, mode, source, `导出于 ${momentText(new Date().toISOString())}`].join('；'),
    demo: head.dataset === 'demo',
  }
  const blob = await framedPicture(content, text, {
    background: look.background,
    text: look.text,
    subText: look.subText,
  })
  const demo = head.dataset === 'demo' ? '-演示数据' : ''
  saveBlob(blob, `${subject.replace(/ · /g, '-')}-${title}-${head.period}${demo}.png`)
}

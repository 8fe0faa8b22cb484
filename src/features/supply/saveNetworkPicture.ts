import type { Network } from '@contract/supply'
import type { PictureLegend } from '@/graph/network/networkPicture'
import { FONT_STACK } from '@/lib/fontStack'
import { momentText } from '@/lib/format'
import { disc, roundedRect, words } from '@/lib/ink'
import type { PictureText } from '@/lib/pictureFrame'
import { DATASET_NAMES, labelOf, MODE_CHOICES } from '@/stores/viewWords'
import { legendItems, type LegendItem } from './networkLegend'
import { NETWORK_PALETTES, type NetworkMode } from './networkTheme'
import { networkSentence } from './supplyWords'

const LEGEND_HEIGHT = 44
const SIZE = 14
const SAMPLE = 34

/** What stands around the drawing: the same words as on the screen. */
export function pictureText(network: Network, filters: readonly string[], now: Date): PictureText {
  const { firm, year, mode, dataset, updatedAt, regionName, notes } = network
  const updated = updatedAt === null ? '未发布' : momentText(updatedAt)
  const narrowed = filters.length > 0 ? [`筛选：${filters.join('；')}`] : []
  const view = [
    `${regionName}，${year ?? '没有'} 年`,
    labelOf(MODE_CHOICES, mode),
    `${DATASET_NAMES[dataset]}，发布于 ${updated}`,
    `导出于 ${momentText(now.toISOString())}`,
  ]
  return {
    title: `${firm.name} · 供应网络`,
    lines: [networkSentence(network), ...narrowed, ...notes, '线的粗细按金额，没有金额的最细；虚线为推断。'],
    footer: view.join('；'),
    demo: dataset === 'demo',
  }
}

export const pictureName = ({ firm, year, dataset }: Network): string =>
  `${firm.name.replace(/[\\/:*?"<>|]/gu, '_')}-供应网络-${year ?? ''}${dataset === 'demo' ? '-演示数据' : ''}.png`

export function pictureLegend(network: Network, mode: NetworkMode): PictureLegend {
  const { tones, text, gold, fallback } = NETWORK_PALETTES[mode]
  const paint: PictureLegend['paint'] = (ctx, { x, y, height }) => {
    let left = x
    const middle = y + height / 2
    for (const item of legendItems(network)) {
      paintSample(ctx, item, { x: left, y: middle }, { tones, text, gold, fallback })
      words(ctx, item.text, left + SAMPLE, middle, { size: SIZE, weight: 400, colour: text, family: FONT_STACK })
      left += SAMPLE + ctx.measureText(item.text).width + 26
    }
  }
  return { height: LEGEND_HEIGHT, paint }
}

interface SampleColours {
  tones: Readonly<Record<string, string>>
  text: string
  gold: string
  fallback: string
}

function paintSample(
  ctx: CanvasRenderingContext2D,
  item: LegendItem,
  { x, y }: { x: number; y: number },
  { tones, text, gold, fallback }: SampleColours,
) {
  const toned = 'tone' in item ? (tones[item.tone] ?? fallback) : text
  ctx.fillStyle = ctx.strokeStyle = toned
  ctx.lineWidth = 2
  if (item.kind === 'disc' || item.kind === 'open') {
    disc(ctx, x + 16, y, 7)
    if (item.kind === 'disc') ctx.fill()
    else ctx.stroke()
  } else if (item.kind === 'line') {
    ctx.setLineDash(item.dashed ? [5, 4] : [])
    ctx.beginPath()
    ctx.moveTo(x, y)
    ctx.lineTo(x + 27, y)
    ctx.stroke()
    ctx.setLineDash([])
  } else if (item.kind === 'star') {
    words(ctx, '★', x + 8, y, { size: 18, weight: 400, colour: gold, family: FONT_STACK })
  } else if (item.kind === 'plate') {
    roundedRect(ctx, x + 2, y - 8, 24, 16, 8)
    ctx.stroke()
  } else {
    disc(ctx, x + 6, y, 3.5)
    ctx.fill()
    disc(ctx, x + 20, y, 7)
    ctx.fill()
  }
}

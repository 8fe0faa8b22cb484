import type { Clusters } from '@contract/clusters'
import { FONT_STACK } from '@/lib/fontStack'
import { momentText } from '@/lib/format'
import { texturePatterns } from '@/lib/hatch'
import { words } from '@/lib/ink'
import { framedPicture, type PictureText } from '@/lib/pictureFrame'
import type { RegionFills, RegionLook } from '@/lib/regionShape'
import type { Ring } from '@/lib/regionSurface'
import { saveBlob } from '@/lib/saveFile'
import type { CountryShapes } from '@/map/decodeBoundaries'
import type { MapMark } from '@/map/mapMark'
import { paintSeaInset, SEA_INSET_RATIO, SEA_INSET_SHARE } from '@/map/paintSeaInset'
import { REGION_LOOKS, type MapMode } from '@/map/ramps'
import { DATASET_NAMES, MODE_CHOICES, periodText, SCOPE_CHOICES } from '@/stores/viewWords'
import { fillsOf, labelsOf, type ClassedMap, type MapFrame } from './clusterMap'
import { legendRows } from './legendRows'
import { paintMarks } from './paintMarks'
import { paintArea, paintRegions } from './paintRegions'
import { paintWatermark } from './paintWatermark'

export interface PictureState {
  mode: MapMode
  selected: string | null
  /** 审图号, or that there is none. */
  notice: string
  /** Across the map; null: none. */
  watermark: string | null
  /** For the national map: what the inset shows. */
  country: CountryShapes | null
  /** Names of islands, 功能区. */
  marks: readonly MapMark[]
  /** 圈选范围. */
  area?: Ring | null
  /** Sentences about what else is on the screen. */
  notes?: readonly string[]
}

const AREA = { width: 1600, height: 1000, margin: 30 }
const LEGEND_HEIGHT = 44

const subjectOf = ({ regionName, chainName, nodeName }: Clusters) =>
  [regionName, chainName, nodeName].filter((name) => name !== null).join(' · ')

/** What stands around the map: the same sentences as on the screen. */
export function pictureText(
  clusters: Clusters,
  map: ClassedMap,
  notice: string,
  now: Date,
  notes: readonly string[] = [],
): PictureText {
  const scope = SCOPE_CHOICES.find(({ value }) => value === clusters.scope)?.label
  const mode = MODE_CHOICES.find(({ value }) => value === clusters.mode)?.label
  const updated = clusters.updatedAt === null ? '未发布' : momentText(clusters.updatedAt)
  const view = [periodText(clusters.period), scope, mode, `${DATASET_NAMES[clusters.dataset]}，发布于 ${updated}`]
  return {
    title: `${subjectOf(clusters)} · ${map.indicator.label}`,
    lines: [
      `${map.indicator.label}：${map.indicator.definition}`,
      ...clusters.method,
      ...clusters.footnotes,
      ...notes,
      notice,
    ],
    footer: [...view, `导出于 ${momentText(now.toISOString())}`].join('；'),
    demo: clusters.dataset === 'demo',
  }
}

const AREA_NOTE = '虚线为圈选范围；图上与图例的数字是各地区全部企业，不限于圈内。'

const notesOf = ({ area, notes = [] }: PictureState) => (area ? [...notes, AREA_NOTE] : notes)

export function pictureName(clusters: Clusters, map: ClassedMap, isInternal = false): string {
  const use = isInternal ? '-内部使用' : ''
  const demo = clusters.dataset === 'demo' ? '-演示数据' : ''
  return `${subjectOf(clusters).replace(/ · /g, '-')}-${map.indicator.label}-${clusters.period}${demo}${use}.png`
}

/** Saves the whole map as PNG, whatever part of it is on the screen and whichever engine draws there. */
export async function saveClusterPicture(clusters: Clusters, map: ClassedMap, frame: MapFrame, state: PictureState) {
  const look = REGION_LOOKS[state.mode]
  const picture = { ...frame, ...fillsOf(clusters, map), labels: labelsOf(clusters, map.indicator) }
  const content = {
    ...AREA,
    legendHeight: LEGEND_HEIGHT,
    paint: (ctx: CanvasRenderingContext2D, { x, y }: { x: number; y: number }) => {
      ctx.save()
      ctx.translate(x, y)
      ctx.beginPath()
      ctx.rect(0, 0, AREA.width, AREA.height)
      ctx.clip()
      paintRegions(ctx, picture, look, AREA, state.selected)
      if (state.area) paintArea(ctx, state.area, picture, look, AREA)
      paintMarks(ctx, state.marks, picture, look, AREA)
      if (state.watermark !== null) paintWatermark(ctx, state.watermark, look.text, AREA)
      // Last: nothing may cover these islands.
      if (state.country) paintInset(ctx, state.country, picture, look)
      ctx.restore()
    },
    paintLegend: (ctx: CanvasRenderingContext2D, place: { x: number; y: number; height: number }) =>
      paintLegend(ctx, place, map, look),
  }
  const colours = { background: look.background, text: look.text, subText: look.text }
  const text = pictureText(clusters, map, state.notice, new Date(), notesOf(state))
  saveBlob(await framedPicture(content, text, colours), pictureName(clusters, map, state.watermark !== null))
}

/** In the same corner as on the screen. */
function paintInset(ctx: CanvasRenderingContext2D, country: CountryShapes, fills: RegionFills, look: RegionLook) {
  const height = AREA.height * SEA_INSET_SHARE
  const width = height * SEA_INSET_RATIO
  const box = { x: AREA.width - width - 10, y: AREA.height - height - 10, width, height }
  paintSeaInset(ctx, country, fills, look, box)
}

interface Place {
  x: number
  y: number
  height: number
}

function paintLegend(ctx: CanvasRenderingContext2D, { x, y, height }: Place, map: ClassedMap, look: RegionLook) {
  const middle = y + height / 2
  let left = x
  const patterns = texturePatterns(ctx, look)
  for (const { colour, texture, text, n } of legendRows(map)) {
    ctx.fillStyle = colour ?? patterns[texture ?? 'hatch']
    ctx.fillRect(left, middle - 8, 26, 16)
    ctx.strokeStyle = look.line
    ctx.lineWidth = 1
    ctx.strokeRect(left, middle - 8, 26, 16)
    left += 34
    const line = `${text}（${n} 个）`
    words(ctx, line, left, middle, { size: 14, weight: 400, colour: look.text, family: FONT_STACK })
    left += ctx.measureText(line).width + 24
  }
}

import type { Position } from 'geojson'
import { FONT_STACK } from '@/lib/fontStack'
import { texturePatterns } from '@/lib/hatch'
import { words } from '@/lib/ink'
import {
  boundsOf,
  mercator,
  ringsOf,
  paintOf,
  type Bounds,
  type RegionFills,
  type RegionLook,
  type RegionShape,
} from '@/lib/regionShape'
import type { CountryShapes } from './decodeBoundaries'

type Ctx = CanvasRenderingContext2D
type Project = (point: Position) => [number, number]

/**
 * 南海诸岛 附图 by 公开地图内容表示规范: 河内 in the west, 马尼拉 in the east, north of the Tropic, 加里曼丹 in the south; the
 * same box as in public/geo/manifest.json.
 */
export const SEA_INSET: Bounds = [105.5, 2.5, 122.5, 24]

/** Width over height of the inset on a Mercator map. */
export const SEA_INSET_RATIO = ratioOf(SEA_INSET)

/** Of the height of the map; large enough to read the names of the islands, small enough to leave 台湾岛 free. */
export const SEA_INSET_SHARE = 0.37

/** Where the words stand, clear of reefs, dashes and each other. */
const NAME_PLACES: Record<string, Position> = {
  东沙群岛: [116.4, 21.7],
  西沙群岛: [109.3, 16.9],
  中沙群岛: [115.9, 17.6],
  黄岩岛: [118, 14.2],
  南沙群岛: [117.4, 5.9],
  曾母暗沙: [114.8, 3.7],
}
const TITLE_PLACE: Position = [108.6, 4]

export interface InsetBox {
  x: number
  y: number
  width: number
  height: number
}

/** Paints the inset into a box of its ratio, in the colours of the map; the same on the screen and in a picture. */
export function paintSeaInset(ctx: Ctx, country: CountryShapes, picture: RegionFills, look: RegionLook, box: InsetBox) {
  const project = projectInto(box)
  const unit = box.height / 100
  ctx.save()
  ctx.beginPath()
  ctx.rect(box.x, box.y, box.width, box.height)
  ctx.clip()
  ctx.fillStyle = look.background
  ctx.fillRect(box.x, box.y, box.width, box.height)
  ctx.lineJoin = 'round'
  const patterns = texturePatterns(ctx, look)
  for (const shape of country.provinces.filter(isInInset)) {
    trace(ctx, ringsOf(shape.geometry), project)
    ctx.fillStyle = paintOf(picture, shape.code, patterns)
    ctx.fill('evenodd')
    stroke(ctx, look.line, 0.25 * unit)
  }
  for (const line of country.dashes.coordinates) {
    trace(ctx, [line], project)
    stroke(ctx, look.border, unit)
  }
  const islands = country.islands.filter(({ centre }) => isInside(centre))
  // Reefs are smaller than a pixel: their outline is what can be seen of them.
  for (const { geometry } of islands) {
    trace(ctx, ringsOf(geometry), project)
    stroke(ctx, look.text, Math.max(1, 0.7 * unit))
  }
  for (const { name, centre } of islands) write(ctx, name, project(NAME_PLACES[name] ?? centre), 4.5 * unit, look)
  write(ctx, '南海诸岛', project(TITLE_PLACE), 5.6 * unit, look)
  ctx.restore()
  ctx.strokeStyle = look.text
  ctx.lineWidth = 1
  ctx.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
}

function write(ctx: Ctx, text: string, [x, y]: [number, number], size: number, look: RegionLook) {
  ctx.font = `500 ${size}px ${FONT_STACK}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.strokeStyle = look.halo
  ctx.lineWidth = size / 4
  ctx.strokeText(text, x, y + size * 0.06)
  words(ctx, text, x, y, { size, weight: 500, colour: look.text, family: FONT_STACK, align: 'center' })
}

const isInInset = (shape: RegionShape) => {
  const bounds = boundsOf([shape])
  const [west, south, east, north] = SEA_INSET
  return bounds !== null && bounds[0] < east && bounds[2] > west && bounds[1] < north && bounds[3] > south
}

function isInside([lng, lat]: [number, number]) {
  const [west, south, east, north] = SEA_INSET
  return lng > west && lng < east && lat > south && lat < north
}

function projectInto({ x, y, width, height }: InsetBox): Project {
  const [left, top] = mercator([SEA_INSET[0], SEA_INSET[3]])
  const [right, bottom] = mercator([SEA_INSET[2], SEA_INSET[1]])
  return (point) => {
    const [px, py] = mercator(point)
    return [x + ((px - left) / (right - left)) * width, y + ((py - top) / (bottom - top)) * height]
  }
}

function ratioOf([west, south, east, north]: Bounds): number {
  const [left, top] = mercator([west, north])
  const [right, bottom] = mercator([east, south])
  return (right - left) / (bottom - top)
}

function trace(ctx: Ctx, lines: Position[][], project: Project) {
  ctx.beginPath()
  for (const line of lines)
    line.forEach((point, i) => {
      const [x, y] = project(point)
      if (i === 0) ctx.moveTo(x, y)
      else ctx.lineTo(x, y)
    })
}

function stroke(ctx: Ctx, colour: string, width: number) {
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.stroke()
}

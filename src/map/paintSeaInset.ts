import type { Position } from 'geojson'
import { FONT_STACK } from '@/lib/fontStack'
import { hatchCanvas } from '@/lib/hatch'
import { words } from '@/lib/ink'
import { boundsOf, mercator, ringsOf, type Bounds, type RegionLook, type RegionShape } from '@/lib/regionShape'
import type { CountryShapes, NamedIsland } from './decodeBoundaries'

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

/** On which side of its islands a name finds room. */
const SIDES: Record<string, 'left' | 'right' | 'above' | 'below'> = {
  东沙群岛: 'above',
  西沙群岛: 'left',
  中沙群岛: 'above',
  黄岩岛: 'below',
  南沙群岛: 'below',
  曾母暗沙: 'right',
}

export interface InsetBox {
  x: number
  y: number
  width: number
  height: number
}

/** Paints the inset into a box of its ratio, in the colours of the map; the same on the screen and in a picture. */
export function paintSeaInset(
  ctx: Ctx,
  country: CountryShapes,
  fills: ReadonlyMap<string, string>,
  look: RegionLook,
  box: InsetBox,
) {
  const project = projectInto(box)
  const unit = box.height / 100
  ctx.save()
  ctx.beginPath()
  ctx.rect(box.x, box.y, box.width, box.height)
  ctx.clip()
  ctx.fillStyle = look.background
  ctx.fillRect(box.x, box.y, box.width, box.height)
  ctx.lineJoin = 'round'
  const hatch = ctx.createPattern(hatchCanvas(look.hatch, 1), 'repeat')
  for (const shape of country.provinces.filter(isInInset)) {
    trace(ctx, ringsOf(shape.geometry), project)
    ctx.fillStyle = fills.get(shape.code) ?? hatch ?? look.hatch.ground
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
  for (const island of islands) name(ctx, island, project, look, 4.6 * unit)
  write(ctx, '南海诸岛', box.x + box.width / 2, box.y + box.height - 4.4 * unit, 5.6 * unit, look, 'center')
  ctx.restore()
  ctx.strokeStyle = look.text
  ctx.lineWidth = 1
  ctx.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
}

function name(ctx: Ctx, island: NamedIsland, project: Project, look: RegionLook, size: number) {
  const [west, south, east, north] = boundsOf([{ ...island, code: '', city: null }]) ?? [0, 0, 0, 0]
  const [left, bottom] = project([west, south])
  const [right, top] = project([east, north])
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const gap = size * 0.8
  const side = SIDES[island.name] ?? 'below'
  if (side === 'left') write(ctx, island.name, left - gap / 2, y, size, look, 'right')
  else if (side === 'right') write(ctx, island.name, right + gap / 2, y, size, look, 'left')
  else write(ctx, island.name, x, side === 'above' ? top - gap : bottom + gap, size, look, 'center')
}

function write(ctx: Ctx, text: string, x: number, y: number, size: number, look: RegionLook, align: CanvasTextAlign) {
  ctx.font = `500 ${size}px ${FONT_STACK}`
  ctx.textAlign = align
  ctx.textBaseline = 'middle'
  ctx.strokeStyle = look.halo
  ctx.lineWidth = size / 4
  ctx.strokeText(text, x, y + size * 0.06)
  words(ctx, text, x, y, { size, weight: 500, colour: look.text, family: FONT_STACK, align })
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

import { FONT_STACK } from '@/lib/fontStack'
import { words } from '@/lib/ink'
import { LABEL_LINE_EM, placeLabels } from '@/lib/regionLabels'
import { projectionFor, type DrawingArea } from '@/lib/regionProjection'
import { paintOf, ringsOf, type RegionLook, type RegionPicture, type RegionShape } from '@/lib/regionShape'
import type { Ring } from '@/lib/regionSurface'
import { texturePatterns } from '@/lib/hatch'
import type { Position } from 'geojson'

type Ctx = CanvasRenderingContext2D
type Project = (point: Position) => [number, number]

const LABEL_SIZE = 14

/** Paints the regions on any canvas, in the projection and colours of the screen; needs no engine and no WebGL. */
export function paintRegions(
  ctx: Ctx,
  picture: RegionPicture,
  look: RegionLook,
  area: DrawingArea,
  selected: string | null,
) {
  const project = projectionFor(picture.shapes, area, picture.extent)
  const patterns = texturePatterns(ctx, look)
  ctx.lineJoin = 'round'
  for (const shape of picture.context) paintShape(ctx, shape, project, look.context, look.line)
  for (const shape of picture.shapes) {
    paintShape(ctx, shape, project, paintOf(picture, shape.code, patterns), look.line)
  }
  for (const line of picture.borders.coordinates) strokeLine(ctx, line, project, look.border, 1.6)
  const chosen = picture.shapes.find(({ code }) => code === selected)
  const rings = chosen ? ringsOf(chosen.geometry) : []
  for (const ring of rings) strokeLine(ctx, ring, project, look.halo, 6)
  for (const ring of rings) strokeLine(ctx, ring, project, look.selected, 3)
  paintLabels(ctx, picture, project, look)
}

/** 圈选范围: straight on this projection as on the screen's. */
export function paintArea(ctx: Ctx, ring: Ring, { shapes }: RegionPicture, look: RegionLook, area: DrawingArea) {
  const project = projectionFor(shapes, area)
  const [first] = ring
  if (!first) return
  const closed = [...ring, first]
  ctx.beginPath()
  trace(ctx, closed, project)
  ctx.fillStyle = look.area.fill
  ctx.fill()
  strokeLine(ctx, closed, project, look.area.casing, 5)
  ctx.setLineDash([9, 5])
  strokeLine(ctx, closed, project, look.area.line, 2.5)
  ctx.setLineDash([])
}

function paintShape(ctx: Ctx, shape: RegionShape, project: Project, fill: string | CanvasPattern, line: string) {
  ctx.beginPath()
  for (const ring of ringsOf(shape.geometry)) trace(ctx, ring, project)
  ctx.fillStyle = fill
  ctx.fill('evenodd')
  ctx.strokeStyle = line
  ctx.lineWidth = 0.8
  ctx.stroke()
}

function strokeLine(ctx: Ctx, line: Position[], project: Project, colour: string, width: number) {
  ctx.beginPath()
  trace(ctx, line, project)
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.stroke()
}

function trace(ctx: Ctx, line: Position[], project: Project) {
  line.forEach((point, i) => {
    const [x, y] = project(point)
    if (i === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  })
}

function paintLabels(ctx: Ctx, picture: RegionPicture, project: Project, look: RegionLook) {
  const height = LABEL_SIZE * LABEL_LINE_EM
  for (const { lines, x, y } of placeLabels(picture, project, LABEL_SIZE))
    lines.forEach((line, i) => haloedWords(ctx, line, x, y + (i - (lines.length - 1) / 2) * height, look))
}

function haloedWords(ctx: Ctx, text: string, x: number, y: number, look: RegionLook) {
  const style = { size: LABEL_SIZE, weight: 500, colour: look.text, family: FONT_STACK, align: 'center' } as const
  ctx.font = `${style.weight} ${style.size}px ${style.family}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.strokeStyle = look.halo
  ctx.lineWidth = 3
  ctx.strokeText(text, x, y + style.size * 0.06)
  words(ctx, text, x, y, style)
}

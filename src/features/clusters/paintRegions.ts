import { FONT_STACK } from '@/lib/fontStack'
import { words } from '@/lib/ink'
import { boundsOf, mercator, ringsOf, type RegionLook, type RegionPicture, type RegionShape } from '@/lib/regionShape'
import { hatchCanvas } from '@/lib/hatch'
import type { Position } from 'geojson'

type Ctx = CanvasRenderingContext2D
type Project = (point: Position) => [number, number]

interface Area {
  width: number
  height: number
  margin: number
}

const LABEL_SIZE = 14
const LABEL_LINE = 17

/** Paints the regions on any canvas, in the projection and colours of the screen; needs no engine and no WebGL. */
export function paintRegions(ctx: Ctx, picture: RegionPicture, look: RegionLook, area: Area, selected: string | null) {
  const project = projectionFor(picture.shapes, area)
  const hatch = ctx.createPattern(hatchCanvas(look.hatch, 1), 'repeat')
  ctx.lineJoin = 'round'
  for (const shape of picture.context) paintShape(ctx, shape, project, look.context, look.line)
  for (const shape of picture.shapes) {
    paintShape(ctx, shape, project, picture.fills.get(shape.code) ?? hatch ?? look.hatch.ground, look.line)
  }
  for (const line of picture.borders.coordinates) strokeLine(ctx, line, project, look.border, 1.6)
  const chosen = picture.shapes.find(({ code }) => code === selected)
  for (const ring of chosen ? ringsOf(chosen.geometry) : []) strokeLine(ctx, ring, project, look.selected, 3)
  paintLabels(ctx, picture, project, look)
}

/** Web Mercator, as large as fits, in the middle. */
function projectionFor(shapes: readonly RegionShape[], { width, height, margin }: Area): Project {
  const bounds = boundsOf(shapes) ?? [73, 3, 135, 54]
  const [left, bottom] = mercator([bounds[0], bounds[1]])
  const [right, top] = mercator([bounds[2], bounds[3]])
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top))
  const dx = (width - (right - left) * scale) / 2
  const dy = (height - (bottom - top) * scale) / 2
  return (point) => {
    const [x, y] = mercator(point)
    return [dx + (x - left) * scale, dy + (y - top) * scale]
  }
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

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Labels in order of weight; one that would cover another is left out. */
function paintLabels(ctx: Ctx, { shapes, labels }: RegionPicture, project: Project, look: RegionLook) {
  const byCode = new Map(shapes.map((shape) => [shape.code, shape]))
  const taken: Box[] = []
  for (const [code, label] of labels) {
    const shape = byCode.get(code)
    if (!shape) continue
    const lines = label.split('\n')
    const [x, y] = project(shape.centre)
    const width = Math.max(...lines.map((line) => [...line].length)) * LABEL_SIZE
    const height = lines.length * LABEL_LINE
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
    if (taken.some((other) => overlaps(other, box))) continue
    taken.push(box)
    lines.forEach((line, i) => haloedWords(ctx, line, x, box.top + (i + 0.5) * LABEL_LINE, look))
  }
}

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

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

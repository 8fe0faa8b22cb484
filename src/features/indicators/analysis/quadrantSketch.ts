import type { Quadrant, QuadrantPoint } from '@contract/analysis'
import { percentText, roundHalfUp } from '@domain/indicator/rounding'
import { labelSides, type Box as LabelBox, type LabelSide } from '@/charts/bubbleLabels'
import { widthInEm } from '@/lib/ink'
import type { Sketch, SketchMark } from '@/lib/sketch'
import type { AnalysisLook } from './analysisLook'
import { pointLines, quotientRef, QUADRANT_WORDS, SHARE_WORDS, sizeOf, type BubbleSize } from './quadrantView'

interface Box {
  width: number
  height: number
  scale: number
}

const SIZE = 12
const LARGEST = 26
const SMALLEST = 4
/** Pixels of the field that one label needs, so that a small chart names the largest only. */
const ROOM_PER_LABEL = 7_000
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
const MOST_LINES = 6

/** 四象限 as marks: 区位商 by factors of two, so that half and double are equally far from 1. */
export function quadrantSketch(quadrant: Quadrant, size: BubbleSize, look: AnalysisLook, box: Box): Sketch {
  const { width, height, scale } = box
  const line = quadrant.lines.y
  const placed = quadrant.items.filter((item) => item.quadrant !== null)
  const field = { left: 46 * scale, right: width - 14 * scale, top: 26 * scale, bottom: height - 36 * scale }
  if (placed.length === 0 || line === null) return { width, height, marks: [], spots: [] }
  const x = logAxis(placed.map(({ quotient }) => Number(quotient)))
  const y = linearAxis([Number(line.value), ...placed.map((point) => Number(point.height))], Number(line.value))
  const toX = (value: number) =>
    field.left + ((Math.log2(value) - x.low) / (x.high - x.low)) * (field.right - field.left)
  const toY = (value: number) => field.bottom - ((value - y.low) / (y.high - y.low)) * (field.bottom - field.top)
  const most = Math.max(1, ...placed.map((point) => sizeOf(point, size) ?? 0))
  const radius = (point: QuadrantPoint) =>
    Math.max(SMALLEST, LARGEST * Math.sqrt((sizeOf(point, size) ?? 0) / most)) * scale
  // The largest first, so that small ones lie on top and can be hit.
  const discs = [...placed]
    .sort((a, b) => (sizeOf(b, size) ?? 0) - (sizeOf(a, size) ?? 0))
    .map((point) => ({ point, x: toX(Number(point.quotient)), y: toY(Number(point.height)), radius: radius(point) }))
  const axes = { field, x, y, toX, toY }
  return {
    width,
    height,
    marks: [
      ...axisMarks(quadrant, axes, look, scale),
      ...discs.map(({ x: cx, y: cy, radius: r }): SketchMark => ({
        kind: 'disc',
        x: cx,
        y: cy,
        radius: r,
        fill: look.disc,
        stroke: { colour: look.discEdge, width: 1.4 * scale, dashed: quadrant.estimated !== null },
      })),
      ...labelMarks(discs, axes, fieldBoxes(quadrant, axes, scale), look, scale),
    ],
    spots: discs.map(({ point, x: cx, y: cy, radius: r }) => ({
      id: point.id,
      x: cx - r,
      y: cy - r,
      width: 2 * r,
      height: 2 * r,
      lines: pointLines(point, quadrant),
      figure: quotientRef(quadrant, point.id),
    })),
  }
}

interface Axes {
  field: { left: number; right: number; top: number; bottom: number }
  x: { low: number; high: number }
  y: { low: number; high: number; step: number }
  toX: (value: number) => number
  toY: (value: number) => number
}

/** Powers of two with room for the outermost discs. */
function logAxis(values: readonly number[]) {
  const reach = values.map((value) => Math.log2(value))
  return {
    low: Math.min(-1, Math.floor(Math.min(...reach) - 0.15)),
    high: Math.max(1, Math.ceil(Math.max(...reach) + 0.15)),
  }
}

function linearAxis(values: readonly number[], line: number) {
  const [low, high] = [Math.min(...values, line), Math.max(...values, line)]
  const ends = (step: number) => [Math.floor(low / step - 0.4) * step, Math.ceil(high / step + 0.4) * step] as const
  const step = STEPS.find((own) => ends(own)[1] - ends(own)[0] <= MOST_LINES * own) ?? (high - low || 1)
  const [from, to] = ends(step)
  return { low: from, high: to, step }
}

function axisMarks(quadrant: Quadrant, axes: Axes, look: AnalysisLook, scale: number): SketchMark[] {
  const { field, x, y, toX, toY } = axes
  const lineY = toY(Number(quadrant.lines.y?.value ?? 0))
  const text = (more: Omit<Extract<SketchMark, { kind: 'text' }>, 'kind' | 'size' | 'colour'>): SketchMark => ({
    kind: 'text',
    size: SIZE * scale,
    colour: look.subText,
    ...more,
  })
  const across = (at: number, more: object): SketchMark => ({
    kind: 'line',
    points: [
      [field.left, at],
      [field.right, at],
    ],
    stroke: { colour: look.grid, ...more },
  })
  const upwards = (at: number, more: object): SketchMark => ({
    kind: 'line',
    points: [
      [at, field.top],
      [at, field.bottom],
    ],
    stroke: { colour: look.grid, ...more },
  })
  const powers = Array.from({ length: x.high - x.low + 1 }, (_, i) => x.low + i)
  const ticks = Array.from({ length: Math.round((y.high - y.low) / y.step) + 1 }, (_, i) => y.low + i * y.step)
  const main = { colour: look.line, width: 1.6 * scale, dashed: true }
  return [
    ...powers.flatMap((power) => [
      upwards(toX(2 ** power), {}),
      text({ x: toX(2 ** power), y: field.bottom + 11 * scale, text: roundText(2 ** power), align: 'center' }),
    ]),
    ...ticks.flatMap((tick) => [
      across(toY(tick), {}),
      text({
        x: field.left - 6 * scale,
        y: toY(tick),
        text: `${percentText(tick.toFixed(6), y.step < 0.01 ? 1 : 0)}%`,
        align: 'right',
      }),
    ]),
    upwards(toX(1), main),
    across(lineY, main),
    text({
      x: (field.left + field.right) / 2,
      y: field.bottom + 27 * scale,
      text: '区位商（每格 2 倍）',
      align: 'center',
    }),
    text({ x: 4 * scale, y: 9 * scale, text: quadrant.height === 'growth' ? '收入增速（推算）' : '占比' }),
    ...fieldNames(quadrant, axes, look, scale),
  ]
}

const roundText = (value: number) => String(Number(roundHalfUp(value, 3)))

/** The words of a field, short where it is narrow, and where they stand. */
function fieldWords(quadrant: Quadrant, { field, toX }: Axes, scale: number) {
  const pad = 6 * scale
  const size = SIZE * 1.05 * scale
  return QUADRANT_WORDS.map(({ id, name, short }, at) => {
    const isRight = at % 2 === 1
    const isTop = at < 2
    const words = `${name} · ${quadrant.height === 'growth' ? short : SHARE_WORDS[id]}`
    const room = (isRight ? field.right - toX(1) : toX(1) - field.left) - 2 * pad
    const text = widthInEm(words) * size <= room ? words : name
    const x = isRight ? field.right - pad : field.left + pad
    return { text, size, isRight, x, y: isTop ? field.top + 10 * scale : field.bottom - 10 * scale, room }
  })
}

/** Names of points keep clear of the words of the fields. */
const fieldBoxes = (quadrant: Quadrant, axes: Axes, scale: number): LabelBox[] =>
  fieldWords(quadrant, axes, scale).map(({ text, size, isRight, x, y }) => {
    const width = widthInEm(text) * size
    const left = isRight ? x - width : x
    return { left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.7 }
  })

const fieldNames = (quadrant: Quadrant, axes: Axes, look: AnalysisLook, scale: number): SketchMark[] =>
  fieldWords(quadrant, axes, scale).map(({ text, size, isRight, x, y, room }) => ({
    kind: 'text',
    x,
    y,
    text,
    size,
    weight: 700,
    colour: look.field,
    align: isRight ? 'right' : 'left',
    width: room,
  }))

interface Disc {
  point: QuadrantPoint
  x: number
  y: number
  radius: number
}

function labelMarks(
  discs: readonly Disc[],
  { field, toX }: Axes,
  taken: readonly LabelBox[],
  look: AnalysisLook,
  scale: number,
): SketchMark[] {
  const size = SIZE * scale
  const area = (field.right - field.left) * (field.bottom - field.top)
  const named = discs.slice(0, Math.max(3, Math.floor(area / (ROOM_PER_LABEL * scale * scale))))
  const boxes = named.map(({ point, x, y, radius }) => ({
    x,
    y,
    radius,
    width: widthInEm(point.name) * size,
    height: size * 1.3,
  }))
  const middle = { left: toX(1) - 2, right: toX(1) + 2, top: field.top, bottom: field.bottom }
  const sides = labelSides(boxes, field, [middle, ...taken])
  return named.map(({ point, x, y, radius }, at): SketchMark => {
    const side = sides[at] ?? 'right'
    const reach = radius + 4 * scale
    return {
      kind: 'text',
      ...placeOf(side, x, y, reach, size),
      text: point.name,
      size,
      weight: 600,
      colour: look.text,
      halo: look.background,
    }
  })
}

function placeOf(side: LabelSide, x: number, y: number, reach: number, size: number) {
  if (side === 'left') return { x: x - reach, y, align: 'right' as const }
  if (side === 'right') return { x: x + reach, y, align: 'left' as const }
  return { x, y: side === 'top' ? y - reach - size / 2 : y + reach + size / 2, align: 'center' as const }
}

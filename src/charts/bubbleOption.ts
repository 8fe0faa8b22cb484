import { FONT_STACK } from '@/lib/fontStack'
import type { LabelSide } from './bubbleLabels'

export interface Bubble {
  id: string
  name: string
  /** Second line of the label. */
  note: string
  x: number
  y: number
  /** The area of the bubble is in proportion; null: 不公布, a lock of no meaning in its size. */
  size: number | null
  /** Lines of the tooltip. */
  lines: readonly string[]
}

export interface BubblePicture {
  bubbles: readonly Bubble[]
  /** A ratio: the axis goes by factors of two, so 1/2 and 2 are equally far from 1. */
  x: { name: string; range: readonly [number, number]; line: number; text: (value: number) => string }
  y: { name: string; range: readonly [number, number]; step: number; line: number; text: (value: number) => string }
  /** Names of the fields: above left, above right, below left, below right. */
  fields: readonly string[]
}

export interface BubbleLook {
  text: string
  subText: string
  line: string
  background: string
  fill: string
  stroke: string
  /** How much larger than on a desk. */
  scale: number
}

export const FONT = 12
export const LINE_EM = 1.35
const LARGEST_RADIUS = 34
/** A very small cluster can still be seen and hit. */
const SMALLEST_RADIUS = 5
const LOCK = 'path://M2 5.5h1.2V4a2.8 2.8 0 0 1 5.6 0v1.5H10V11H2zM4.6 5.5h2.8V4a1.4 1.4 0 0 0-2.8 0z'
const LOCK_SIZE = 14

export function radiusOf(size: number, largest: number): number {
  const ratio = largest > 0 ? Math.max(0, size) / largest : 0
  return Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(ratio))
}

/** Bubbles over two crossing lines; `sides` says where the words of each stand. */
export function bubbleOption(picture: BubblePicture, look: BubbleLook, sides: readonly LabelSide[]) {
  const { bubbles } = picture
  const words = wordsOf(look)
  const linesOf = ({ dataIndex }: { dataIndex: number }) => bubbles[dataIndex]?.lines.join('\n') ?? ''
  return {
    backgroundColor: 'transparent',
    animation: false,
    textStyle: words,
    grid: {
      left: 14 * look.scale,
      right: 30 * look.scale,
      top: 34 * look.scale,
      bottom: 30 * look.scale,
      containLabel: true,
    },
    tooltip: {
      // Drawn on the canvas: the other way is a string of HTML.
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: look.background,
      borderColor: look.line,
      textStyle: { ...words, color: look.text },
      formatter: linesOf,
    },
    ...axes(picture, look),
    series: [bubbleSeries(picture, look, sides)],
  }
}

const wordsOf = ({ subText, scale }: BubbleLook) => ({
  color: subText,
  fontFamily: FONT_STACK,
  fontSize: FONT * scale,
})

function axes({ x, y }: BubblePicture, look: BubbleLook) {
  const words = wordsOf(look)
  const labels = { ...words, margin: 8 * look.scale }
  const lines = {
    axisLine: { lineStyle: { color: look.line }, onZero: false },
    splitLine: { lineStyle: { color: look.line, opacity: 0.25 } },
  }
  return {
    xAxis: {
      ...lines,
      type: 'log' as const,
      logBase: 2,
      min: x.range[0],
      max: x.range[1],
      name: x.name,
      nameLocation: 'middle' as const,
      nameGap: 28 * look.scale,
      nameTextStyle: words,
      axisLabel: { ...labels, formatter: x.text },
    },
    yAxis: {
      ...lines,
      type: 'value' as const,
      min: y.range[0],
      max: y.range[1],
      interval: y.step,
      name: y.name,
      // Begins at the axis: centred on it, it would leave the chart.
      nameTextStyle: { ...words, align: 'left' as const },
      axisLabel: { ...labels, formatter: y.text },
    },
  }
}

function bubbleSeries(picture: BubblePicture, look: BubbleLook, sides: readonly LabelSide[]) {
  const { bubbles } = picture
  const largest = Math.max(0, ...bubbles.map(({ size }) => size ?? 0))
  const locked = { symbol: LOCK, itemStyle: { color: look.subText, borderWidth: 0 } }
  return {
    type: 'scatter' as const,
    data: bubbles.map(({ id, x, y, size }, i) => ({
      name: id,
      value: [x, y],
      symbolSize: (size === null ? LOCK_SIZE : 2 * radiusOf(size, largest)) * look.scale,
      ...(size === null && locked),
      label: { position: sides[i] ?? 'right' },
    })),
    // Words inherit the opacity, which would otherwise be that of a faint mark.
    itemStyle: { color: look.fill, borderColor: look.stroke, borderWidth: 1.5 * look.scale, opacity: 1 },
    emphasis: { itemStyle: { borderWidth: 3 * look.scale } },
    label: {
      show: true,
      distance: 4,
      formatter: ({ dataIndex }: { dataIndex: number }) => labelOf(bubbles[dataIndex]),
      color: look.text,
      fontFamily: FONT_STACK,
      fontSize: FONT * look.scale,
      fontWeight: 'bold' as const,
      lineHeight: FONT * LINE_EM * look.scale,
      textBorderColor: look.background,
      textBorderWidth: 2 * look.scale,
    },
    markLine: crossing(picture, look),
    markArea: fieldNames(picture, look),
  }
}

const labelOf = (bubble: Bubble | undefined) => (bubble ? `${bubble.name}\n${bubble.note}` : '')

const crossing = ({ x, y }: BubblePicture, look: BubbleLook) => ({
  silent: true,
  symbol: 'none',
  label: { show: false },
  lineStyle: { color: look.subText, width: 1.5 * look.scale, type: 'dashed' as const },
  data: [{ xAxis: x.line }, { yAxis: y.line }],
})

const CORNERS = ['insideTopLeft', 'insideTopRight', 'insideBottomLeft', 'insideBottomRight'] as const

function fieldNames({ x, y, fields }: BubblePicture, look: BubbleLook) {
  const [left, right] = x.range
  const [bottom, top] = y.range
  const boxes = [
    [left, top, x.line, y.line],
    [x.line, top, right, y.line],
    [left, y.line, x.line, bottom],
    [x.line, y.line, right, bottom],
  ] as const
  return {
    silent: true,
    itemStyle: { color: 'transparent' },
    label: {
      color: look.subText,
      fontFamily: FONT_STACK,
      fontSize: FONT * 1.15 * look.scale,
      fontWeight: 'bold' as const,
    },
    data: boxes.map(([x0, y0, x1, y1], i) => [
      { name: fields[i] ?? '', xAxis: x0, yAxis: y0, label: { position: CORNERS[i] } },
      { xAxis: x1, yAxis: y1 },
    ]),
  }
}

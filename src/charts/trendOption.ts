import { FONT_STACK } from '@/lib/fontStack'
import { decimalText } from '@/lib/format'
import { axisDigits } from './axisDigits'
import { markSeries } from './trendMarks'

/** One line of a trend; null is a gap and stays one. */
export interface TrendLine {
  name: string
  /** Said at the end of the line, so that colour is not the only sign. */
  mark: string
  colour: string
  values: readonly (number | null)[]
  /** Places where there is a value that is not public. */
  locked?: readonly number[]
}

export interface TrendPicture {
  /** Places on the axis, oldest first. */
  labels: readonly string[]
  lines: readonly TrendLine[]
  unit: string
  /** A value in words, without the unit. */
  text: (value: number) => string
  /** Most decimals on the axis; its labels all have the same. */
  decimals?: number
  /** Whether places without a value are marked 缺. */
  marksGaps?: boolean
}

export interface TrendLook {
  text: string
  subText: string
  line: string
  background: string
  /** How much larger than on a desk. */
  scale: number
}

const DASHES = ['solid', 'dashed', 'dotted'] as const
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'] as const
const SIZE = 12

/** Lines from zero, broken where nothing is known; a value between two gaps is a point of its own. */
export function trendOption(picture: TrendPicture, look: TrendLook) {
  const { labels, lines, unit, text } = picture
  const values = lines.flatMap((line) => line.values)
  const axisText = axisWriter(picture)
  const empty = picture.marksGaps ? emptyPlaces(picture) : []
  const marks = { colour: look.subText, size: SIZE * look.scale }
  const words = { color: look.subText, fontFamily: FONT_STACK, fontSize: SIZE * look.scale }
  return {
    backgroundColor: 'transparent',
    animation: false,
    textStyle: words,
    // The words of the axes stay inside the box.
    grid: {
      left: 10,
      right: marginFor(lines) * look.scale,
      top: 30 * look.scale,
      bottom: 6,
      outerBoundsMode: 'same' as const,
    },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn on the canvas: the other way is a string of HTML.
      renderMode: 'richText' as const,
      backgroundColor: look.background,
      borderColor: look.line,
      textStyle: { ...words, color: look.text },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${text(value)} ${unit}` : '未报送或未导入'),
    },
    xAxis: {
      type: 'category' as const,
      data: [...labels],
      boundaryGap: true,
      axisLabel: words,
      axisLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'value' as const,
      name: unit,
      // Drawn from the left edge to the right: centred on a narrow axis it would be cut.
      nameTextStyle: { ...words, align: 'left' as const },
      // Growth may fall below zero; amounts begin there.
      min: values.some((value) => value !== null && value < 0) ? undefined : 0,
      ...(picture.decimals === 0 && { minInterval: 1 }),
      axisLabel: { ...words, formatter: axisText },
      splitLine: { lineStyle: { color: look.line, opacity: 0.4 } },
    },
    series: [
      ...lines.map((line, i) => lineSeries(line, i, look.scale)),
      ...markSeries(lockedPlaces(lines), empty, marks),
    ],
  }
}

/** Room behind the lines for what is said at their ends. */
const marginFor = (lines: readonly TrendLine[]) =>
  Math.max(40, Math.max(0, ...lines.map(({ mark }) => mark.length)) * SIZE * 0.62 + 16)

function lineSeries(line: TrendLine, i: number, scale: number) {
  return {
    type: 'line' as const,
    name: line.name,
    data: line.values.map((value) => value ?? '-'),
    connectNulls: false,
    showSymbol: true,
    symbol: SYMBOLS[i % SYMBOLS.length],
    symbolSize: 8 * scale,
    lineStyle: { color: line.colour, width: 2 * scale, type: DASHES[i % DASHES.length] },
    itemStyle: { color: line.colour },
    emphasis: { disabled: true },
    endLabel: {
      show: true,
      formatter: () => line.mark,
      color: line.colour,
      fontFamily: FONT_STACK,
      fontWeight: 'bold' as const,
      fontSize: SIZE * scale,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
  }
}

/** Every label of the axis with the same decimals; without a limit, as values are written. */
function axisWriter({ lines, decimals, text }: TrendPicture): (value: number) => string {
  if (decimals === undefined) return text
  const digits = axisDigits(
    lines.flatMap((line) => line.values),
    decimals,
  )
  return (value) => grouped(decimalText(String(value), digits, ''))
}

const lockedPlaces = (lines: readonly TrendLine[]) => [...new Set(lines.flatMap(({ locked = [] }) => locked))]

/** Places where no line has a value, and none is held back. */
function emptyPlaces({ labels, lines }: TrendPicture): number[] {
  const locked = lockedPlaces(lines)
  return labels.flatMap((_label, place) =>
    locked.includes(place) || lines.some(({ values }) => (values[place] ?? null) !== null) ? [] : [place],
  )
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? text : `${text}.${fraction}`
}

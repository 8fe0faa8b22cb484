import { FONT_STACK } from '@/lib/fontStack'

/** One line of a trend; null is a gap and stays one. */
export interface TrendLine {
  name: string
  /** Said at the end of the line, so that colour is not the only sign. */
  mark: string
  colour: string
  values: readonly (number | null)[]
}

export interface TrendPicture {
  /** Places on the axis, oldest first. */
  labels: readonly string[]
  lines: readonly TrendLine[]
  unit: string
  /** A value in words, without the unit. */
  text: (value: number) => string
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
export function trendOption({ labels, lines, unit, text }: TrendPicture, look: TrendLook) {
  const words = { color: look.subText, fontFamily: FONT_STACK, fontSize: SIZE * look.scale }
  return {
    backgroundColor: 'transparent',
    animation: false,
    textStyle: words,
    // The words of the axes stay inside the box.
    grid: { left: 10, right: 40 * look.scale, top: 30 * look.scale, bottom: 6, outerBoundsMode: 'same' as const },
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
      min: 0,
      axisLabel: { ...words, formatter: (value: number) => text(value) },
      splitLine: { lineStyle: { color: look.line, opacity: 0.4 } },
    },
    series: lines.map((line, i) => ({
      type: 'line' as const,
      name: line.name,
      data: line.values.map((value) => value ?? '-'),
      connectNulls: false,
      showSymbol: true,
      symbol: SYMBOLS[i % SYMBOLS.length],
      symbolSize: 8 * look.scale,
      lineStyle: { color: line.colour, width: 2 * look.scale, type: DASHES[i % DASHES.length] },
      itemStyle: { color: line.colour },
      emphasis: { disabled: true },
      endLabel: {
        show: true,
        formatter: () => line.mark,
        color: line.colour,
        fontFamily: FONT_STACK,
        fontWeight: 'bold' as const,
        fontSize: SIZE * look.scale,
      },
      labelLayout: { moveOverlap: 'shiftY' as const },
    })),
  }
}

import { FONT_STACK } from '@/lib/fontStack'

/** A closed lock, as everywhere where a number is not public. */
const LOCK = 'path://M3 5.5V4a3 3 0 0 1 6 0v1.5h1V11H2V5.5ZM4.2 5.5h3.6V4a1.8 1.8 0 0 0-3.6 0Z'

export interface MarkLook {
  colour: string
  size: number
}

/** Places of the axis without a value: a lock where it is not public, 缺 where there is none. Neither stands at zero. */
export function markSeries(locked: readonly number[], missing: readonly number[], { colour, size }: MarkLook) {
  const label = { color: colour, fontFamily: FONT_STACK, fontSize: size }
  const series = (name: string, places: readonly number[], symbol: string, text: string) => ({
    type: 'scatter' as const,
    name,
    silent: true,
    // Above the middle of the axis, away from the line of zero.
    coordinateSystem: 'cartesian2d' as const,
    data: places.map((place) => [place, 0]),
    symbol,
    symbolSize: symbol === 'none' ? 0 : size,
    symbolOffset: [0, -size],
    itemStyle: { color: colour },
    label: { ...label, show: true, formatter: () => text, position: 'top' as const, distance: size * 1.2 },
    tooltip: { show: false },
  })
  return [
    ...(locked.length > 0 ? [series('不公布', locked, LOCK, '不公布')] : []),
    ...(missing.length > 0 ? [series('缺', missing, 'emptyCircle', '缺')] : []),
  ]
}

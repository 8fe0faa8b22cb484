import { axisOf } from './compareAxis'
import type { CompareRow } from './compareRows'

/** Fewer axes are a line, not an area. */
export const FEWEST_AXES = 3
export const MOST_DRAWN = 5

export interface RadarChoice {
  axes: CompareRow[]
  /** Indicators that cannot be an axis, with the reason in words. */
  left: string[]
  /** Why there is no radar; null when there is one. */
  refusal: string | null
}

/** Axes run from 0 to the largest of the drawn regions: what is below zero, or all zero, has no axis. */
export function radarChoice(rows: readonly CompareRow[], codes: readonly string[]): RadarChoice {
  const drawn = rows.map((row) => ({ ...row, cells: row.cells.filter(({ code }) => codes.includes(code)) }))
  const left: string[] = []
  const axes = drawn.filter((row) => {
    const { low, high } = axisOf(row)
    if (low < 0) left.push(`${row.label}有负数`)
    else if (high === 0) left.push(`${row.label}没有大于零的数`)
    return low === 0 && high > 0
  })
  const whole = axes.filter(({ cells }) => cells.every(({ value }) => value !== null))
  const refusal =
    codes.length === 0
      ? '请选择要画的地区。'
      : whole.length < FEWEST_AXES
        ? `所选地区都有数的指标只有 ${whole.length} 个，不足 ${FEWEST_AXES} 个，不画雷达图；请看表格。`
        : null
  return { axes, left, refusal }
}

export interface RadarPoint {
  x: number
  y: number
}

/** Direction of an axis: the first upwards, the others clockwise. */
export function radarPoint(index: number, count: number, ratio: number): RadarPoint {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2
  return { x: ratio * Math.cos(angle), y: ratio * Math.sin(angle) }
}

export interface RadarOutline {
  /** Runs of points; a whole round is closed, and a missing value breaks it. */
  runs: { points: RadarPoint[]; closed: boolean }[]
  /** Labels of the axes on which the region has no value. */
  missing: string[]
  /** 不公布: the axes on which it has one that is withheld; a lock stands there. */
  withheld: { label: string; axis: number }[]
}

/** 缺数处断开: a missing value is neither zero nor bridged. */
export function radarOutline(axes: readonly CompareRow[], code: string): RadarOutline {
  const cells = axes.map((axis) => axis.cells.find((cell) => cell.code === code))
  const points = axes.map((axis, i) => {
    const value = cells[i]?.value ?? null
    return value === null ? null : radarPoint(i, axes.length, value / axisOf(axis).high)
  })
  const isWithheld = (at: number) => cells[at]?.shown.look === 'suppressed'
  const withheld = axes.flatMap(({ label }, axis) => (isWithheld(axis) ? [{ label, axis }] : []))
  const missing = axes.filter((_axis, i) => points[i] === null && !isWithheld(i)).map(({ label }) => label)
  const first = points.indexOf(null)
  if (first === -1) return { runs: [{ points: points.filter(isPoint), closed: true }], missing, withheld }
  const round = [...points.slice(first), ...points.slice(0, first)]
  const runs: RadarPoint[][] = []
  for (const point of round) {
    if (point === null) runs.push([])
    else runs[runs.length - 1]?.push(point)
  }
  return {
    runs: runs.filter((run) => run.length > 0).map((run) => ({ points: run, closed: false })),
    missing,
    withheld,
  }
}

const isPoint = (point: RadarPoint | null): point is RadarPoint => point !== null

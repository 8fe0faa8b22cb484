import type { ShiftShareRow } from '@contract/analysisParts'
import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import { widthInEm } from '@/lib/ink'
import type { Sketch, SketchMark } from '@/lib/sketch'
import type { AnalysisLook } from './analysisLook'
import { PARTS, type ShiftLine, type ShiftView } from './shiftView'

const SIZE = 12
const LEAST_ROW = 22
const MOST_ROW = 44
const LEGEND = 26
const MOST_NAME_EM = 8

interface Scene {
  look: AnalysisLook
  scale: number
  /** Left edges: names, zero and how many pixels a unit has. */
  bars: { left: number; right: number }
  toX: (value: number) => number
  write: ShiftView['write']
}

/** One bar a row: parts above zero to the right, below zero to the left, and a mark where they come out. */
export function shiftSketch(
  view: ShiftView,
  look: AnalysisLook,
  box: { width: number; height: number; scale: number },
  cardOf: (line: ShiftLine) => string | null,
): Sketch {
  const { width, scale } = box
  const { drawn, write } = view
  const size = SIZE * scale
  const legend = LEGEND * scale
  const fair = (box.height - legend) / Math.max(1, drawn.length)
  const row = Math.min(MOST_ROW * scale, Math.max(LEAST_ROW * scale, fair))
  const longest = Math.max(3, ...drawn.map(({ row: own }) => Math.min(MOST_NAME_EM, widthInEm(own.name))))
  const bars = { left: (longest + 1) * size, right: width - 68 * scale }
  const toX = scaleOf(
    drawn.map((line) => line.row),
    bars,
  )
  const scene: Scene = { look, scale, bars, toX, write }
  const bottom = legend + drawn.length * row
  return {
    width,
    height: Math.max(box.height, bottom),
    marks: [
      ...legendMarks(view, look, scale),
      {
        kind: 'line',
        points: [
          [toX(0), legend],
          [toX(0), bottom],
        ],
        stroke: { colour: look.line, width: 1.2 * scale },
      },
      ...drawn.flatMap((line, at) => rowMarks(line.row, legend + (at + 0.5) * row, row, scene)),
    ],
    spots: drawn.map((line, at) => ({
      id: line.row.id,
      x: 0,
      y: legend + at * row,
      width,
      height: row,
      lines: linesOf(line.row, view),
      figure: cardOf(line),
    })),
  }
}

const partsOf = (row: ShiftShareRow) => PARTS.map(({ id }) => Number(row[id] ?? 0))
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

function scaleOf(rows: readonly ShiftShareRow[], { left, right }: Scene['bars']) {
  const low = Math.min(0, ...rows.map((row) => sumOf(partsOf(row).filter((part) => part < 0))))
  const high = Math.max(0, ...rows.map((row) => sumOf(partsOf(row).filter((part) => part > 0))))
  const span = high - low || 1
  return (value: number) => left + ((value - low) / span) * (right - left)
}

function legendMarks({ unit }: ShiftView, look: AnalysisLook, scale: number): SketchMark[] {
  const size = SIZE * scale
  const y = (LEGEND / 2) * scale
  const parts = PARTS.flatMap(({ id, label }, at): SketchMark[] => [
    { kind: 'rect', x: at * 4 * size, y: y - size / 2, width: size, height: size, radius: 2, fill: look[id] },
    { kind: 'text', x: at * 4 * size + 1.4 * size, y, text: label, size, colour: look.subText },
  ])
  const x = PARTS.length * 4 * size
  return [
    ...parts,
    {
      kind: 'disc',
      x: x + size / 2,
      y,
      radius: size * 0.36,
      fill: look.background,
      stroke: { colour: look.text, width: 2 * scale },
    },
    { kind: 'text', x: x + 1.4 * size, y, text: `增量（${unit}）`, size, colour: look.subText },
  ]
}

function rowMarks(row: ShiftShareRow, y: number, height: number, scene: Scene): SketchMark[] {
  const { look, scale, bars, toX, write } = scene
  const size = SIZE * scale
  const name: SketchMark = {
    kind: 'text',
    x: 0,
    y,
    text: row.name,
    size,
    colour: look.text,
    width: bars.left - size * 0.7,
  }
  const thick = Math.min(18 * scale, height * 0.56)
  if (row.change === null) return [name, ...absentMarks(row, y, thick, scene)]
  const ends = { left: 0, right: 0 }
  const pieces = PARTS.flatMap(({ id }): SketchMark[] => {
    const value = Number(row[id] ?? 0)
    if (value === 0) return []
    const from = value < 0 ? ends.left + value : ends.right
    if (value < 0) ends.left += value
    else ends.right += value
    const x = toX(from)
    const width = Math.max(1, toX(from + Math.abs(value)) - x)
    return [{ kind: 'rect', x, y: y - thick / 2, width, height: thick, fill: look[id] }]
  })
  const at = toX(Number(row.change))
  return [
    name,
    ...pieces,
    {
      kind: 'disc',
      x: at,
      y,
      radius: size * 0.36,
      fill: look.background,
      stroke: { colour: look.text, width: 2 * scale },
    },
    {
      kind: 'text',
      x: bars.right + 64 * scale,
      y,
      text: write(row.change),
      size,
      weight: 600,
      colour: look.text,
      align: 'right',
    },
  ]
}

/** What is missing is hatched, what is not public is dotted; neither has a length. */
function absentMarks(row: ShiftShareRow, y: number, thick: number, { look, scale, toX, bars }: Scene): SketchMark[] {
  const size = SIZE * scale
  const x = toX(0)
  const texture = row.suppressed ? ('dots' as const) : ('hatch' as const)
  return [
    { kind: 'rect', x, y: y - thick / 2, width: 30 * scale, height: thick, texture },
    {
      kind: 'text',
      x: x + 36 * scale,
      y,
      text: row.suppressed ? SUPPRESSED_TEXT : (row.missing ?? '缺'),
      size,
      colour: look.subText,
      width: Math.max(60 * scale, bars.right + 60 * scale - x - 36 * scale),
    },
  ]
}

function linesOf(row: ShiftShareRow, { write, unit }: ShiftView): string[] {
  if (row.change === null) return [row.name, row.suppressed ? SUPPRESSED_TEXT : (row.missing ?? '缺')]
  const parts = PARTS.map(({ id, label }) => `${label} ${write(row[id] ?? '0')}`).join('，')
  return [`${row.name}：增量 ${write(row.change)} ${unit}`, parts]
}

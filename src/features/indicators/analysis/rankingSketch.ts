import type { RankingRow } from '@contract/analysis'
import type { Sketch, SketchMark } from '@/lib/sketch'
import type { AnalysisLook } from './analysisLook'
import { changeText, sparkOf, type RankingView } from './rankingView'

const ROW = 26
const SIZE = 13

/** The list as a picture: 位次, 地区, bar, value, course, change. */
export function rankingSketch(
  view: RankingView,
  look: AnalysisLook,
  { width, scale }: { width: number; scale: number },
): Sketch {
  const row = ROW * scale
  const place = { rank: 34 * scale, name: 48 * scale, bar: 150 * scale, right: width - 150 * scale }
  const marks = view.ranking.rows.flatMap((own, at): SketchMark[] => {
    const y = (at + 0.5) * row
    const words = (x: number, text: string, more: Partial<Extract<SketchMark, { kind: 'text' }>> = {}): SketchMark => ({
      kind: 'text',
      x,
      y,
      text,
      size: SIZE * scale,
      colour: look.text,
      ...more,
    })
    const shown = view.shown(own)
    const isPlain = shown.look === 'value' || shown.look === 'zero' || shown.look === 'estimated'
    return [
      ...(at % 2 === 0 ? [] : [{ kind: 'rect' as const, x: 0, y: at * row, width, height: row, fill: stripe(look) }]),
      words(place.rank, own.rank === null ? '—' : String(own.rank), { align: 'right', colour: look.subText }),
      words(place.name, own.name, { width: place.bar - place.name - 8 * scale }),
      ...barOf(view, own, look, place, y, scale),
      words(place.right, shown.text, { align: 'right', colour: isPlain ? look.text : look.subText, weight: 600 }),
      ...sparkMarks(
        sparkOf(own),
        { x: place.right + 14 * scale, y: y - 8 * scale, width: 80 * scale, height: 16 * scale },
        look,
      ),
      words(width - 8 * scale, changeText(own) ?? '', { align: 'right', colour: look.subText }),
    ]
  })
  return { width, height: Math.max(1, view.ranking.rows.length) * row, marks, spots: [] }
}

const stripe = ({ grid }: AnalysisLook) => `${grid}55`

function barOf(
  view: RankingView,
  own: RankingRow,
  look: AnalysisLook,
  place: { bar: number; right: number },
  y: number,
  scale: number,
): SketchMark[] {
  const room = place.right - place.bar - 90 * scale
  const height = 12 * scale
  const bar = view.bars(own)
  if (!bar) {
    const texture = own.suppressed ? ('dots' as const) : ('hatch' as const)
    return [{ kind: 'rect', x: place.bar, y: y - height / 2, width: 40 * scale, height, texture }]
  }
  const dashed = view.ranking.estimated !== null
  return [
    {
      kind: 'rect',
      x: place.bar + bar.start * room,
      y: y - height / 2,
      width: Math.max(1, bar.length * room),
      height,
      fill: bar.isNegative ? look.mix : look.bar,
      radius: 2,
      ...(dashed && { stroke: { colour: look.text, dashed } }),
    },
  ]
}

function sparkMarks(
  values: readonly (number | null)[],
  box: { x: number; y: number; width: number; height: number },
  look: AnalysisLook,
): SketchMark[] {
  const known = values.flatMap((value) => value ?? [])
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const step = box.width / Math.max(1, values.length - 1)
  const pointOf = (value: number, at: number): [number, number] => [
    box.x + at * step,
    box.y + box.height * (high > low ? 1 - (value - low) / (high - low) : 0.5),
  ]
  const runs: [number, number][][] = [[]]
  values.forEach((value, at) => {
    if (value === null) runs.push([])
    else runs[runs.length - 1]?.push(pointOf(value, at))
  })
  const stroke = { colour: look.discEdge, width: 1.6 }
  return runs.flatMap((points): SketchMark[] => {
    const [first] = points
    if (!first) return []
    if (points.length === 1) return [{ kind: 'disc', x: first[0], y: first[1], radius: 2, fill: look.discEdge }]
    return [{ kind: 'line', points, stroke }]
  })
}

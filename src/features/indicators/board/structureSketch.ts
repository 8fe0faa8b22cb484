import type { BoardPart } from '@contract/board'
import type { Sketch, SketchMark } from '@/lib/sketch'
import type { AnalysisLook } from '@/features/indicators/analysis/analysisLook'
import { longestShare, shownPart, type StructureMeasure } from './structureView'

const ROW = 24
const SIZE = 13

/** The bars as a picture: stages as heads, groups below them. */
export function structureSketch(
  parts: readonly BoardPart[],
  measure: StructureMeasure,
  look: AnalysisLook,
  { width, scale }: { width: number; scale: number },
): Sketch {
  const row = ROW * scale
  const longest = longestShare(parts, measure)
  const place = { bar: 190 * scale, value: width - 90 * scale, share: width - 6 * scale }
  const marks = parts.flatMap((part, at): SketchMark[] => {
    const y = (at + 0.5) * row
    const own = shownPart(part, measure)
    const isStage = part.kind === 'stage'
    const text = (x: number, words: string, align: CanvasTextAlign = 'left'): SketchMark => ({
      kind: 'text',
      x,
      y,
      text: words,
      size: SIZE * scale,
      colour: look.text,
      weight: isStage ? 700 : 400,
      align,
    })
    return [
      text(isStage ? 0 : 16 * scale, part.name),
      ...(isStage
        ? []
        : [barOf(own, longest, look, { x: place.bar, y, room: place.value - place.bar - 90 * scale, scale })]),
      text(place.value, own.value.text, 'right'),
      text(place.share, own.share.text, 'right'),
    ]
  })
  return { width, height: Math.max(1, parts.length) * row, marks, spots: [] }
}

interface Room {
  x: number
  y: number
  room: number
  scale: number
}

/** No bar where there is no number: hatched where it is missing, dotted where it is not public. */
function barOf(own: ReturnType<typeof shownPart>, longest: number, look: AnalysisLook, at: Room): SketchMark {
  const height = 11 * at.scale
  const box = { kind: 'rect' as const, x: at.x, y: at.y - height / 2, height }
  if (own.ratio === null)
    return { ...box, width: 40 * at.scale, texture: own.share.look === 'suppressed' ? 'dots' : 'hatch' }
  return { ...box, width: longest === 0 ? 0 : (own.ratio / longest) * at.room, fill: look.bar, radius: 2 }
}

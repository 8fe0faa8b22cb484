import type { Sketch, SketchMark } from '@/lib/sketch'
import type { AnalysisLook } from './analysisLook'
import { TOPIC_NAMES, type MeasureRow } from './concentrationRows'

const ROW = 24
const SIZE = 13

/** The list as a picture. */
export function concentrationSketch(
  rows: readonly MeasureRow[],
  look: AnalysisLook,
  { width, scale }: { width: number; scale: number },
): Sketch {
  const row = ROW * scale
  const size = SIZE * scale
  const at = { label: 110 * scale, bar: 250 * scale, value: width * 0.62, note: width * 0.64 }
  const marks = rows.flatMap((own, i): SketchMark[] => {
    const y = (i + 0.5) * row
    const isFirst = rows[i - 1]?.topic !== own.topic
    const { look: figureLook, text } = own.value.shown
    const text2 = (x: number, words: string, more: object = {}): SketchMark => ({
      kind: 'text',
      x,
      y,
      text: words,
      size,
      colour: look.text,
      ...more,
    })
    const barWidth = own.part === null ? 0 : own.part * (at.value - at.bar - 130 * scale)
    const isHidden = figureLook === 'suppressed' || figureLook === 'missing'
    const ratio =
      !isHidden && own.numerator && own.denominator && `${own.numerator.shown.text} ÷ ${own.denominator.shown.text}`
    return [
      ...(isFirst ? [text2(0, TOPIC_NAMES[own.topic], { weight: 700 })] : []),
      text2(at.label, own.label, { colour: look.subText, width: at.bar - at.label - 6 }),
      ...(own.part === null
        ? []
        : [
            {
              kind: 'rect' as const,
              x: at.bar,
              y: y - size / 2,
              width: Math.max(1, barWidth),
              height: size,
              fill: look.bar,
            },
          ]),
      text2(at.value, text, {
        align: 'right',
        weight: 600,
        colour: isHidden ? look.subText : look.text,
      }),
      text2(at.note, [ratio, own.note].filter(Boolean).join('　'), { colour: look.subText, width: width - at.note }),
    ]
  })
  return { width, height: Math.max(1, rows.length) * row, marks, spots: [] }
}

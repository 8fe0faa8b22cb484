import type { BoardTwin } from '@contract/board'
import { percentText, roundHalfUp } from '@domain/indicator/rounding'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureText } from '@/features/indicators/figureTable'

type Official = BoardTwin['official'][number]

export const shownRegister = ({ register, decimals }: BoardTwin): ShownFigure =>
  shownFigure(
    {
      value: register.value,
      suppressed: register.suppressed,
      missing: '缺',
      ...(register.missing !== null && { missingReason: register.missing }),
    },
    (value) => figureText(value, decimals),
  )

export const shownOfficial = ({ official, decimals }: BoardTwin, at = 0): ShownFigure =>
  shownFigure({ value: official[at]?.value ?? null, missing: '缺' }, (value) => figureText(value, decimals))

/** 差 −1,288 家（−14.2%）; the register less what was published. */
export function differenceText({ unit, decimals, register }: BoardTwin, official: Official | undefined): string {
  if (register.suppressed !== null) return '差额不公布'
  if (!official || official.difference === null) return '不能比较'
  const { difference, ratio } = official
  const share = ratio === null ? '' : `（${withSign(percentText(ratio))}%）`
  return `差 ${withSign(figureText(roundHalfUp(difference, decimals), decimals))} ${unit}${share}`
}

function withSign(text: string): string {
  if (text.startsWith('-') || text.startsWith('−')) return `−${text.slice(1)}`
  return Number(text.replace(/,/g, '')) === 0 ? text : `+${text}`
}

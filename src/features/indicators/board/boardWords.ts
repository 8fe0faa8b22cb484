import type { BoardCard, BoardChange, BoardPoint } from '@contract/board'
import type { ValueForm } from '@domain/figure/figureInput'
import { percentText, roundHalfUp, wanToYi } from '@domain/indicator/rounding'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { countText } from '@/lib/format'

interface Written {
  text: string
  unit: string
}

const SMALLEST_YI_WAN = 500

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−')
  return fraction === undefined ? text : `${text}.${fraction}`
}

/** A value of a card apart from its unit: 86.4 and 亿元, 312 and 家, 36.0 and %. Money too small for 亿元 stays in 万元. */
export function written(
  { form, unit, decimals }: Pick<BoardCard, 'form' | 'unit' | 'decimals'>,
  value: string,
): Written {
  if (form === 'count') return { text: countText(Number(value)), unit }
  if (form === 'ratio') return { text: percentText(value, decimals), unit: '%' }
  if (form !== 'money') return { text: grouped(roundHalfUp(value, decimals)), unit }
  const isTiny = Math.abs(Number(value)) < SMALLEST_YI_WAN && Number(value) !== 0
  return isTiny ? { text: roundHalfUp(value, 0), unit: '万元' } : { text: grouped(wanToYi(value, 1)), unit: '亿元' }
}

/** The number of a card in its look, with the unit that follows it. */
export function shownCard(card: BoardCard): { shown: ShownFigure; unit: string } {
  const { value, suppressed, missing } = card
  const shown = shownFigure(
    { value, suppressed, missing: '未报送', ...(missing !== null && { missingReason: missing }) },
    (text) => written(card, text).text,
  )
  return { shown, unit: value === null || suppressed !== null ? '' : written(card, value).unit }
}

/** 同比 in its look: what is not published is estimated, and what cannot be said says why. */
export const shownChange = ({ text, suppressed, basis, note }: BoardChange): ShownFigure =>
  shownFigure(
    { value: text, suppressed, estimated: basis === 'estimated' ? note : null, missing: '缺', missingReason: note },
    (value) => value,
  )

export const changeLabel = ({ kind, basis }: BoardChange) =>
  kind === 'points' ? '较上年同期' : basis === 'official' && kind !== null ? '同比（官方）' : '同比'

/** A point of a series in its look, at the unit of its column. */
export function shownPoint({ value, suppressed }: BoardPoint, form: ValueForm): ShownFigure {
  return shownFigure({ value, suppressed, missing: '缺', missingReason: '没有导入或无人报送' }, (text) =>
    form === 'money' ? grouped(wanToYi(text, 2)) : form === 'ratio' ? percentText(text, 1) : grouped(text),
  )
}

/** Where a chart draws it: 亿元 or percent. */
export function drawnPoint({ value }: BoardPoint, form: ValueForm): number | null {
  if (value === null) return null
  return form === 'money' ? Number(wanToYi(value, 2)) : form === 'ratio' ? Number(percentText(value, 1)) : Number(value)
}

export const drawnUnit = (form: ValueForm, unit: string) => (form === 'money' ? '亿元' : form === 'ratio' ? '%' : unit)

import type { RouteLocationRaw, LocationQueryRaw } from 'vue-router'
import type { Check, Finding } from '@contract/checkup'
import { countText, measureText } from '@/lib/format'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { roundHalfUp } from '@domain/indicator/rounding'

export const SEVERITY_WORDS: Record<Finding['severity'], string> = { red: '须改', amber: '要看', note: '提示' }
export const SEVERITY_TONES = { red: 'bad', amber: 'warn', note: 'neutral' } as const

/** 查了 1,234 个数、40 家；缺的那一样说明没查. */
export function lookedText({ parts }: Check): string {
  const looked = parts
    .filter(({ items }) => items > 0)
    .map(({ what, items, unit }) => `${what} ${countText(items)} ${unit}`)
  return looked.length > 0 ? `查了${looked.join('，')}` : ''
}

/** What a check could not look at. */
export const skippedText = ({ parts }: Check): string =>
  parts
    .flatMap(({ what, items, note }) => (note ? [`${what}：${note}`] : items === 0 ? [`${what}：无可检查`] : []))
    .join('；')

export function checkState(check: Check): string {
  if (check.state === 'nothing') return '无可检查'
  if (check.state === 'clear') return '没有发现问题'
  const told = check.red + check.amber + check.note
  return check.more > 0 ? `${told} 条，还有 ${countText(check.more)} 条` : `${told} 条`
}

type FindingNumber = Finding['numbers'][number]

/** A number of a finding in its look, with its unit. */
export const shownNumber = ({ value, unit, decimals, suppressed }: FindingNumber): ShownFigure =>
  shownFigure({ value, suppressed, missing: '缺' }, (text) =>
    [measureText(decimals === null ? text : roundHalfUp(text, decimals)), unit].filter((part) => part).join(' '),
  )

/** Where a finding is set right. */
export function placeOf({ link }: Finding, query: LocationQueryRaw): RouteLocationRaw {
  const region = link.region === null ? {} : { region: link.region }
  if (link.kind === 'batch') return { name: 'batch', params: { batch: link.target ?? '' } }
  if (link.kind === 'intake') return { name: 'intake' }
  if (link.kind === 'clusters') return { name: 'clusters', query: { ...query, ...region, show: 'table' } }
  return { name: link.kind, query: { ...query, ...region } }
}

import type { Brief, BriefCitation, BriefFigure } from '@contract/brief'
import { decimalText, revenueText, shareText } from '@/lib/format'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { countText } from '@/lib/format'
import { periodText } from '@/stores/viewWords'

const DEMO = '【演示数据：企业与数值均为生成，不得用于汇报】'

/** A figure of the table in its look, as on the other screens. */
export function shownBriefFigure(figure: BriefFigure): ShownFigure {
  const { value, suppressed, estimated, missing, form, unit, decimals } = figure
  return shownFigure({ value, suppressed, estimated, missing }, (text) => {
    if (form === 'money') return revenueText(text)
    if (form === 'ratio') return shareText(text)
    if (form === 'number') return decimalText(text, decimals ?? 2, missing)
    return [countText(Number(text)), unit].filter((part) => part).join(' ')
  })
}

const marksText = (marks: readonly number[]) => marks.map((mark) => `[${mark}]`).join('')

/** [3] 区位商 1.52：铁西区数控系统环节，2025年（按营业收入）. */
export const citationText = ({ mark, name, value, subject, period, basis }: BriefCitation): string =>
  `[${mark}] ${name} ${value}：${subject}，${period}${basis === null ? '' : `（${basis}）`}`

/** The page as plain text, for a document of somebody else's: sentences with their marks, sources below. */
export function plainText(brief: Brief): string {
  const sentences = brief.sentences.map(
    ({ label, segments }) => `${label}：${segments.map(({ text, marks }) => `${text}${marksText(marks)}`).join('')}`,
  )
  return [
    ...(brief.view.dataset === 'demo' ? [DEMO] : []),
    `${brief.title}（${periodText(brief.period)}）`,
    ...sentences,
    '来源：',
    ...brief.citations.map(citationText),
  ].join('\n')
}

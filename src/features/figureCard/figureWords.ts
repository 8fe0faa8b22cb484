import { DATA_CLASS_NAMES } from '@contract/common'
import type { FigureBatch, FigureCard } from '@contract/figures'
import { momentText } from '@/lib/format'
import { shownCard } from './figureLooks'

const MOST_NAMED = 3

/** 《名录.csv》（虚构局），2026-11-21 发布. */
function sourceText({ fileName, provider, publishedAt }: FigureBatch): string {
  const at = publishedAt === null ? '' : `，${momentText(publishedAt).slice(0, 10)} 发布`
  return `${provider}${fileName === null ? '' : `《${fileName}》`}${at}`
}

/** The number as it is quoted: what, how much, of when and what, from where. */
export function citation(card: FigureCard): string {
  const { subject, name, sources, version, periodText, scopeText, modeText, againstName } = card
  const named = sources.slice(0, MOST_NAMED).map(sourceText).join('；')
  const more = sources.length > MOST_NAMED ? `；等 ${sources.length} 个批次` : ''
  const from = sources.length === 0 ? '' : `；来源：${named}${more}`
  const against = againstName === null ? '' : `，对照${againstName}`
  const demo = card.dataset === 'demo' ? '演示数据，' : ''
  return `${subject}${name} ${quoted(card)}（${demo}${periodText}，${scopeText}，${modeText}${against}${from}；产业大脑 数据版本 ${version}）`
}

/** A number that is not public is not quoted either; the words say why there is none. */
function quoted(card: FigureCard): string {
  const { look, text, reason } = shownCard(card)
  if (look === 'suppressed') return `${text}（${reason}）`
  if (look === 'missing') return `无数${reason === null ? '' : `（${reason}）`}`
  return look === 'estimated' ? `${text}（推算）` : text
}

/** 数据类别 of everything the number rests on. */
export const dataClasses = ({ sources }: FigureCard): string[] => [
  ...new Set(sources.map(({ dataClass }) => DATA_CLASS_NAMES[dataClass])),
]

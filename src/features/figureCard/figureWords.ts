import type { FigureBatch, FigureCard } from '@contract/figures'
import { momentText } from '@/lib/format'

export const DATA_CLASS_NAMES: Record<FigureBatch['dataClass'], string> = {
  statistics: '统计部门',
  department: '部门行政记录',
  'self-reported': '企业自报',
  'third-party': '第三方',
  estimated: '推算',
  demo: '演示',
}

const MOST_NAMED = 3

/** 《名录.csv》（虚构局），2026-11-21 发布. */
function sourceText({ fileName, provider, publishedAt }: FigureBatch): string {
  const at = publishedAt === null ? '' : `，${momentText(publishedAt).slice(0, 10)} 发布`
  return `${provider}《${fileName}》${at}`
}

/** The number as it is quoted: what, how much, of when and what, from where. */
export function citation(card: FigureCard): string {
  const { subject, name, text, sources, version, periodText, scopeText, modeText, againstName, missing } = card
  const named = sources.slice(0, MOST_NAMED).map(sourceText).join('；')
  const more = sources.length > MOST_NAMED ? `；等 ${sources.length} 个批次` : ''
  const from = sources.length === 0 ? '' : `；来源：${named}${more}`
  const against = againstName === null ? '' : `，对照${againstName}`
  const demo = card.dataset === 'demo' ? '演示数据，' : ''
  const value = missing ? `无数（${missing.reason}）` : text
  return `${subject}${name} ${value}（${demo}${periodText}，${scopeText}，${modeText}${against}${from}；产业大脑 数据版本 ${version}）`
}

/** 数据类别 of everything the number rests on. */
export function dataClassText(card: FigureCard): string {
  const names = new Set(card.sources.map(({ dataClass }) => DATA_CLASS_NAMES[dataClass]))
  return names.size === 0 ? '—' : [...names].join('、')
}

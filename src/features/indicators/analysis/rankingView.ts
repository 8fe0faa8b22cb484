import type { Ranking, RankingRow } from '@contract/analysis'
import type { ClusterIndicator } from '@contract/clusters'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { percentText } from '@domain/indicator/rounding'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureRef } from '@/lib/figureRefs'
import { fixedText, moneyColumn } from './fixedText'

export const RANKING_CHOICES: readonly { value: ClusterIndicator; label: string }[] = [
  { value: 'revenue', label: '营业收入' },
  { value: 'enterprises', label: '企业数' },
  { value: 'aboveScale', label: '规上企业数' },
  { value: 'honoured', label: '优质企业数' },
  { value: 'concentration', label: '产业集聚度' },
  { value: 'quotient', label: '区位商' },
  { value: 'growth', label: '收入增速（推算）' },
]

/** Every number of the panel in one unit, so that a column can be read downwards. */
export interface RankingView {
  ranking: Ranking
  label: string
  unit: string
  shown: (point: Point) => ShownFigure
  bars: (row: RankingRow) => Bar | null
}

type Point = Pick<RankingRow, 'value' | 'suppressed'> & { missing?: string | null }

/** Parts of the width, 0–1. */
export interface Bar {
  start: number
  length: number
  isNegative: boolean
}

export function rankingView(ranking: Ranking): RankingView {
  const { indicator, form, estimated, rows } = ranking
  const numbers = rows.flatMap(({ value, suppressed }) => (value === null || suppressed ? [] : [Number(value)]))
  const money = moneyColumn(rows.map(({ value }) => value))
  const write = (value: string) => {
    if (form === 'money') return money.write(value)
    if (form === 'ratio') return `${percentText(value)}%`
    return fixedText(value, form === 'count' ? 0 : 2)
  }
  return {
    ranking,
    label: RANKING_CHOICES.find(({ value }) => value === indicator)?.label ?? '',
    unit: { money: money.unit, count: '家', ratio: '%', number: '' }[form],
    shown: ({ value, suppressed, missing }) =>
      shownFigure({ value, suppressed, estimated, missing: '缺', missingReason: missing ?? '当期没有数据' }, write),
    bars: barsOf(numbers),
  }
}

/** From zero, to the left where there are values below it. */
function barsOf(numbers: readonly number[]) {
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)]
  const span = high - low
  return ({ value, suppressed }: RankingRow): Bar | null => {
    if (value === null || suppressed || span === 0) return null
    const number = Number(value)
    return { start: (Math.min(number, 0) - low) / span, length: Math.abs(number) / span, isNegative: number < 0 }
  }
}

const REFS: Record<ClusterIndicator, FigureIndicator> = {
  enterprises: 'enterprises',
  revenue: 'revenue',
  concentration: 'concentration',
  quotient: 'location-quotient',
  honoured: 'honoured',
  aboveScale: 'above-scale',
  growth: 'revenue-growth',
}

/** The card of a number of the ranking, of its own period or of another. */
export function rankingRef(ranking: Ranking, code: string, period = ranking.period): string {
  const { indicator, among, node } = ranking
  const isSeenFromAbove = indicator === 'quotient' || (indicator === 'aboveScale' && among !== code)
  const part = node === null ? {} : { kind: 'node' as const, unit: node }
  const against = isSeenFromAbove ? among : null
  return figureRef({ ...ranking, period, region: code }, REFS[indicator], { ...part, against })
}

export const sparkOf = ({ trend }: RankingRow) =>
  trend.map(({ value, suppressed }) => (value === null || suppressed ? null : Number(value)))

/** ▲2, ▼1, ＝; null where there is nothing to compare. */
export function changeText({ rankChange }: RankingRow): string | null {
  if (rankChange === null) return null
  if (rankChange === 0) return '＝'
  return rankChange > 0 ? `▲${rankChange}` : `▼${-rankChange}`
}

export function changeWords(row: RankingRow, { before, beforeMissing }: Ranking): string {
  if (before === null) return beforeMissing ?? ''
  if (row.rank === null) return '本期没有位次'
  if (row.rankBefore === null) return `${before.text}没有位次`
  return `${before.text}第 ${row.rankBefore} 位；升降只与两期都有位次的地区比`
}

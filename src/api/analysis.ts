import { Quadrant, Ranking, type AnalysisQuery, type QuadrantQuery, type RankingQuery } from '@contract/analysis'
import { Concentration, ShiftShare } from '@contract/analysisParts'
import { apiUrl, getJson, type RequestOptions } from './http'

/** 排名. */
export function fetchRanking(query: RankingQuery, options?: RequestOptions) {
  return getJson('/indicators/ranking', Ranking, query, options)
}

/** 四象限. */
export function fetchQuadrant(query: QuadrantQuery, options?: RequestOptions) {
  return getJson('/indicators/quadrant', Quadrant, query, options)
}

/** 偏离—份额. */
export function fetchShiftShare(query: AnalysisQuery, options?: RequestOptions) {
  return getJson('/indicators/shift-share', ShiftShare, query, options)
}

/** 集中度, 专精特新密度, 本地配套率. */
export function fetchConcentration(query: AnalysisQuery, options?: RequestOptions) {
  return getJson('/indicators/concentration', Concentration, query, options)
}

export type AnalysisName = 'ranking' | 'quadrant' | 'shift-share' | 'concentration'

export function analysisWorkbookUrl(name: AnalysisName, query: object): string {
  return apiUrl(`/indicators/${name}/export.xlsx`, query)
}

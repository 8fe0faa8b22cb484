import { IndicatorCatalogue } from '@contract/indicators'
import { RegionFigures, type RegionFigureQuery } from '@contract/regionFigures'
import { apiUrl, getJson, type RequestOptions } from './http'

export function fetchIndicators(options?: RequestOptions) {
  return getJson('/indicators', IndicatorCatalogue, {}, options)
}

export function fetchRegionFigures(query: RegionFigureQuery, options?: RequestOptions) {
  return getJson('/region-figures', RegionFigures, query, options)
}

export function regionFiguresWorkbookUrl(query: RegionFigureQuery): string {
  return apiUrl('/region-figures/export.xlsx', query)
}

export function figureTemplateUrl(theme: string): string {
  return apiUrl('/templates/figures', { theme })
}

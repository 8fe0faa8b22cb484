import { FigureCard } from '@contract/figures'
import { getJson, type RequestOptions } from './http'

/** 数字身份证. */
export function fetchFigureCard(ref: string, options?: RequestOptions) {
  return getJson('/figures/card', FigureCard, { ref }, options)
}

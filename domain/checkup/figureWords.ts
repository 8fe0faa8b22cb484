import { formatRegionRef } from '../figure/regionRef'
import type { IndicatorEntry } from '../indicator/catalogue'
import type { Finding, FindingNumber } from './finding'
import { plainNumber } from './finding'
import type { Cell, CheckedPlaces } from './figureSheet'

const MOST_NAMED = 12

/** 沈阳市、大连市等 14 个地区. */
export function namesText(codes: readonly string[], { nameOf }: CheckedPlaces, most = 4): string {
  const named = codes.slice(0, most).map(nameOf).join('、')
  return codes.length > most ? `${named}等 ${codes.length} 个地区` : named
}

export const regionsOf = (codes: readonly string[], { nameOf }: CheckedPlaces): Finding['regions'] =>
  codes.slice(0, MOST_NAMED).map((code) => ({ code, name: nameOf(code) }))

export const indicatorOf = ({ id, name }: IndicatorEntry): Finding['indicator'] => ({ id, name })

/** A figure of a region opens to its card. */
export function cellNumber(label: string, { value, shown }: Cell, { unit, decimals }: IndicatorEntry): FindingNumber {
  const { region, indicator, period, dataset } = shown
  return {
    ...plainNumber(label, value.toFixed(), unit, value.decimalPlaces() > decimals ? decimals + 2 : decimals),
    ref: formatRegionRef({ region, indicator, period, dataset }),
  }
}

export const batchOf = ({ shown }: Cell): Finding['batch'] => ({
  id: shown.batch,
  fileName: shown.fileName,
  row: shown.row,
})

export const toFigures = (region: string): Finding['link'] => ({
  kind: 'figures',
  target: null,
  region,
  text: '看区域指标',
})

export const toBatch = (batch: string): Finding['link'] => ({
  kind: 'batch',
  target: batch,
  region: null,
  text: '看这个批次',
})

import type { ClusterRegion, Clusters } from '@contract/clusters'
import { indicatorText, type IndicatorChoice } from './clusterIndicators'
import { placedRegions, type MapFrame } from './clusterMap'

/** What a map tells of the region under pointer or keyboard. */
export interface MapWords {
  regionOf: (code: string) => ClusterRegion | undefined
  nameOf: (code: string) => string
  /** Why there is no answer for a region. */
  absenceOf: (code: string) => string
  /** 铁西区，企业数120 家. */
  sentence: (code: string) => string
}

export function mapWords(clusters: Clusters, indicator: IndicatorChoice, frame: Pick<MapFrame, 'shapes'>): MapWords {
  const regions = new Map(placedRegions(clusters).map((region) => [region.code, region]))
  const regionOf = (code: string) => regions.get(code)
  const nameOf = (code: string) =>
    regionOf(code)?.name ?? frame.shapes.find((shape) => shape.code === code)?.name ?? code
  const absenceOf = (code: string) => clusters.absent.find((province) => province.code === code)?.reason ?? '没有数据'
  const sentence = (code: string) => {
    const region = regionOf(code)
    return `${nameOf(code)}，${region ? `${indicator.label}${indicatorText(indicator, region)}` : absenceOf(code)}`
  }
  return { regionOf, nameOf, absenceOf, sentence }
}

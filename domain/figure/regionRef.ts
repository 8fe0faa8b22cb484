import { parsePeriod, periodKey } from '../period/period'

/** One figure of a region (区域指标): an entry of the catalogue of indicators, of a region and a period, from outside sources. */
export interface RegionRef {
  /** Id of the catalogue; whether it has that entry is for the reader of the catalogue to say. */
  indicator: string
  region: string
  period: string
  dataset: 'real' | 'demo'
}

const PARTS = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(\d{6})\._\.region\._\.all\.([0-9A-Z-]+)\.current\.(real|demo)\._$/u
const LONGEST_ID = 60

/** In the ten fields of every 数字编号: no chain, no scope of the register, as the figure is its publisher's. */
export const formatRegionRef = ({ indicator, region, period, dataset }: RegionRef): string =>
  `${indicator}.${region}._.region._.all.${period}.current.${dataset}._`

/** null for anything but a reference that `formatRegionRef` could have written. */
export function parseRegionRef(text: string): RegionRef | null {
  const [, indicator = '', region = '', period = '', dataset] = PARTS.exec(text) ?? []
  if (dataset !== 'real' && dataset !== 'demo') return null
  const parsed = parsePeriod(period)
  if (indicator.length > LONGEST_ID || parsed === null || periodKey(parsed) !== period) return null
  return { indicator, region, period, dataset }
}

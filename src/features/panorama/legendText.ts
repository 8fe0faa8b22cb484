import type { DiscMeasure } from './discMeasure'

/** The legend's words, the same on the screen and in the exported picture. */
export const DISC_TEXT: Record<DiscMeasure, string> = {
  revenue: '圆面积 = 营业收入，空心 = 未报送',
  enterprises: '圆面积 = 企业数（没有可公布的营业收入）',
}

export const LEGEND_TEXT = {
  aboveScale: '规上占比',
  leader: '有链主企业',
  honoured: '优质企业数',
  key: '关键环节',
  supply: '供应关系（两端取色）',
  broken: '断链影响',
}

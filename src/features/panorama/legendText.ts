import { DEFAULT_CRITICALITY } from '@domain/supply/criticality'
import type { DiscMeasure } from './discMeasure'
import { MOST_CRITICAL } from './supplyMarks'

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
  critical: `供应关键前${MOST_CRITICAL}`,
  gap: '断点',
}

/** What 供应关键 and 断点 mean, in one sentence. */
export const supplyNote = (year: string) =>
  `供应关键与断点按 ${year} 年供应关系：替代性纠偏后关键度最高、没有降级（替代难度不低于 ${DEFAULT_CRITICALITY.tau}）、供给占比已知且大于 0 的前 ${MOST_CRITICAL} 个环节为供应关键；本地只有一家供货、或有需求而本地没人供货的环节为断点。`

import type { SheetSource } from '../sheet/sheetXml'

/** A workbook ready to be written: its file name and its sheets. */
export interface Workbook {
  fileName: string
  sheets: SheetSource[]
}

/** Who exports, and when: printed on every sheet. */
export interface Exporter {
  by: string
  at: Date
}

/** 导出人 and 导出时间 as the foot of each page shows them. */
export const footerOf = ({ by, at }: Exporter) => `导出人：${by}　导出时间：${localMinute(at)}`

/** Beijing time to the minute, whatever the zone of the machine. */
export function localMinute(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** Stands where 单位数据 would, for those who may not see them. */
export const NOT_PUBLIC = '不公开'

export const DEMO_NOTE = '演示数据：本表由演示数据生成，企业与数值均为虚构，不得作为决策依据'

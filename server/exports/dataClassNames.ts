import type { DataClass } from '@contract/common'

/** 数据类别 as printed. */
export const DATA_CLASS_NAMES: Record<DataClass, string> = {
  statistics: '统计部门数据',
  department: '部门行政记录',
  'self-reported': '企业自报',
  'third-party': '第三方数据',
  estimated: '推算数据',
  demo: '演示数据',
}

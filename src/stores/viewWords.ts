import type { Dataset, DivisionMode, Scope } from '@contract/common'

export interface Choice<T extends string> {
  value: T
  label: string
  hint?: string
}

export const SCOPE_CHOICES: Choice<Scope>[] = [
  { value: 'all', label: '全口径', hint: '名录内全部企业' },
  { value: 'above', label: '规上工业', hint: '规模以上工业企业' },
  { value: 'four', label: '四上', hint: '规上工业、资质建筑业、限上批零住餐、规上服务业' },
]

export const MODE_CHOICES: Choice<DivisionMode>[] = [
  { value: 'current', label: '现区划还原', hint: '历史数据按现在的行政区划归并，便于前后对比' },
  { value: 'asof', label: '当期区划', hint: '按数据所属时期的行政区划统计' },
]

export const DATASET_NAMES: Record<Dataset, string> = { real: '本地数据', demo: '演示数据' }

export const labelOf = <T extends string>(choices: readonly Choice<T>[], value: T) =>
  choices.find((choice) => choice.value === value)?.label ?? value

/** 2025 年, 2025 年上半年, 2025 年第三季度, 2025 年 1—9 月 … */
export function periodText(period: string): string {
  const [, year = '', part = ''] = /^(\d{4})(.*)$/.exec(period) ?? []
  if (part === '') return `${year} 年`
  if (part === 'H1' || part === 'H2') return `${year} 年${part === 'H1' ? '上' : '下'}半年`
  const [, kind, from = '', to] = /^([QM])(\d{1,2})(?:-(\d{1,2}))?$/.exec(part) ?? []
  if (kind === 'Q') return to ? `${year} 年 ${from}—${to} 季度` : `${year} 年第 ${from} 季度`
  if (kind === 'M') return to ? `${year} 年 ${Number(from)}—${Number(to)} 月` : `${year} 年 ${Number(from)} 月`
  return period
}

import type { DataClass, Dataset, DivisionMode, Scope } from '@contract/common'
import type { EnterpriseRow } from '@contract/enterprises'

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

export const DATA_CLASS_NAMES: Record<DataClass, string> = {
  statistics: '统计部门',
  department: '部门行政记录',
  'self-reported': '企业自报',
  'third-party': '第三方',
  estimated: '推算',
  demo: '演示',
}

/** How sure the county of an enterprise is; 信用代码 is the weakest source. */
export const LOCATED_NAMES: Record<EnterpriseRow['locatedBy'], string> = {
  declared: '申报区县',
  address: '按地址判断',
  code: '按信用代码登记机关判断，仅供参考',
  none: '未定位',
}

export const HOW_NAMES: Record<'rule' | 'manual' | 'declared', string> = {
  rule: '规则',
  manual: '人工',
  declared: '申报',
}

export type HonourChoice = 'any' | 'little-giant' | 'specialised' | 'champion' | 'gazelle'

export const HONOUR_CHOICES: Choice<HonourChoice>[] = [
  { value: 'any', label: '任一优质企业称号' },
  { value: 'little-giant', label: '专精特新“小巨人”' },
  { value: 'specialised', label: '专精特新中小企业' },
  { value: 'champion', label: '制造业单项冠军' },
  { value: 'gazelle', label: '瞪羚 / 独角兽' },
]

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

export function confidenceText(confidence: number): string {
  if (confidence >= 0.8) return '把握较大'
  return confidence >= 0.5 ? '把握中等' : '把握较小，建议核对'
}

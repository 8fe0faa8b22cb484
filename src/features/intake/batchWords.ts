import type { BatchKind, BatchStatus, Verdict } from '@contract/batches'
import type { DataClass, Scope } from '@contract/common'

export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad'

interface Choice<T> {
  value: T
  label: string
}

/** Kinds of file that the desk takes, with what each is for. */
export const KIND_CHOICES: (Choice<BatchKind> & { hint: string })[] = [
  {
    value: 'register',
    label: '企业名录',
    hint: '本地企业清单：名称、信用代码、地址、产品、营业收入等。图谱上的数字都由它算出。',
  },
  { value: 'honours', label: '荣誉名单', hint: '专精特新、小巨人、单项冠军、瞪羚等认定名单。' },
  { value: 'leaders', label: '链主名单', hint: '各产业链的链主（龙头）企业。' },
  { value: 'links', label: '供应关系', hint: '谁向谁供货：供应商与采购商的信用代码、产品。' },
  {
    value: 'figures',
    label: '区域指标',
    hint: '市县的统计数：年鉴、月报、部门台账原表即可，一行一个地区，或“地区、指标、统计期、数值、单位”。',
  },
]

export const KIND_LABEL = labels(KIND_CHOICES)

export const STATUS_CHOICES: (Choice<BatchStatus> & { tone: Tone })[] = [
  { value: 'reading', label: '读取中', tone: 'active' },
  { value: 'staged', label: '待发布', tone: 'warn' },
  { value: 'publishing', label: '发布中', tone: 'active' },
  { value: 'published', label: '已发布', tone: 'good' },
  { value: 'withdrawn', label: '已撤回', tone: 'neutral' },
  { value: 'cancelled', label: '已取消', tone: 'neutral' },
  { value: 'failed', label: '失败', tone: 'bad' },
]

export const STATUS_LABEL = labels(STATUS_CHOICES)

export function statusTone(status: BatchStatus): Tone {
  return STATUS_CHOICES.find(({ value }) => value === status)?.tone ?? 'neutral'
}

export const SCOPE_CHOICES: Choice<Scope>[] = [
  { value: 'all', label: '全口径' },
  { value: 'above', label: '规上工业' },
  { value: 'four', label: '四上企业' },
]

export const SCOPE_LABEL = labels(SCOPE_CHOICES)

export const DATA_CLASS_CHOICES: Choice<DataClass>[] = [
  { value: 'department', label: '部门行政记录' },
  { value: 'statistics', label: '统计部门数据' },
  { value: 'self-reported', label: '企业自报' },
  { value: 'third-party', label: '第三方数据' },
  { value: 'estimated', label: '推算数据' },
  { value: 'demo', label: '演示数据（与真实数据分开存放）' },
]

export const DATA_CLASS_LABEL = labels(DATA_CLASS_CHOICES)

export const VERDICT_LABEL: Record<Verdict, string> = {
  accepted: '接收',
  quarantined: '待核验',
  rejected: '退回',
  duplicate: '重复',
}

export const LOCATED_LABEL = { declared: '申报', address: '地址', code: '信用代码', none: '未定位' } as const

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

function labels<T extends string>(choices: Choice<T>[]): Record<T, string> {
  return Object.fromEntries(choices.map(({ value, label }) => [value, label])) as Record<T, string>
}

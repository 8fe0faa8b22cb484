import type { Suppression } from '../disclosure/suppression'

/** 会前体检: what is looked at, in the order it is told. */
export const CHECKS = ['stale', 'coverage', 'totals', 'units', 'duplicates', 'sources', 'values'] as const
export type CheckId = (typeof CHECKS)[number]

/** 须改 before the meeting / 要看 and be able to explain / 提示. */
export const SEVERITIES = ['red', 'amber', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

export const LINK_KINDS = ['batch', 'figures', 'clusters', 'catalogue', 'library', 'intake'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const CHECK_NAMES: Record<CheckId, { name: string; question: string }> = {
  stale: { name: '过期', question: '有没有超过报送周期、超过有效期的数据' },
  coverage: { name: '缺报', question: '哪些地区、哪些企业该报没有报' },
  totals: { name: '合计不符', question: '分项相加是否等于合计，部分是否大于整体' },
  units: { name: '单位异常', question: '有没有差 10 倍到 1 万倍、像是单位填错的数' },
  duplicates: { name: '重复', question: '同一企业、同一个数是否出现了两次' },
  sources: { name: '两处不同', question: '同一指标的两个来源是否说得不一样' },
  values: { name: '可疑数值', question: '不该为零、不该为负的数，定位与挂链是否够用' },
}

export interface FindingNumber {
  label: string
  value: string | null
  unit: string
  /** null: as it is. */
  decimals: number | null
  suppressed: Suppression | null
  ref: string | null
}

export interface Finding {
  /** The same of the same data. */
  id: string
  check: CheckId
  severity: Severity
  weight: number
  title: string
  regions: { code: string; name: string }[]
  indicator: { id: string; name: string } | null
  period: string | null
  enterprise: { creditCode: string; name: string } | null
  batch: { id: string; fileName: string; row: number | null } | null
  numbers: FindingNumber[]
  why: string
  remedy: string
  link: { kind: LinkKind; target: string | null; region: string | null; text: string }
}

/** What a check looked at and found; `findings` may be fewer than `found`. */
export interface CheckPart {
  check: CheckId
  what: string
  /** How many things were looked at; none = 无可检查. */
  items: number
  unit: string
  /** Why nothing, or not all of it, was looked at. */
  note: string | null
  findings: Finding[]
  found: number
}

const BASE: Record<Severity, number> = { red: 20_000, amber: 10_000, note: 0 }
/** A wrong number is worse than one that is missing, and that worse than an old one, of which all know the year. */
const PRIORITY: Record<CheckId, number> = {
  units: 6,
  totals: 5,
  values: 4,
  sources: 3,
  duplicates: 2,
  coverage: 1,
  stale: 0,
}
const STEP = 1000

/** Severity first, then the kind of fault, then how much is concerned (regions, enterprises, per cent). */
export const weightOf = (severity: Severity, check: CheckId, extra: number): number =>
  BASE[severity] + PRIORITY[check] * STEP + Math.max(0, Math.min(STEP - 1, extra))

/** The heaviest first; of one weight in the order of the checks, then by id, so that two runs agree. */
export function byWeight(a: Finding, b: Finding): number {
  return b.weight - a.weight || CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check) || (a.id < b.id ? -1 : 1)
}

type Draft = Pick<Finding, 'id' | 'check' | 'severity' | 'title' | 'why' | 'remedy' | 'link'> &
  Partial<Finding> & { extra?: number }

/** A finding with its weight and its blanks filled in. */
export function finding({ extra = 0, ...draft }: Draft): Finding {
  return {
    regions: [],
    indicator: null,
    period: null,
    enterprise: null,
    batch: null,
    numbers: [],
    ...draft,
    weight: weightOf(draft.severity, draft.check, extra),
  }
}

/** A part that lists all it found. */
export const part = (
  check: CheckId,
  what: string,
  counted: { items: number; unit: string; note?: string | null },
  findings: Finding[],
): CheckPart => ({
  check,
  what,
  items: counted.items,
  unit: counted.unit,
  note: counted.note ?? null,
  findings,
  found: findings.length,
})

export const plainNumber = (
  label: string,
  value: string | null,
  unit: string,
  decimals: number | null = null,
): FindingNumber => ({
  label,
  value,
  unit,
  decimals,
  suppressed: null,
  ref: null,
})

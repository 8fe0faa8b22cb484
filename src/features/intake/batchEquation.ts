import type { BatchCounts, Verdict } from '@contract/batches'
import { LOCATED_LABEL, VERDICT_LABEL } from './batchWords'

export interface EquationTerm {
  verdict: Verdict
  label: string
  count: number
  /** What this part of the rows means for the user. */
  meaning: string
}

const MEANING: Record<Verdict, string> = {
  accepted: '发布后进入数据库',
  quarantined: '需人工核对，放行后才进入数据库',
  rejected: '不进入数据库，改正后可重新导入',
  duplicate: '与文件内前面的行相同，只取一次',
}

/** 行数 = 接收 + 待核验 + 退回 + 重复, in this order. */
export function equationTerms(counts: BatchCounts): EquationTerm[] {
  const count: Record<Verdict, number> = {
    accepted: counts.accepted,
    quarantined: counts.quarantined,
    rejected: counts.rejected,
    duplicate: counts.duplicates,
  }
  return (Object.keys(MEANING) as Verdict[]).map((verdict) => ({
    verdict,
    label: VERDICT_LABEL[verdict],
    count: count[verdict],
    meaning: MEANING[verdict],
  }))
}

/** Every row read is in exactly one term; anything else must be shown as a fault, never hidden. */
export function addsUp(counts: BatchCounts): boolean {
  return counts.rows === equationTerms(counts).reduce((sum, { count }) => sum + count, 0)
}

export interface LocatedPart {
  by: keyof BatchCounts['located']
  label: string
  count: number
  hint: string
}

const LOCATED_HINT: Record<keyof BatchCounts['located'], string> = {
  declared: '文件里写明的区县，最可靠',
  address: '由注册地址判断',
  code: '由信用代码里的登记机关判断，最弱：企业迁址后不变，仅作参考',
  none: '没有区县，不计入任何区县的数字',
}

/** 区县来源, strongest first. */
export function locatedParts({ located }: BatchCounts): LocatedPart[] {
  return (Object.keys(LOCATED_HINT) as LocatedPart['by'][]).map((by) => ({
    by,
    label: LOCATED_LABEL[by],
    count: located[by],
    hint: LOCATED_HINT[by],
  }))
}

/** Share as a whole percent; a part that is not nothing never reads 0 %, one that is not all never 100 %. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0%'
  const percent = (part / whole) * 100
  if (percent < 1) return '不足1%'
  return percent > 99 && part < whole ? '99%以上' : `${Math.round(percent)}%`
}

import type { EnterpriseDetail, EnterpriseRow } from '@contract/enterprises'
import type { Choice } from '@/stores/viewWords'

/** How sure the county of an enterprise is; 信用代码 is the weakest source. */
export const LOCATED_NAMES: Record<EnterpriseRow['locatedBy'], string> = {
  declared: '申报区县',
  address: '按地址判断',
  code: '按信用代码登记机关判断，仅供参考',
  none: '未定位',
}

/** 坐标 123.429100, 41.796800（CGCS2000；原为 GCJ-02）. */
export function pointText(point: EnterpriseDetail['point']): string {
  if (point === null) return '未提供坐标'
  const given = point.givenAs === 'CGCS2000' ? '' : `；原为 ${point.givenAs}`
  return `${point.lng.toFixed(6)}, ${point.lat.toFixed(6)}（CGCS2000${given}）`
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

export function confidenceText(confidence: number): string {
  if (confidence >= 0.8) return '把握较大'
  return confidence >= 0.5 ? '把握中等' : '把握较小，建议核对'
}

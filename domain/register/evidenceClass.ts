/** 证据类别: how sure a supply relation is. */
export const EVIDENCE_CLASSES = ['declared', 'contract', 'tender', 'estimated', 'unstated'] as const
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number]

export const EVIDENCE_NAMES: Record<EvidenceClass, string> = {
  declared: '申报',
  contract: '合同',
  tender: '招投标推断',
  estimated: '推算',
  unstated: '未注明',
}

/** In this order: 招投标推断 is no 推算, 按合同推算 is no 合同. */
const SIGNS: readonly [RegExp, EvidenceClass][] = [
  [/招投标推断|招标推断|中标推断/u, 'tender'],
  [/推算|推断|推测|估计|估算|测算|\b(?:estimated?|inferred)\b/iu, 'estimated'],
  [/合同|订单|签约|签署|签订|购销|协议|\b(?:contract|order|agreement)\b/iu, 'contract'],
  [/招标|中标|投标|成交公告|\b(?:tender|bid)\b/iu, 'tender'],
  [/申报|自报|填报|上报|报送|\bdeclared\b/iu, 'declared'],
]

/** The class of what stands under 依据. */
export function evidenceClass(text: string | null): EvidenceClass {
  if (text === null) return 'unstated'
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'unstated'
}

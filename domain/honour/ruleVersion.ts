/** 认定办法版本 of the 优质中小企业梯度培育 titles. */
export const RULE_VERSIONS = ['V2022', 'V2026'] as const
export type RuleVersion = (typeof RULE_VERSIONS)[number]

export const RULE_DOCUMENTS: Record<RuleVersion, string> = {
  V2022: '工信部企业〔2022〕63号',
  V2026: '工信部企业〔2026〕2号',
}

/** The first day on which a version applies. 63 号文 is dated 2022-06-01; what was granted before follows neither. */
const FIRST_DAYS: Record<RuleVersion, string> = { V2022: '2022-06-01', V2026: '2026-04-01' }

/** The version under which an application is judged on a day; days before the first version are judged by it. */
export const ruleVersionOn = (day: string): RuleVersion => (day >= FIRST_DAYS.V2026 ? 'V2026' : 'V2022')

/** The version under which a title was granted; null before there was any. */
export const grantedUnder = (issuedOn: string): RuleVersion | null =>
  issuedOn < FIRST_DAYS.V2022 ? null : ruleVersionOn(issuedOn)

export const firstDayOf = (version: RuleVersion): string => FIRST_DAYS[version]

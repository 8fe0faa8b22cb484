import { honourTier, type HonourTier } from '../register/honourTier'
import { dayAfterYears } from './days'
import { grantedUnder, type RuleVersion } from './ruleVersion'

/** 状态 as a list states it. */
export const HONOUR_STATUSES = ['valid', 'reviewed', 'lapsed', 'revoked'] as const
export type HonourStatus = (typeof HONOUR_STATUSES)[number]

export const STATUS_WORDS: Record<HonourStatus, string> = {
  valid: '有效',
  reviewed: '复核通过',
  lapsed: '到期',
  revoked: '撤销',
}

/** What follows from a row of a 荣誉名单; null is what the row leaves open. */
export interface HonourFacts {
  tier: HonourTier
  level: string | null
  ruleVersion: RuleVersion | null
  status: HonourStatus | null
  validFrom: string | null
  validTo: string | null
  /** validTo is 认定日期 + 3 years by the rule, not a date of the list. */
  isDerived: boolean
  note: string | null
}

interface HonourRow {
  title: string
  level: string | null
  status: string | null
  issuedOn: string | null
  validFrom: string | null
  validTo: string | null
  /** Six digits: some titles are defined province by province. */
  province: string
}

/** Years that a title holds by its rule. 瞪羚 differs by province; of the configured ones 辽宁 says three. */
const TERM_YEARS = 3
const LIAONING = '210000'

export function honourFacts(row: HonourRow): HonourFacts {
  const tier = honourTier(row.title)
  const validTo = row.validTo ?? derivedEnd(row, tier)
  const status = row.status === null ? null : readStatus(row.status)
  const notes = [
    ...(/示范(?:企业|产品)|单项冠军产品/u.test(row.title) && tier === 'champion'
      ? ['2023 年以前的示范企业、示范产品，按单项冠军企业计']
      : []),
    ...(row.validTo === null && validTo !== null ? ['有效期止按认定日期加三年推算'] : []),
    ...(row.status !== null && status === null ? [`状态“${row.status}”无法识别，按有效期判定`] : []),
  ]
  return {
    tier,
    level: readLevel(row.level, row.title, tier),
    ruleVersion: isGraded(tier) && row.issuedOn !== null ? grantedUnder(row.issuedOn) : null,
    status,
    validFrom: row.validFrom ?? row.issuedOn,
    validTo,
    isDerived: row.validTo === null && validTo !== null,
    note: notes.length > 0 ? notes.join('；') : null,
  }
}

/** 单项冠军 and 瞪羚 have rules of their own. */
const isGraded = (tier: HonourTier) => tier === 'innovative' || tier === 'specialised' || tier === 'little-giant'

function derivedEnd({ title, issuedOn, province }: HonourRow, tier: HonourTier): string | null {
  const hasTerm = tier === 'other' ? /高新技术企业/u.test(title) : tier === 'gazelle' ? province === LIAONING : true
  return issuedOn !== null && hasTerm ? dayAfterYears(issuedOn, TERM_YEARS) : null
}

const LEVELS: readonly [RegExp, string][] = [
  [/国家|部级|全国|工信部|工业和信息化部/u, '国家'],
  [/省|自治区|直辖市/u, '省'],
  [/区县|县级|区级/u, '区县'],
  [/市/u, '市'],
]

const levelIn = (text: string) => LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null

const LEVEL_OF: Partial<Record<HonourTier, string>> = {
  'little-giant': '国家',
  champion: '国家',
  specialised: '省',
  innovative: '省',
}

/** The column says it, or the title does, or the programme has one level only; other words stay as they are. */
function readLevel(written: string | null, title: string, tier: HonourTier): string | null {
  return (written && (levelIn(written) ?? written)) || levelIn(title) || (LEVEL_OF[tier] ?? null)
}

const STATUSES: readonly [RegExp, HonourStatus][] = [
  [/撤销|取消|撤消|吊销|移出/u, 'revoked'],
  [/复核(?:未|不)(?:通过|合格)|未通过|不合格|到期|过期|失效|未复核|无效/u, 'lapsed'],
  [/复核(?:通过|合格)|通过|合格/u, 'reviewed'],
  [/有效|在有效期|正常|认定/u, 'valid'],
]

export const readStatus = (text: string): HonourStatus | null =>
  STATUSES.find(([pattern]) => pattern.test(text.replace(/\s/gu, '')))?.[1] ?? null

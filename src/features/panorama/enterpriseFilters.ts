import type { EnterpriseQuery } from '@contract/enterprises'
import type { Choice } from '@/stores/viewWords'
import { HONOUR_CHOICES, type HonourChoice } from './panoramaWords'

/** Stands for "no filter" in a native select. */
export const EVERY = 'every'

type Sort = NonNullable<EnterpriseQuery['sort']>

export interface EnterpriseFilters {
  sort: Sort
  honour: HonourChoice | typeof EVERY
  county: string
  leaderOnly: boolean
  q: string
}

const SORT_CHOICES: Choice<Sort>[] = [
  { value: 'revenue', label: '按营业收入' },
  { value: 'confidence', label: '按挂链把握' },
  { value: 'name', label: '按名称' },
  { value: 'code', label: '按信用代码' },
]

/** An order by revenue would tell a visitor who has more. */
export const sortChoices = (seesUnits: boolean) => SORT_CHOICES.filter(({ value }) => seesUnits || value !== 'revenue')

export const HONOUR_FILTER: Choice<HonourChoice | typeof EVERY>[] = [
  { value: EVERY, label: '全部称号' },
  ...HONOUR_CHOICES,
]

/** The part of the query that the filters make; a filter that is off is not sent. */
export function enterpriseFilters({
  sort,
  honour,
  county,
  leaderOnly,
  q,
}: EnterpriseFilters): Partial<EnterpriseQuery> {
  return {
    sort,
    ...(honour !== EVERY && { honour }),
    ...(county !== EVERY && { county }),
    ...(leaderOnly && { leader: 'yes' as const }),
    ...(q !== '' && { q }),
  }
}

import type { MatchingReport, NameQuery, NameRow } from '@contract/supplyNames'
import { countText } from '@/lib/format'

export type NameState = NonNullable<NameQuery['state']>

export const STATE_CHOICES: { value: NameState; label: string }[] = [
  { value: 'asked', label: '待确认' },
  { value: 'outside', label: '库外' },
  { value: 'decided', label: '已决定' },
]

export const STATE_WORDS: Record<MatchingReport['rows'][number]['status'], string> = {
  matched: '在库',
  asked: '待确认',
  outside: '库外',
}

/** What 库外 means: nothing is dropped. */
export const OUTSIDE_MEANING =
  '库外：供应关系文件里有这个名称，企业名录里没有这家（省外企业，或还没入库）。它作为库外企业留在网络里，供应关系和金额一条不少，只是不知道在哪个县、哪个环节；名录补进来后会再匹配。'

export interface MatchedSum {
  status: MatchingReport['rows'][number]['status']
  parties: number
  /** Parts of all names, in percent with one decimal. */
  percent: string
}

/** 在库 / 待确认 / 库外 over all ways of matching. */
export function matchedSums({ rows }: Pick<MatchingReport, 'rows'>): MatchedSum[] {
  const all = rows.reduce((sum, { parties }) => sum + parties, 0)
  return (['matched', 'asked', 'outside'] as const).map((status) => {
    const parties = rows.filter((row) => row.status === status).reduce((sum, row) => sum + row.parties, 0)
    return { status, parties, percent: all === 0 ? '—' : `${((parties / all) * 100).toFixed(1)}%` }
  })
}

/** 供方 3 条 · 需方 1 条. */
export function relationWords({ asSupplier, asBuyer }: Pick<NameRow, 'asSupplier' | 'asBuyer'>): string {
  const parts = [
    ...(asSupplier > 0 ? [`供方 ${countText(asSupplier)} 条`] : []),
    ...(asBuyer > 0 ? [`需方 ${countText(asBuyer)} 条`] : []),
  ]
  return parts.join(' · ') || '没有供应关系'
}

export const decisionWords = ({ decision }: Pick<NameRow, 'decision'>): string =>
  decision === null ? '' : decision.creditCode === null ? '都不在库内' : `是 ${decision.name ?? decision.creditCode}`

/** Names decided of all that needed a person; null while either is not known. */
export function progressOf(decided: number | null, asked: number | null): { ratio: number; words: string } | null {
  if (decided === null || asked === null || decided + asked === 0) return null
  const words = `已决定 ${countText(decided)} 个，还有 ${countText(asked)} 个待确认`
  return { ratio: decided / (decided + asked), words }
}

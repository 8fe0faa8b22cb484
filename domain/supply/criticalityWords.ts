import type { Gap } from './criticalLinks'
import type { Criticality } from './criticality'
import { percentWords } from './percentWords'

/** 断点 in the words of a mark; '' where it is none. */
export const GAP_WORDS: Record<Gap, string> = { none: '', single: '断点：单一来源', empty: '断点：空缺' }

/** Rank before and after 纠偏: 8 → 1（升 7）, 1 → 12（降 11）, 5 → 5. */
export function rankWords({ rankBefore, rankAfter }: { rankBefore: number; rankAfter: number }): string {
  const move = rankBefore - rankAfter
  return `${rankBefore} → ${rankAfter}${move === 0 ? '' : move > 0 ? `（升 ${move}）` : `（降 ${-move}）`}`
}

const shareWords = (share: number) => (Number.isNaN(share) ? '供给占比未知' : `供给占比 ${percentWords(share, 0)}`)

/** 「供给占比 62%，但省内有 7 家可替代，降为一般」; why an entry stands where it stands. */
export function criticalityWords(
  {
    supplyShare,
    substitutes,
    isDemoted,
    missing,
  }: Pick<Criticality, 'supplyShare' | 'substitutes' | 'isDemoted' | 'missing'>,
  gap: Gap = 'none',
): string {
  if (gap === 'empty') return '有需求而本地区无人供货，属断点'
  if (gap === 'single') return `${shareWords(supplyShare)}，只有一家供货，属断点`
  const uncounted = missing.includes('betweenness') ? '（未计中介中心度）' : ''
  if (isDemoted) return `${shareWords(supplyShare)}，但省内有 ${substitutes} 家可替代，降为一般${uncounted}`
  if (substitutes === 0) return `${shareWords(supplyShare)}，省内无可替代企业${uncounted}`
  return `${shareWords(supplyShare)}，省内仅 ${substitutes} 家可替代，不降级${uncounted}`
}

import type { KnockOut } from '@contract/knockOut'
import { atRiskBySide } from '@domain/supply/atRiskBySide'
import { amountText } from '@/features/supply/amountText'

/** One of the two parts of 风险收入合计, and what it rests on. */
export interface MoneyLine {
  id: 'lostOrders' | 'shortage'
  label: string
  text: string
  basis: string
}

/** How the two parts come to add up to the whole. */
export const BOTH_RULE = '两边都波及的企业取较大的一个，计入下游缺料。'

/** Known trades and an upper bound, told apart: their sum is neither. */
export function moneyLines({ atRiskWan, byTier, assumptions }: Pick<KnockOut, 'atRiskWan' | 'byTier' | 'assumptions'>) {
  const { lostOrdersWan, shortageWan, hasBoth } = atRiskBySide(atRiskWan, byTier)
  const passed = assumptions.passUp > 0 && assumptions.tiers > 1 ? `，再按 α=${assumptions.passUp} 逐级传导` : ''
  const lines: MoneyLine[] = [
    { id: 'lostOrders', label: '上游断单', text: amountText(lostOrdersWan), basis: `按已知供货额，线性${passed}` },
    {
      id: 'shortage',
      label: '下游缺料',
      text: amountText(shortageWan),
      basis: `上限：最缺的一种投入决定产出，不计库存${hasBoth ? '；含两边都波及的' : ''}`,
    },
  ]
  return lines
}

/** 上游断单 4,365万（按已知供货额，线性）. */
export const moneyWords = ({ label, text, basis }: MoneyLine): string => `${label} ${text}（${basis}）`

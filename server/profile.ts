import type { StrengthRule } from '@domain/chain/strength'

/** 省级配置 (packs/<province>/profile.json): parameters, never branches in code. */
export interface Profile {
  code: string
  name: string
  isDefault: boolean
  /** Ids of the chains this province works with, in the order of its own plans. */
  chains: string[]
  moneyUnit: '亿元' | '万元'
  strength: StrengthRule
  /** 数据来源 of the parameters above, printed with the 口径. */
  notes: string[]
}

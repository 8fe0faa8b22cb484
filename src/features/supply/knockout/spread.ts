import type { KnockOutAssumptions } from '@contract/knockOut'
import { DEFAULTS } from './assumptionFields'

/** 传导: only who trades with what stops, from tier to tier in full (an upper bound), or by α and β of one's own. */
export type Spread = 'direct' | 'full' | 'own'

export const SPREAD_CHOICES: readonly { value: Spread; label: string }[] = [
  { value: 'direct', label: '只算直接' },
  { value: 'full', label: '逐级传导（上限）' },
  { value: 'own', label: '自定' },
]

type Passing = Pick<KnockOutAssumptions, 'passUp' | 'passDown'>

export function spreadOf({ passUp, passDown }: Passing): Spread {
  if (passUp === 0 && passDown === 0) return 'direct'
  return passUp === 1 && passDown === 1 ? 'full' : 'own'
}

/** In full it goes as far as it may: a single tier would be the direct effects again. */
export function withSpread(assumptions: KnockOutAssumptions, spread: 'direct' | 'full'): KnockOutAssumptions {
  const pass = spread === 'full' ? 1 : 0
  const tiers = spread === 'full' && assumptions.tiers === 1 ? DEFAULTS.tiers : assumptions.tiers
  return { ...assumptions, passUp: pass, passDown: pass, tiers }
}

/** Whether nobody beyond those who trade with what stops was looked at. */
export const isDirect = (assumptions: Passing & Pick<KnockOutAssumptions, 'tiers'>): boolean =>
  assumptions.tiers === 1 || spreadOf(assumptions) === 'direct'

/** 只算直接影响（α=β=0）: how far a run went, beside its numbers. */
export function spreadWords(assumptions: KnockOutAssumptions): string {
  const { passUp, passDown, tiers } = assumptions
  const spread = spreadOf(assumptions)
  if (spread === 'direct') return '只算直接影响（α=β=0）'
  if (tiers === 1) return '只算直接影响（至多 1 级）'
  return spread === 'full' ? '逐级传导的上限（α=β=1）' : `逐级传导（α=${passUp}，β=${passDown}）`
}

/** What is known of how long a firm can do without, and how long it needs; in days, null = not reported. */
export interface Endurance {
  /** 可维持天数 TTS: how long customers can be served with the firm out of action. */
  tts: number | null
  /** 恢复天数 TTR: how long the firm needs to work as before. */
  ttr: number | null
}

export interface Exposure {
  /** exposed = TTS < TTR (C-17). */
  verdict: 'exposed' | 'covered' | 'unknown'
  missing: readonly ('TTR' | 'TTS')[]
  /** TTR − TTS in days, below 0 = days to spare; null = not known. */
  gap: number | null
  /** The verdict would be another with a TTR that is 30 % off: firms are optimistic about it. */
  isClose: boolean
}

const TTR_ERROR = 0.3

/** Days are never made up: with either missing the verdict is unknown. Throws a RangeError for days below 0. */
export function exposureOf({ tts, ttr }: Endurance): Exposure {
  for (const days of [tts, ttr]) if (days !== null && !(days >= 0)) throw new RangeError(`days: ${days}`)
  if (tts === null || ttr === null) {
    const missing = [ttr === null ? ('TTR' as const) : [], tts === null ? ('TTS' as const) : []].flat()
    return { verdict: 'unknown', missing, gap: null, isClose: false }
  }
  const isExposed = tts < ttr
  const other = ttr * (isExposed ? 1 - TTR_ERROR : 1 + TTR_ERROR)
  return {
    verdict: isExposed ? 'exposed' : 'covered',
    missing: [],
    gap: ttr - tts,
    isClose: tts < other !== isExposed,
  }
}

/** 「缺 TTR/TTS」, 「TTS < TTR，缺口 25 天」, 「TTS ≥ TTR，富余 5 天（TTR 偏差 30% 即会改变）」. */
export function exposureWords({ missing, verdict, gap, isClose }: Exposure): string {
  if (verdict === 'unknown' || gap === null) return `缺 ${missing.join('/')}`
  const close = isClose ? '（TTR 偏差 30% 即会改变）' : ''
  return verdict === 'exposed' ? `TTS < TTR，缺口 ${gap} 天${close}` : `TTS ≥ TTR，富余 ${Math.abs(gap)} 天${close}`
}

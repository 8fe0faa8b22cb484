import { COUNTRY, provinceOf } from '@/stores/viewIntentions'

/** The province that maps and the list of regions begin with: the one looked at, unless everyone compared is elsewhere. */
export function homeProvince(region: string, compared: readonly string[], fallback: string): string {
  const own = provinceOf(region)
  const isElsewhere = compared.length > 0 && compared.every((code) => provinceOf(code) !== own)
  if (own !== COUNTRY && !isElsewhere) return own
  return compared[0] === undefined ? fallback : provinceOf(compared[0])
}

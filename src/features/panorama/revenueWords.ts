import type { Figures } from '@contract/panorama'
import { LOCKED_TEXT } from '@/lib/lockInk'
import { shownRevenue } from '@/lib/shownFigures'

type Revenue = Pick<Figures, 'revenueWan' | 'revenueSuppressed'>

/** 营业收入 as a canvas writes it: 96.4亿, 营收未报送, or a lock and 不公布. */
export function revenueInk(figures: Revenue): string {
  const { look, text } = shownRevenue(figures)
  if (look === 'suppressed') return LOCKED_TEXT
  return look === 'missing' ? `营收${text}` : text
}

/** The same as it is read out. */
export function revenueSpoken(figures: Revenue): string {
  const { look, text } = shownRevenue(figures)
  return look === 'suppressed' || look === 'missing' ? `营收${text}` : text
}

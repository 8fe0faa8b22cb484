import { roundedRect } from '@/lib/ink'
import type { CardScene } from './cardScene'

/** What the bar leaves free above and below, and in the middle of a 断点, as parts of the card's height. */
const MARGIN = 0.1
const BREAK = 0.16

/** 供应关键 as a bar on the card's left edge; that of a 断点 is broken, that of the first ranks twice as wide. */
export function paintSupplyBar({ brush: { ctx, height }, card: { supply }, theme }: CardScene) {
  if (!supply) return
  const width = Math.max(2.5, Math.min(8, height * 0.07)) * (supply.isCritical ? 1.7 : 1)
  const [top, length] = [height * MARGIN, height * (1 - 2 * MARGIN)]
  const gap = height * BREAK
  const parts = supply.isGap
    ? [
        [top, (length - gap) / 2],
        [top + (length + gap) / 2, (length - gap) / 2],
      ]
    : [[top, length]]
  ctx.fillStyle = theme.supply
  for (const [y = 0, tall = 0] of parts) {
    roundedRect(ctx, -width / 2, y, width, tall, Math.min(width / 2, 2))
    ctx.fill()
  }
}

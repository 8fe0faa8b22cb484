import type { Box } from '@/graph/scene'

export type Direction = 'left' | 'right' | 'up' | 'down'

interface NamedBox extends Box {
  id: string
}

/** Sideways distance counts this much more than distance straight ahead. */
const SIDEWAYS = 2.2

const centre = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** The card an arrow key leads to: the nearest one in that direction, straight ahead before aside. */
export function cardTowards(cards: Iterable<NamedBox>, from: NamedBox, direction: Direction): string | null {
  const start = centre(from)
  let best: { id: string; cost: number } | null = null
  for (const card of cards) {
    if (card.id === from.id) continue
    const end = centre(card)
    const horizontal = direction === 'left' || direction === 'right'
    const sign = direction === 'right' || direction === 'down' ? 1 : -1
    const ahead = (horizontal ? end.x - start.x : end.y - start.y) * sign
    const aside = Math.abs(horizontal ? end.y - start.y : end.x - start.x)
    if (ahead <= 1) continue
    const cost = ahead + aside * SIDEWAYS
    if (!best || cost < best.cost) best = { id: card.id, cost }
  }
  return best?.id ?? null
}

import type { Point } from '@/graph/camera'
import type { NetworkModel } from './networkModel'
import type { SceneNode } from './networkScene'

export type Direction = 'left' | 'right' | 'up' | 'down'

const AHEAD: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}
/** Sideways distance counts this much more than distance straight ahead. */
const SIDEWAYS = 2.2
/** Relations lead within this slope to either side; steeper ones belong to the other two keys. */
const SLOPE = 1

/**
 * Where an arrow key leads: to the heaviest trading partner that lies that way, otherwise to the nearest node there: along
 * the tier with the two keys, from tier to tier with the other two. Stays where nothing lies ahead.
 */
export function stepTowards(model: NetworkModel, from: SceneNode, direction: Direction): SceneNode {
  const { x, y } = AHEAD[direction]
  const ahead = (node: SceneNode) => (node.x - from.x) * x + (node.y - from.y) * y
  const aside = (node: SceneNode) => Math.abs((node.x - from.x) * y - (node.y - from.y) * x)
  const partners = model
    .edgesOf(from.id)
    .map(({ source, target }) => (source === from ? target : source))
    .filter((node) => ahead(node) > 1 && aside(node) <= ahead(node) * SLOPE)
  const partner = partners.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))[0]
  if (partner && (direction === 'left' || direction === 'right')) return partner
  let best = from
  let least = Infinity
  for (const node of model.nodes) {
    const forward = ahead(node)
    if (node === from || forward <= 1) continue
    const cost = forward + aside(node) * SIDEWAYS
    if (cost < least) [best, least] = [node, cost]
  }
  return best
}

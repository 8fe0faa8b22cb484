import { widthInEm } from '@/lib/ink'
import type { SceneGuide, SceneNode } from './networkScene'
import { screenRadius, type NetworkView } from './networkView'

/** Sizes of names in pixels of a usual screen: of firms, of 链主, of the 链主 looked at. */
export const NAME_SIZES = { plain: 12, star: 13.5, lead: 16 }
const LONGEST_EM = 14
/** A name cut shorter than this, … included, tells nobody apart. */
const SHORTEST_CUT = 4
/** Free pixels on both sides of a name in a row. */
const AROUND = 8
const LEAD_RADIUS = 18

/** The 链主 in the middle: its name stands below it. */
export const isLead = ({ mark, radius }: Pick<SceneNode, 'mark' | 'radius'>): boolean =>
  mark === 'star' && radius >= LEAD_RADIUS

export function nameSize(node: Pick<SceneNode, 'mark' | 'radius'>): number {
  if (node.mark !== 'star') return NAME_SIZES.plain
  return isLead(node) ? NAME_SIZES.lead : NAME_SIZES.star
}

/** Pixels of a usual screen that a name takes beside its disc; nothing for the 链主 in the middle. */
export function nameWidth(node: Pick<SceneNode, 'label' | 'mark' | 'radius'>): number {
  return isLead(node) ? 0 : Math.min(LONGEST_EM, widthInEm(node.label)) * nameSize(node) + AROUND
}

/** The name as far as `em` reach, with … for the rest; null where too little would be left. */
export function cutName(label: string, em = Infinity): string | null {
  const most = Math.min(LONGEST_EM, em)
  if (widthInEm(label) <= most) return label
  const characters = [...label]
  while (characters.length > 0 && widthInEm(characters.join('')) > most - 1) characters.pop()
  return characters.length + 1 < SHORTEST_CUT ? null : `${characters.join('')}…`
}

/**
 * How many pixels are free for the name of each disc: in columns up to the next disc of the row, for the 链主 in the middle as
 * many as lie between the columns beside its own; elsewhere any.
 */
export function roomInRows(guides: readonly SceneGuide[], view: NetworkView): (node: SceneNode) => number {
  const columns = guides.filter((guide) => guide.kind === 'column')
  const { zoom } = view.camera
  return (node) => {
    const own = columns.find(({ x, width }) => node.x >= x && node.x <= x + width)
    if (own?.pitch === undefined) return Infinity
    if (!isLead(node)) {
      const cell = node.room === undefined ? own.pitch : 2 * node.radius + node.room
      return cell * zoom - 2 * screenRadius(node.radius, view) - AROUND * view.scale
    }
    const sides = columns
      .map(({ x, width }) => (x > node.x ? x - node.x : node.x - x - width))
      .filter((side) => side > 0)
    return 2 * Math.min(Infinity, ...sides) * zoom - AROUND * view.scale
  }
}

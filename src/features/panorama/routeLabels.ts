import type { SceneItem } from '@/graph/scene'
import type { Anchor, EdgeRoute } from './chainEdges'
import type { PanoramaView } from './panoramaGraph'
import type { PanoramaPaint } from './panoramaPaint'

const LABEL_HEIGHT = 18
/** Characters a label may show before it is cut; product names are rarely longer. */
const LABEL_CHARACTERS = 12

interface Placed {
  route: EdgeRoute
  anchor: Anchor
  y: number
}

/** Product names on the focused node's own edges, at the end away from the focus, pushed apart where they would overlap. */
export function labelItems(view: PanoramaView, z: number): SceneItem<PanoramaPaint>[] {
  const { focus, layout } = view
  if (!focus) return []
  const height = Math.max(17, LABEL_HEIGHT * layout.unit)
  const columns = new Map<string, Placed[]>()
  for (const route of view.routes) {
    if (focus.set.edges.get(route.index) !== 1 || !route.edge.product) continue
    const anchor = route.to.id === focus.id ? route.exit : route.entry
    const key = `${Math.round(anchor.x)}|${anchor.side}`
    const column = columns.get(key) ?? []
    column.push({ route, anchor, y: anchor.y - height / 2 })
    columns.set(key, column)
  }
  return [...columns.values()].flatMap((column) => {
    spread(column, height + 2 * layout.unit, layout.height)
    return column.map((placed) => labelItem(placed, height, view, z))
  })
}

/** Pushes labels down from the top, then back up from the bottom: order is kept, none overlap while there is room. */
export function spread(labels: { y: number }[], pitch: number, bottom: number) {
  labels.sort((a, b) => a.y - b.y)
  labels.forEach((label, i) => {
    if (i > 0) label.y = Math.max(label.y, labels[i - 1]!.y + pitch)
  })
  for (let i = labels.length - 1; i >= 0; i--) {
    const limit = i === labels.length - 1 ? bottom - pitch : labels[i + 1]!.y - pitch
    labels[i]!.y = Math.min(labels[i]!.y, limit)
  }
}

function labelItem(
  { route, anchor, y }: Placed,
  height: number,
  view: PanoramaView,
  z: number,
): SceneItem<PanoramaPaint> {
  const { layout, mode } = view
  const characters = [...route.edge.product]
  const text =
    characters.length > LABEL_CHARACTERS ? `${characters.slice(0, LABEL_CHARACTERS - 1).join('')}…` : route.edge.product
  const width = Math.min(layout.gutter * 0.92, ([...text].length * 0.66 + 0.9) * height)
  const gap = 5 * layout.unit
  const missing = route.edge.broken
  return {
    id: `label:${route.index}`,
    x: anchor.side === 'right' ? anchor.x + gap : anchor.x - gap - width,
    y,
    width,
    height,
    z,
    paint: { kind: 'label', mode, unit: layout.unit, text, strength: missing ? 'missing' : 'fair', side: anchor.side },
  }
}

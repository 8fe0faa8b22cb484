import type { Point } from '@/graph/camera'
import type { Box } from '@/graph/scene'
import { controlPoint } from './edgeShape'
import { DEFAULT_BEND, type NetworkScene, type SceneEdge, type SceneGuide, type SceneNode } from './networkScene'
import { gridOf, type NodeGrid } from './nodeGrid'

/** A relation with its ends and its curve worked out; world units. */
export interface PlacedEdge extends SceneEdge {
  source: SceneNode
  target: SceneNode
  control: Point
  left: number
  top: number
  right: number
  bottom: number
}

/** A scene prepared for painting and asking: built once a scene, read every frame. */
export interface NetworkModel {
  nodes: readonly SceneNode[]
  edges: readonly PlacedEdge[]
  guides: readonly SceneGuide[]
  /** All discs and guides. */
  bounds: Box
  /** Nodes by weight, the first to be labelled first. */
  ranked: readonly SceneNode[]
  largest: number
  nodeOf: (id: string) => SceneNode | undefined
  edgeOf: (id: string) => PlacedEdge | undefined
  edgesOf: (id: string) => readonly PlacedEdge[]
  grid: NodeGrid
}

/** Edges with an unknown end are left out: there is nowhere to draw them to. */
export function networkModel({ nodes, edges, guides }: NetworkScene): NetworkModel {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const touching = new Map<string, PlacedEdge[]>()
  const placed: PlacedEdge[] = []
  const edgeById = new Map<string, PlacedEdge>()
  const touch = (id: string, edge: PlacedEdge) => {
    const known = touching.get(id)
    if (known) known.push(edge)
    else touching.set(id, [edge])
  }
  for (const edge of edges) {
    const source = byId.get(edge.from)
    const target = byId.get(edge.to)
    if (!source || !target || source === target) continue
    const made = placedEdge(edge, source, target)
    placed.push(made)
    edgeById.set(edge.id, made)
    touch(edge.from, made)
    touch(edge.to, made)
  }
  const discs = boundsOf(nodes)
  return {
    nodes,
    edges: placed,
    guides,
    bounds: withGuides(discs, guides),
    ranked: [...nodes].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    largest: nodes.reduce((most, { radius }) => Math.max(most, radius), 0),
    nodeOf: (id) => byId.get(id),
    edgeOf: (id) => edgeById.get(id),
    edgesOf: (id) => touching.get(id) ?? [],
    grid: gridOf(nodes, discs),
  }
}

function placedEdge(edge: SceneEdge, source: SceneNode, target: SceneNode): PlacedEdge {
  const control = controlPoint(source, target, edge.bend ?? DEFAULT_BEND)
  // Written out: spreading twelve thousand objects takes longer than all the rest of the model.
  const { id, from, to, width, dashed, tone, bend } = edge
  return {
    id,
    from,
    to,
    width,
    dashed,
    tone,
    bend,
    source,
    target,
    control,
    left: Math.min(source.x, target.x, control.x),
    top: Math.min(source.y, target.y, control.y),
    right: Math.max(source.x, target.x, control.x),
    bottom: Math.max(source.y, target.y, control.y),
  }
}

function boundsOf(nodes: readonly SceneNode[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, radius } of nodes) {
    left = Math.min(left, x - radius)
    top = Math.min(top, y - radius)
    right = Math.max(right, x + radius)
    bottom = Math.max(bottom, y + radius)
  }
  if (nodes.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Guides reach past the discs: the names of sectors stand outside, titles of columns above. */
function withGuides(discs: Box, guides: readonly SceneGuide[]): Box {
  let [left, top, right, bottom] = [discs.x, discs.y, discs.x + discs.width, discs.y + discs.height]
  for (const guide of guides) {
    if (guide.kind === 'column') {
      left = Math.min(left, guide.x)
      right = Math.max(right, guide.x + guide.width)
    } else if (guide.kind === 'ring') {
      top = Math.min(top, -guide.radius)
    } else if (guide.kind === 'sector') {
      for (const [x, y] of sectorEdge(guide)) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    } else if (guide.kind === 'heading') {
      top = Math.min(top, guide.y - 10)
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const SECTOR_STEPS = 6

function sectorEdge({ from, to, outer = 0, stretch = 1 }: Extract<SceneGuide, { kind: 'sector' }>): [number, number][] {
  return Array.from({ length: SECTOR_STEPS + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / SECTOR_STEPS
    return [Math.cos(angle) * outer * stretch, Math.sin(angle) * outer]
  })
}

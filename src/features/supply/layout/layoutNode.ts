import type { Point } from '@/graph/camera'
import type { SceneGuide } from '@/graph/network/networkScene'

/** What a layout needs to know of an enterprise or a group of them. */
export interface LayoutNode {
  id: string
  /** −4 … 4: suppliers of suppliers are negative, the 链主 itself is 0, buyers are positive. */
  tier: number
  /** County or industry node; also the words of its heading. */
  group: string
  /** Groups stand in this order, top to bottom. */
  groupOrder: number
  /** Heavier stands nearer the middle, or earlier in reading order. */
  weight: number
  /** World units; `DEFAULT_RADIUS` when left out. */
  radius?: number
  /** Pixels its name takes beside the disc. */
  nameWidth?: number
}

/** Where every node lies and what is written around them; world units, the 链主 at 0,0. */
export interface NetworkLayout {
  positions: ReadonlyMap<string, Point>
  guides: SceneGuide[]
  /** World units free beside a disc that stands alone in its row. */
  rooms?: ReadonlyMap<string, number>
}

export const DEFAULT_RADIUS = 5

export const radiusOf = (node: LayoutNode): number => node.radius ?? DEFAULT_RADIUS

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Larger discs first, then heavier, then by id: the same order whatever order the nodes came in. */
export function byRank(a: LayoutNode, b: LayoutNode): number {
  return radiusOf(b) - radiusOf(a) || b.weight - a.weight || byText(a.id, b.id)
}

/** The nodes of each group, groups in their order, nodes by rank. */
export function grouped(nodes: readonly LayoutNode[]): LayoutNode[][] {
  const groups = new Map<string, LayoutNode[]>()
  for (const node of nodes) {
    const known = groups.get(node.group)
    if (known) known.push(node)
    else groups.set(node.group, [node])
  }
  const orderOf = (members: LayoutNode[]) => members.reduce((least, node) => Math.min(least, node.groupOrder), Infinity)
  return [...groups]
    .map(([name, members]) => ({ name, order: orderOf(members), members: members.sort(byRank) }))
    .sort((a, b) => a.order - b.order || byText(a.name, b.name))
    .map(({ members }) => members)
}

const STEPS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 上游一级, 下游二级 …; the middle has no title. */
export function tierTitle(tier: number): string {
  if (tier === 0) return '链主'
  return `${tier < 0 ? '上游' : '下游'}${STEPS[Math.abs(tier)] ?? Math.abs(tier)}级`
}

/** Space between two discs: generous while there are few, so that names find room. */
export function gapFor(count: number): number {
  if (count <= 120) return 16
  if (count <= 400) return 10
  return count <= 1500 ? 6 : 3.5
}

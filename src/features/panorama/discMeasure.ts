import type { Panorama, PanoramaNode } from '@contract/panorama'

/** What the area of a disc stands for. */
export type DiscMeasure = 'revenue' | 'enterprises'

type ChainNodes = Pick<Panorama, 'nodes'>

/** 营业收入 when any node reports it, else 企业数: the two never mix in one picture. */
export function discMeasure({ nodes }: ChainNodes): DiscMeasure {
  return nodes.some(({ figures }) => figures.revenueWan !== null && figures.revenueSuppressed === null)
    ? 'revenue'
    : 'enterprises'
}

/** Each node's share of the largest, 0–1; null where the node reported nothing, or nothing that is public. */
export function discShares(chain: ChainNodes): Map<string, number | null> {
  const measure = discMeasure(chain)
  const values = chain.nodes.map((node) => [node.id, valueOf(node, measure)] as const)
  const largest = Math.max(0, ...values.map(([, value]) => value ?? 0))
  return new Map(
    values.map(([id, value]) => [id, value === null || largest === 0 ? null : Math.max(0, value) / largest]),
  )
}

/** What the disc would stand for is not public (不公布). */
export const isLocked = (measure: DiscMeasure, { figures }: PanoramaNode): boolean =>
  measure === 'revenue' && figures.revenueSuppressed !== null

// Floating point is good enough for the size of a disc; figures in words never pass through here.
function valueOf({ figures }: PanoramaNode, measure: DiscMeasure): number | null {
  if (measure === 'enterprises') return figures.enterprises
  return figures.revenueWan === null || figures.revenueSuppressed !== null ? null : Number(figures.revenueWan)
}

import type { Figures, Panorama, PanoramaEdge, PanoramaNode, Strength } from '@contract/panorama'

/** Small hand-made chains for the tests beside this file. */
export const figures = (part: Partial<Figures> = {}): Figures => ({
  enterprises: 38,
  aboveScale: 12,
  revenueWan: '964000',
  revenueSuppressed: null,
  revenueReporting: 30,
  honoured: 0,
  leaders: 0,
  ...part,
})

export const panoramaNode = (part: Partial<PanoramaNode> & { id: string; group: string }): PanoramaNode => ({
  name: part.id,
  weight: 1,
  note: null,
  figures: figures(),
  strength: 'fair',
  decidedBy: 'test',
  strengthText: '',
  locationQuotient: null,
  quotientSuppressed: null,
  leaders: [],
  ...part,
})

export const panoramaEdge = (from: string, to: string, part: Partial<PanoramaEdge> = {}): PanoramaEdge => ({
  from,
  to,
  product: `${from}产品`,
  cycle: false,
  broken: false,
  ...part,
})

const noCounts: Record<Strength, number> = { strong: 0, fair: 0, weak: 0, missing: 0 }

/** A chain whose stages hold groups of the given sizes; nodes are named `<stage><group>-<index>`, e.g. `up0-2`. */
export function chainOf(sizes: { up: number[]; mid: number[]; down: number[] }, edges: PanoramaEdge[] = []): Panorama {
  const groups: Panorama['groups'] = []
  const nodes: PanoramaNode[] = []
  for (const stage of ['up', 'mid', 'down'] as const) {
    sizes[stage].forEach((size, g) => {
      const group = `${stage}${g}`
      groups.push({ id: group, stage, name: `环节组${g}`, figures: figures(), strengths: { ...noCounts, fair: size } })
      for (let i = 0; i < size; i++)
        nodes.push(panoramaNode({ id: `${group}-${i}`, group, name: '数控转台部件'.slice(0, 3 + (i % 4)) }))
    })
  }
  const stages = (['up', 'mid', 'down'] as const).map((id) => ({
    id,
    name: { up: '上游', mid: '中游', down: '下游' }[id],
    title: '',
    figures: figures(),
    strengths: noCounts,
    nodes: sizes[id].reduce((a, b) => a + b, 0),
  }))
  return {
    view: {
      region: '210000',
      regionName: '',
      chain: 'test',
      chainName: '',
      edition: '1',
      period: '2025',
      scope: 'all',
      mode: 'current',
      dataset: 'demo',
      version: 1,
      updatedAt: null,
      footnotes: [],
    },
    figures: figures(),
    strengths: noCounts,
    completeness: null,
    linkRate: { enterprises: 0, linked: 0, ratio: null, revenueRatio: null, revenueSuppressed: null },
    stages,
    groups,
    nodes,
    edges,
    method: [],
  }
}

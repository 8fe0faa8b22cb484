import type { Figures, Panorama, PanoramaNode, Strength } from '@contract/panorama'
import type { ChainPack } from '@domain/chain/pack'
import { randomOf } from './random'

/** Invented figures on a real chain, for looking and measuring only: nulls, empty nodes, leaders, long and rare names. */
export function samplePanorama(pack: ChainPack, withRevenue: boolean): Panorama {
  const random = randomOf(20261)
  const nodes = pack.nodes.map((node, index) => sampleNode(node, index, random, withRevenue))
  const strengthOf = new Map(nodes.map((node) => [node.id, node.strength]))
  return {
    view: {
      region: '210000',
      regionName: '演示省',
      chain: pack.id,
      chainName: pack.name,
      edition: pack.edition,
      period: '2025',
      scope: 'all',
      mode: 'current',
      dataset: 'demo',
      version: 1,
      updatedAt: null,
      footnotes: [],
    },
    figures: sum(nodes),
    strengths: count(nodes),
    completeness: '0.62',
    linkRate: { enterprises: 12000, linked: 3100, ratio: '0.2583', revenueRatio: null, revenueSuppressed: null },
    stages: pack.stages.map((stage) => {
      const groups = new Set(pack.groups.filter((group) => group.stage === stage.id).map(({ id }) => id))
      const inside = nodes.filter(({ group }) => groups.has(group))
      return { ...stage, figures: sum(inside), strengths: count(inside), nodes: inside.length }
    }),
    groups: pack.groups.map((group) => {
      const inside = nodes.filter((node) => node.group === group.id)
      return { ...group, figures: sum(inside), strengths: count(inside) }
    }),
    nodes,
    edges: pack.edges.map(({ from, to, product, cycle }) => ({
      from,
      to,
      product,
      cycle: cycle ?? false,
      broken: strengthOf.get(from) === 'missing',
    })),
    method: ['企业数按统一社会信用代码去重。', '营业收入为报送企业合计，未报送不计为零。'],
  }
}

const ODD_NAMES: Record<number, string> = { 7: '高精度绝对式直线光栅尺与编码器', 19: '𠅤氏合金' }

function sampleNode(
  node: ChainPack['nodes'][number],
  index: number,
  random: () => number,
  withRevenue: boolean,
): PanoramaNode {
  const draw = random()
  const strength: Strength = draw < 0.3 ? 'strong' : draw < 0.66 ? 'fair' : draw < 0.88 ? 'weak' : 'missing'
  const scale = { strong: 60, fair: 24, weak: 6, missing: 0 }[strength]
  const enterprises = strength === 'missing' ? 0 : Math.max(1, Math.round(scale * (0.4 + random())))
  const reports = withRevenue && random() > 0.08 && enterprises > 0
  const leaders = strength === 'strong' && random() > 0.62 ? 1 + Math.round(random()) : 0
  return {
    id: node.id,
    group: node.group,
    name: ODD_NAMES[index] ?? node.name,
    weight: node.weight,
    note: node.note ?? null,
    figures: {
      enterprises,
      aboveScale: random() > 0.12 ? Math.round(enterprises * random() * 0.6) : null,
      revenueWan: reports ? (enterprises * (800 + random() ** 3 * 60000)).toFixed(2) : null,
      revenueSuppressed: null,
      revenueReporting: reports ? enterprises : 0,
      honoured: random() > 0.4 ? Math.round(enterprises * random() * 0.2) : null,
      leaders,
    },
    strength,
    decidedBy: 'sample',
    strengthText: '示例判定：按企业数与营业收入位次。',
    locationQuotient: null,
    quotientSuppressed: null,
    leaders: leaders > 0 ? [{ creditCode: '91210000000000000X', name: '示例精机有限公司' }] : [],
  }
}

const add = (values: (number | null)[]) => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0)
}

function sum(nodes: PanoramaNode[]): Figures {
  const figures = nodes.map((node) => node.figures)
  const revenue = add(figures.map(({ revenueWan }) => (revenueWan === null ? null : Number(revenueWan))))
  return {
    enterprises: add(figures.map(({ enterprises }) => enterprises)) ?? 0,
    aboveScale: add(figures.map(({ aboveScale }) => aboveScale)),
    revenueWan: revenue === null ? null : revenue.toFixed(2),
    revenueSuppressed: null,
    revenueReporting: add(figures.map(({ revenueReporting }) => revenueReporting)) ?? 0,
    honoured: add(figures.map(({ honoured }) => honoured)),
    leaders: add(figures.map(({ leaders }) => leaders)) ?? 0,
  }
}

function count(nodes: PanoramaNode[]) {
  const counts = { strong: 0, fair: 0, weak: 0, missing: 0 }
  for (const { strength } of nodes) counts[strength]++
  return counts
}

import type { ClusterRegion, Clusters, ClusterStory } from '@contract/clusters'
import type { Comparison } from '@contract/compare'
import type { IndustryClusterProfile } from '@contract/industryClusters'
import type { Figures, Panorama } from '@contract/panorama'
import { formatRef, type FigureIndicator, type FigureKind, type FigureRef } from '@domain/figure/figureRef'
import type { Api } from './api'

/** A number as a screen prints it, and the reference it is printed under. */
export interface Printed {
  ref: string
  value: string | null
  where: string
}

type Base = Omit<FigureRef, 'indicator' | 'kind' | 'unit' | 'against'>

export interface Look {
  region: string
  chain: string
  scope: FigureRef['scope']
  period: string
  mode: FigureRef['mode']
  dataset: FigureRef['dataset']
}

const text = (value: string | number | null) => (value === null ? null : String(value))

const refOf = (base: Base, indicator: FigureIndicator, kind: FigureKind, unit = '', against: string | null = null) =>
  formatRef({ ...base, indicator, kind, unit, against, chain: kind === 'total' ? null : base.chain })

function figuresOf(
  base: Base,
  figures: Figures,
  kind: FigureKind,
  unit: string,
  from: string,
  where: string,
): Printed[] {
  const against = from === base.region ? null : from
  const said: [FigureIndicator, string | number | null, string | null][] = [
    ['enterprises', figures.enterprises, null],
    ['above-scale', figures.aboveScale, against],
    ['revenue', figures.revenueWan, null],
    ['revenue-reporting', figures.revenueReporting, null],
    ['honoured', figures.honoured, null],
    ['leaders', figures.leaders, null],
  ]
  return said.map(([indicator, value, seenFrom]) => ({
    ref: refOf(base, indicator, kind, unit, seenFrom),
    value: text(value),
    where,
  }))
}

/** Every number of a panorama that has a card. */
export async function panoramaFigures(api: Api, look: Look): Promise<Printed[]> {
  const panorama = await api.get<Panorama>('/panorama', { ...look })
  const province = `${look.region.slice(0, 2)}0000`
  const of = (indicator: FigureIndicator, kind: FigureKind, value: string | number | null): Printed => ({
    ref: refOf(look, indicator, kind),
    value: text(value),
    where: '/panorama',
  })
  const at = (figures: Figures, kind: FigureKind, unit = '') =>
    figuresOf(look, figures, kind, unit, look.region, '/panorama')
  const { strengths, linkRate } = panorama
  return [
    ...at(panorama.figures, 'chain'),
    of('completeness', 'chain', panorama.completeness),
    of('strong-nodes', 'chain', strengths.strong),
    of('fair-nodes', 'chain', strengths.fair),
    of('weak-nodes', 'chain', strengths.weak),
    of('missing-nodes', 'chain', strengths.missing),
    of('link-rate', 'total', linkRate.ratio),
    of('link-rate-revenue', 'total', linkRate.revenueRatio),
    of('enterprises', 'total', linkRate.enterprises),
    ...panorama.stages.flatMap(({ id, figures }) => at(figures, 'stage', id)),
    ...panorama.groups.flatMap(({ id, figures }) => at(figures, 'group', id)),
    ...panorama.nodes.flatMap(({ id, figures, locationQuotient }) => [
      ...at(figures, 'node', id),
      ...(look.region === province
        ? []
        : [
            {
              ref: refOf(look, 'location-quotient', 'node', id, province),
              value: locationQuotient,
              where: '/panorama',
            },
          ]),
    ]),
  ]
}

function regionFigures(base: Base, region: ClusterRegion, from: string, node: string | undefined, where: string) {
  const own = { ...base, region: region.code }
  const ofChain: [FigureKind, string] = node ? ['node', node] : ['chain', '']
  const [kind, unit]: [FigureKind, string] = region.unlocated ? ['unlocated', node ?? ''] : ofChain
  const ratio = (indicator: FigureIndicator, value: string | null, against: string | null = null): Printed => ({
    ref: refOf(own, indicator, kind, unit, against),
    value,
    where,
  })
  return [
    ...figuresOf(own, region.figures, kind, unit, from, where),
    ratio('concentration', region.concentration),
    ...(region.unlocated ? [] : [ratio('location-quotient', region.quotient, from)]),
    ratio('revenue-growth', region.growth),
  ]
}

/** Every number of a map of clusters. */
export async function mapFigures(api: Api, look: Look, level: string, node?: string): Promise<Printed[]> {
  const map = await api.get<Clusters>('/clusters', { ...look, level, node })
  const [kind, unit]: [FigureKind, string] = node ? ['node', node] : ['chain', '']
  return [
    ...figuresOf(look, map.total, kind, unit, look.region, '/clusters'),
    ...map.regions.flatMap((region) => regionFigures(look, region, look.region, node, '/clusters')),
  ]
}

/** Every number of a story but those of enterprises without revenue. */
export async function storyFigures(api: Api, look: Look): Promise<Printed[]> {
  const story = await api.get<ClusterStory>('/clusters/story', { ...look })
  const province = `${look.region.slice(0, 2)}0000`
  const where = '/clusters/story'
  const placed: Printed[] = story.own
    ? [
        { ref: refOf(look, 'enterprises-rank', 'chain', '', province), value: text(story.rank), where },
        { ref: refOf(look, 'share', 'chain', '', province), value: story.shareRatio, where },
        ...regionFigures(look, story.own, province, undefined, where),
      ]
    : []
  return [
    ...placed,
    ...story.topNodes.flatMap(({ id, figures }) => figuresOf(look, figures, 'node', id, look.region, where)),
    ...story.topEnterprises.map(({ creditCode, revenueWan }) => ({
      ref: formatRef({
        ...look,
        indicator: 'revenue',
        kind: 'enterprise',
        chain: null,
        unit: creditCode,
        against: null,
      }),
      value: revenueWan,
      where,
    })),
  ]
}

/** Every number of a comparison that has a card. */
export async function comparedFigures(api: Api, look: Look, regions: readonly string[]): Promise<Printed[]> {
  const { region: _region, ...filters } = look
  const { regions: compared } = await api.get<Comparison>('/clusters/compare', {
    ...filters,
    regions: regions.join(','),
  })
  return compared.flatMap(({ code, indicators, ranks, shares, province, trend }) => {
    const own = { ...look, region: code }
    if (!indicators) return []
    const where = '/clusters/compare'
    const seen = (indicator: FigureIndicator, value: string | number | null | undefined): Printed => ({
      ref: refOf(own, indicator, 'chain', '', province),
      value: text(value ?? null),
      where,
    })
    return [
      ...regionFigures(look, indicators, province, undefined, where),
      seen('enterprises-rank', ranks?.enterprises),
      seen('revenue-rank', ranks?.revenue),
      seen('above-scale-rank', ranks?.aboveScale),
      seen('honoured-rank', ranks?.honoured),
      seen('share', shares?.enterprises),
      seen('revenue-share', shares?.revenue),
      ...trend
        .filter(({ revenueReporting }) => revenueReporting !== null)
        .flatMap(({ period, revenueWan, revenueReporting }) => [
          { ref: refOf({ ...own, period }, 'revenue', 'chain'), value: revenueWan, where },
          { ref: refOf({ ...own, period }, 'revenue-reporting', 'chain'), value: text(revenueReporting), where },
        ]),
    ]
  })
}

/** Every number of a cluster's profile that has a card; a cluster reads the divisions of today. */
export async function clusterFigures(api: Api, look: Look, id: string): Promise<Printed[]> {
  const { period, scope, dataset } = look
  const { card, counties } = await api.get<IndustryClusterProfile>(`/industry-clusters/${id}`, { period, scope })
  const { province, chain, node } = card.cluster
  const base: Base = { region: province, chain, scope, period, mode: 'current', dataset }
  const where = '/industry-clusters'
  const ratio = (indicator: FigureIndicator, value: string | null, against: string | null = null): Printed => ({
    ref: refOf(base, indicator, 'cluster', id, against),
    value,
    where,
  })
  return [
    ...figuresOf(base, card.figures, 'cluster', id, province, where),
    ratio('concentration', card.concentration.value),
    ratio('location-quotient', card.quotient.value, province),
    ratio('revenue-growth', card.growth.value),
    ratio('share', card.share.enterprises, province),
    ratio('revenue-share', card.share.revenue, province),
    ...counties.flatMap(({ code, figures }) => {
      const own: [FigureKind, string] = node === null ? ['chain', ''] : ['node', node]
      return figuresOf({ ...base, region: code }, figures, ...own, province, where)
    }),
  ]
}

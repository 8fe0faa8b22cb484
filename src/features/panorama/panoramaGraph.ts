import type { Figures, Panorama, PanoramaNode } from '@contract/panorama'
import type { Scene, SceneItem, SceneLink } from '@/graph/scene'
import type { NameFit } from './cardLook'
import { countText } from '@/lib/format'
import type { ChainLayout } from './chainLayout'
import type { EdgeRoute } from './chainEdges'
import { discMeasure, discShares, isLocked } from './discMeasure'
import type { FocusSet } from './focusSet'
import { labelItems } from './routeLabels'
import type { CardPaint, Emphasis, PanoramaPaint, RoutePaint } from './panoramaPaint'
import type { PanoramaMode } from './panoramaTheme'
import { revenueInk } from './revenueWords'
import { boundsOf, pointsOf } from './routePath'
import { markGlyph, type SupplyMark } from './supplyMarks'

export interface PanoramaView {
  layout: ChainLayout
  routes: EdgeRoute[]
  mode: PanoramaMode
  /** Node id with its surroundings, or null when the whole chain is shown alike. */
  focus: { id: string; set: FocusSet } | null
  /** Search hits. */
  matches: ReadonlySet<string>
  /** Of nodes by id: 供应关键 and 断点; none where they are not known or not to be shown. */
  supply?: ReadonlyMap<string, SupplyMark> | null | undefined
}

const Z = { stage: 0, strand: 1, group: 2, broken: 3, card: 4, far: 5, near: 6, label: 7 }

/** Pure: what the panorama says, where it lies and what is in focus, as plain data for the graph kit. */
export function panoramaScene(panorama: Panorama, view: PanoramaView): Scene<PanoramaPaint> {
  const { layout } = view
  return {
    width: layout.width,
    height: layout.height,
    items: [
      ...stageItems(panorama, view),
      ...groupItems(panorama, view),
      ...cardItems(panorama, view),
      ...labelItems(view, Z.label),
    ],
    links: view.routes.flatMap((route) => routeLink(panorama, route, view)),
  }
}

const painted = (view: PanoramaView) => ({ mode: view.mode, unit: view.layout.unit })

function stageTotals(nodes: number, figures: Figures): string[] {
  const full = `${nodes} 环节 · ${countText(figures.enterprises)} 家企业 · ${revenueInk(figures)}`
  return [full, full.replace(/企业|营收| /g, ''), `${nodes}环节·${countText(figures.enterprises)}家`]
}

function groupTotals(nodes: number, figures: Figures): string[] {
  const short = `${nodes}环节  ${countText(figures.enterprises)}家`
  return [`${short}  ${revenueInk(figures).replace('营收', '')}`, short]
}

function stageItems(panorama: Panorama, view: PanoramaView): SceneItem<PanoramaPaint>[] {
  const { stages, gutter } = view.layout
  return stages.map(({ id, index, x, y, width, height }) => {
    const stage = panorama.stages.find((candidate) => candidate.id === id)!
    const last = index === stages.length - 1
    return {
      id: `stage:${id}`,
      x,
      y,
      width: width + (last ? 0 : gutter - 10 * view.layout.unit),
      height,
      z: Z.stage,
      paint: {
        kind: 'stage',
        ...painted(view),
        name: stage.name,
        title: stage.title,
        totals: stageTotals(stage.nodes, stage.figures),
        counts: stage.strengths,
        first: index === 0,
        last,
        reach: last ? 0 : gutter - 10 * view.layout.unit,
      },
    }
  })
}

function groupItems(panorama: Panorama, view: PanoramaView): SceneItem<PanoramaPaint>[] {
  return panorama.groups.flatMap((group) => {
    const box = view.layout.groups.get(group.id)
    if (!box) return []
    const { x, y, width, height, headHeight } = box
    const nodes = Object.values(group.strengths).reduce((sum, count) => sum + count, 0)
    const totals = groupTotals(nodes, group.figures)
    return [
      {
        id: `group:${group.id}`,
        ...{ x, y, width, height },
        z: Z.group,
        paint: { kind: 'group', ...painted(view), name: group.name, totals, counts: group.strengths, headHeight },
      },
    ]
  })
}

function cardItems(panorama: Panorama, view: PanoramaView): SceneItem<PanoramaPaint>[] {
  const discs = discShares(panorama)
  const measure = discMeasure(panorama)
  const endangered = endangeredCounts(panorama)
  return panorama.nodes.flatMap((node) => {
    const box = view.layout.cards.get(node.id)
    if (!box) return []
    const { x, y, width, height } = box
    const facts = {
      disc: discs.get(node.id) ?? null,
      isLocked: isLocked(measure, node),
      endangered: endangered.get(node.id) ?? 0,
      fit: box.fit,
    }
    return [{ id: node.id, ...{ x, y, width, height }, z: Z.card, paint: cardPaint(node, facts, view) }]
  })
}

function cardPaint(
  node: PanoramaNode,
  facts: { disc: number | null; isLocked: boolean; endangered: number; fit: NameFit },
  view: PanoramaView,
): CardPaint {
  const { figures, strength } = node
  return {
    kind: 'card',
    ...painted(view),
    name: node.name,
    strength,
    figures: figuresLine(node),
    figuresShort: figuresLine(node).replace('营收未报送', '未报送'),
    impact:
      strength !== 'missing' ? '' : facts.endangered > 0 ? `影响 ${facts.endangered} 类下游环节` : '终端应用待培育',
    disc: facts.disc,
    isLocked: facts.isLocked,
    aboveScale: aboveScaleOf(figures),
    leaders: figures.leaders ?? 0,
    honoured: figures.honoured ?? 0,
    key: node.weight >= 3,
    supply: supplyOf(view.supply?.get(node.id)),
    fit: facts.fit,
    emphasis: emphasisOf(node.id, view),
  }
}

function supplyOf(mark: SupplyMark | undefined): CardPaint['supply'] {
  const glyph = mark ? markGlyph(mark) : ''
  return mark && glyph ? { glyph, isCritical: mark.isCritical, isGap: mark.gap !== 'none' } : null
}

/** null revenue is 未报送, never 0; a missing node without enterprises is 本地空白. */
export function figuresLine({ figures, strength }: Pick<PanoramaNode, 'figures' | 'strength'>): string {
  if (figures.enterprises === 0) return strength === 'missing' ? '本地空白' : '0家'
  return `${countText(figures.enterprises)}家 · ${revenueInk(figures)}`
}

function aboveScaleOf({ aboveScale, enterprises }: Figures): CardPaint['aboveScale'] {
  if (aboveScale === null || enterprises === 0) return null
  return {
    share: Math.min(1, aboveScale / enterprises),
    text: `规上${countText(aboveScale)}/${countText(enterprises)}`,
  }
}

/** 断链影响: how many nodes a missing one should supply. */
function endangeredCounts(panorama: Panorama): Map<string, number> {
  const customers = new Map<string, Set<string>>()
  for (const { from, to, broken } of panorama.edges) {
    if (!broken) continue
    const list = customers.get(from) ?? new Set()
    customers.set(from, list.add(to))
  }
  return new Map([...customers].map(([id, list]) => [id, list.size]))
}

function emphasisOf(id: string, view: PanoramaView): Emphasis {
  if (view.focus) {
    if (view.focus.id === id) return 'focus'
    return view.focus.set.nodes.has(id) ? 'plain' : 'dim'
  }
  if (view.matches.size === 0) return 'plain'
  return view.matches.has(id) ? 'match' : 'dim'
}

function routeLink(panorama: Panorama, route: EdgeRoute, view: PanoramaView): SceneLink<PanoramaPaint>[] {
  const role = roleOf(route, view)
  const steps = role === 'near' || role === 'far' ? route.full : role === 'broken' ? route.alarm : route.strand
  if (!role || !steps) return []
  const { x, y, width, height } = boundsOf(steps, 8 * view.layout.unit)
  const strengthOf = (id: string) => panorama.nodes.find((node) => node.id === id)?.strength ?? 'fair'
  const points = steps.flatMap(pointsOf)
  const paint: RoutePaint = {
    kind: 'route',
    ...painted(view),
    steps,
    from: strengthOf(route.from.id),
    to: strengthOf(route.to.id),
    role,
    run: [points[0]!.x, points[points.length - 1]!.x],
    origin: [x, y],
  }
  const z = role === 'near' ? Z.near : role === 'far' ? Z.far : role === 'broken' ? Z.broken : Z.strand
  return [
    { id: `edge:${route.index}`, source: route.from.id, target: route.to.id, ...{ x, y, width, height }, z, paint },
  ]
}

function roleOf(route: EdgeRoute, view: PanoramaView): RoutePaint['role'] | null {
  if (view.focus) {
    const hop = view.focus.set.edges.get(route.index)
    if (hop !== undefined) return hop === 1 ? 'near' : 'far'
    return route.strand ? 'dim' : null
  }
  if (view.matches.size > 0) return route.strand ? 'dim' : null
  if (route.edge.broken) return 'broken'
  if (!route.strand) return null
  return route.from.group.stage === route.to.group.stage ? 'arc' : 'strand'
}

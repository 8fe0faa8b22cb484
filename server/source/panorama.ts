import { sql } from 'kysely'
import type { ViewQuery } from '@contract/common'
import type { Figures, Panorama, PanoramaLeader, PanoramaNode } from '@contract/panorama'
import type { ChainNode, ChainPack } from '@domain/chain/pack'
import { judgeStrength } from '@domain/chain/strength'
import { completeness } from '@domain/indicator/completeness'
import { linkRate } from '@domain/indicator/linkRate'
import { locationQuotient } from '@domain/indicator/locationQuotient'
import { countStrengths } from './chainTotals'
import { COUNTRY, profileOf, provinceOf, type SourceContext } from './context'
import { figuresOf, NOTHING, type UnitRow } from './figures'
import { methodOf } from './method'
import type { Principal } from './principal'
import { frameOf, viewOf, type Frame } from './view'

/** 产业全景图谱: everything the screen, its table and its exports show, from pre-aggregated rows only. */
export async function readPanorama(context: SourceContext, principal: Principal, query: Required<Pick<ViewQuery, 'scope' | 'mode'>> & ViewQuery): Promise<Panorama> {
  const frame = await frameOf(context, principal, { ...query })
  const { view, pack } = await viewOf(context, frame, query.chain)
  const units = await readUnits(context, frame, query.chain, frame.region)
  const reference = await readReference(context, frame, query.chain)
  const leaders = await readLeaders(context, frame, query.chain)
  const hasHonours = await hasAny(context, frame.dataset)
  const figures = (kind: string, unit: string) => figuresOf(units.get(`${kind} ${unit}`) ?? NOTHING, hasHonours)

  const total = units.get('total ') ?? NOTHING
  const profile = profileOf(context, frame.region)
  const node = (spec: ChainNode): PanoramaNode => {
    const row = units.get(`node ${spec.id}`) ?? NOTHING
    const quotient = reference && locationQuotient(basisOf(row, total, reference.units.get(`node ${spec.id}`), reference.total))
    const own = figuresOf(row, hasHonours)
    const judged = judgeStrength(
      {
        enterprises: own.enterprises,
        aboveScale: total.stat_known > 0 ? row.above_scale : null,
        lq: quotient?.value ?? null,
        lqBasis: quotient?.basis ?? null,
        localSupplyRatio: null,
      },
      profile.strength,
    )
    return {
      id: spec.id,
      group: spec.group,
      name: spec.name,
      weight: spec.weight,
      note: spec.note ?? null,
      figures: own,
      strength: judged.strength,
      decidedBy: judged.decidedBy,
      strengthText: judged.text,
      locationQuotient: quotient?.text ?? null,
      leaders: leaders.get(spec.id) ?? [],
    }
  }
  return assemble(pack, pack.nodes.map(node))

  function assemble(pack: ChainPack, nodes: PanoramaNode[]): Panorama {
    const strengthOf = new Map(nodes.map((item) => [item.id, item.strength]))
    const inGroup = (group: string) => nodes.filter((item) => item.group === group)
    const inStage = (stage: string) => pack.groups.filter((group) => group.stage === stage).flatMap((group) => inGroup(group.id))
    return {
      view,
      figures: figures('chain', pack.id),
      strengths: countStrengths(nodes),
      completeness: completeness(nodes.map(({ weight, strength }) => ({ weight, strength }))),
      linkRate: linkRate(total, units.get('linked ') ?? NOTHING),
      stages: pack.stages.map((stage) => ({
        ...stage,
        figures: figures('stage', stage.id),
        strengths: countStrengths(inStage(stage.id)),
        nodes: inStage(stage.id).length,
      })),
      groups: pack.groups.map((group) => ({ ...group, figures: figures('group', group.id), strengths: countStrengths(inGroup(group.id)) })),
      nodes,
      edges: pack.edges.map(({ from, to, product, cycle }) => ({
        from, to, product, cycle: cycle ?? false, broken: strengthOf.get(from) === 'missing',
      })),
      method: methodOf({ view, profile, figures: figures('chain', pack.id), reference: reference?.name ?? null, statKnown: total.stat_known }),
    }
  }
}

import type { Dataset, DivisionMode, Scope } from '@contract/common'
import type { Panorama, PanoramaLeader, PanoramaNode } from '@contract/panorama'
import type { ChainNode, ChainPack } from '@domain/chain/pack'
import { judgeStrength, type StrengthRule } from '@domain/chain/strength'
import { completeness } from '@domain/indicator/completeness'
import { linkRate } from '@domain/indicator/linkRate'
import { locationQuotient } from '@domain/indicator/locationQuotient'
import { COUNTRY, profileOf, type SourceContext } from './context'
import {
  aboveScaleOf,
  figuresOf,
  knowledgeOf,
  readUnits,
  unitOf,
  type Knowledge,
  type UnitRow,
  type Units,
} from './figures'
import { readLeaders } from './leaders'
import { methodOf } from './method'
import type { Principal } from './principal'
import { hiddenBy } from './regionMeasures'
import { frameOf, viewOf, type Frame } from './view'

export interface PanoramaQuery {
  region: string
  chain: string
  period?: string | undefined
  scope: Scope
  mode: DivisionMode
  dataset?: Dataset | undefined
}

interface Material {
  units: Units
  reference: Reference | null
  leaders: Map<string, PanoramaLeader[]>
  known: Knowledge
  rule: StrengthRule
}

/** The superior region that 区位商 compares with. */
interface Reference {
  name: string
  units: Units
}

/** 产业全景图谱: everything the screen, its table and its exports show, from pre-aggregated rows only. */
export async function readPanorama(
  context: SourceContext,
  principal: Principal,
  query: PanoramaQuery,
): Promise<Panorama> {
  return panoramaIn(context, await frameOf(context, principal, query), query.chain)
}

/** The same for a view whose region was checked and whose defaults are filled in. */
export async function panoramaIn(context: SourceContext, frame: Frame, chain: string): Promise<Panorama> {
  const { view, pack } = await viewOf(context, frame, chain)
  const units = await readUnits(context, frame, frame.region, pack.id)
  const profile = profileOf(context, frame.region)
  const material: Material = {
    units,
    reference: await readReference(context, frame, pack.id),
    leaders: await readLeaders(context, frame, pack.id),
    known: await knowledgeOf(context, frame, pack.id, unitOf(units, 'total')),
    rule: profile.strength,
  }
  const parts = assemble(pack, material)
  const method = methodOf({
    view,
    profile,
    figures: parts.figures,
    reference: material.reference?.name ?? null,
    statKnown: material.known.statScope,
  })
  return { view, ...parts, method }
}

/** A city or county is compared with its province; a province has nothing above it in the data. */
async function readReference(context: SourceContext, frame: Frame, chain: string): Promise<Reference | null> {
  const province = frame.region === COUNTRY ? undefined : context.regions.path(frame.region)[0]
  if (!province || province.code === frame.region) return null
  return { name: province.name, units: await readUnits(context, frame, province.code, chain) }
}

function assemble(pack: ChainPack, material: Material): Omit<Panorama, 'view' | 'method'> {
  const nodes = pack.nodes.map((spec) => panoramaNode(spec, material))
  const figures = (kind: string, unit: string) => figuresOf(unitOf(material.units, kind, unit), material.known)
  const inGroups = (ids: readonly string[]) => nodes.filter((node) => ids.includes(node.group))
  const missing = new Set(nodes.filter((node) => node.strength === 'missing').map((node) => node.id))
  const total = unitOf(material.units, 'total')
  const linked = unitOf(material.units, 'linked')
  return {
    figures: figures('chain', pack.id),
    strengths: countStrengths(nodes),
    completeness: completeness(nodes),
    linkRate: linkRateOf(total, linked),
    stages: pack.stages.map((stage) => {
      const own = inGroups(pack.groups.filter((group) => group.stage === stage.id).map((group) => group.id))
      return { ...stage, figures: figures('stage', stage.id), strengths: countStrengths(own), nodes: own.length }
    }),
    groups: pack.groups.map((group) => ({
      ...group,
      figures: figures('group', group.id),
      strengths: countStrengths(inGroups([group.id])),
    })),
    nodes,
    edges: pack.edges.map(({ from, to, product, cycle }) => ({
      from,
      to,
      product,
      cycle: cycle ?? false,
      broken: missing.has(from),
    })),
  }
}

const linkTotals = (row: UnitRow) => ({
  enterprises: row.enterprises,
  revenueWan: row.revenue_reporting > 0 ? row.revenue_wan : null,
})

/** 挂链率; by revenue only where both sums are public. */
export function linkRateOf(total: UnitRow, linked: UnitRow): Panorama['linkRate'] {
  const rate = linkRate(linkTotals(total), linkTotals(linked))
  const revenueSuppressed = linked.revenue_suppressed ?? total.revenue_suppressed
  return { ...rate, revenueRatio: revenueSuppressed === null ? rate.revenueRatio : null, revenueSuppressed }
}

function panoramaNode(spec: ChainNode, { units, reference, leaders, known, rule }: Material): PanoramaNode {
  const row = unitOf(units, 'node', spec.id)
  const quotient = reference ? quotientsOf(row, spec.id, units, reference.units) : null
  const judged = judgeStrength(
    {
      enterprises: row.enterprises,
      aboveScale: aboveScaleOf(row, known),
      lq: quotient?.judged?.value ?? null,
      lqBasis: quotient?.judged?.basis ?? null,
      localSupplyRatio: null,
    },
    rule,
  )
  return {
    id: spec.id,
    group: spec.group,
    name: spec.name,
    weight: spec.weight,
    note: spec.note ?? null,
    figures: figuresOf(row, known),
    strength: judged.strength,
    decidedBy: judged.decidedBy,
    strengthText: judged.text,
    locationQuotient: quotient?.shown?.text ?? null,
    quotientSuppressed: quotient?.suppressed ?? null,
    leaders: leaders.get(spec.id) ?? [],
  }
}

type Basis = 'revenue' | 'enterprises'

/** By revenue where the node reports any, by number of enterprises otherwise; never one against the other. */
const basisOf = (row: UnitRow, there: UnitRow): Basis =>
  row.revenue_reporting > 0 && there.revenue_reporting > 0 ? 'revenue' : 'enterprises'

/** 区位商 as shown, and as 强弱 is judged by: where the sums of revenue are not public, the latter goes by enterprises. */
function quotientsOf(row: UnitRow, node: string, units: Units, reference: Units) {
  const there = unitOf(reference, 'node', node)
  const basis = basisOf(row, there)
  const shown = quotientBy(basis, row, there, units, reference)
  const sums = [row, unitOf(units, 'total'), there, unitOf(reference, 'total')]
  const suppressed = basis === 'revenue' ? hiddenBy(...sums) : null
  return { shown, suppressed, judged: shown ?? quotientBy('enterprises', row, there, units, reference) }
}

function quotientBy(basis: Basis, row: UnitRow, there: UnitRow, units: Units, reference: Units) {
  const measure = (unit: UnitRow) => (basis === 'revenue' ? unit.revenue_wan : unit.enterprises)
  return locationQuotient({
    basis,
    part: measure(row),
    whole: measure(unitOf(units, 'total')),
    referencePart: measure(there),
    referenceWhole: measure(unitOf(reference, 'total')),
  })
}

function countStrengths(nodes: readonly PanoramaNode[]) {
  const counts = { strong: 0, fair: 0, weak: 0, missing: 0 }
  for (const node of nodes) counts[node.strength] += 1
  return counts
}

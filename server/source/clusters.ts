import type { z } from 'zod'
import type { ClusterQuery, ClusterRegion, Clusters } from '@contract/clusters'
import { readRegionRows, regionsBelow, type RegionRows, type Subject } from './clusterRows'
import type { SourceContext } from './context'
import { notFound } from './failure'
import { figuresOf, knowledgeOf, NOTHING, type Knowledge } from './figures'
import type { Principal } from './principal'
import { growthBetween, quotientAgainst, ratioText, yearBefore } from './regionMeasures'
import { remainder } from './unlocated'
import { frameOf, viewOf, type Frame } from './view'

type Query = z.output<typeof ClusterQuery>

/** 集群地图: every indicator of one chain or node over the regions below; Σ regions + 未定位 = total. */
export async function readClusters(context: SourceContext, principal: Principal, query: Query): Promise<Clusters> {
  const frame = await frameOf(context, principal, query)
  const { view, pack } = await viewOf(context, frame, query.chain)
  const node = query.node ? pack.nodes.find((item) => item.id === query.node) : undefined
  if (query.node && !node) throw notFound(`${pack.name}没有环节 ${query.node}`, 'node')
  const subject: Subject = { chain: pack.id, unitKind: node ? 'node' : 'chain', unit: node?.id ?? pack.id }
  const level = query.level ?? 'county'
  const codes = await regionsBelow(context, frame, level)
  const whole = codes.includes(frame.region) ? codes : [...codes, frame.region, ...citiesOf(context, codes, frame)]
  const rows = await readRegionRows(context, frame, subject, yearBefore(frame.period), whole)
  const root = rows.get(frame.region) ?? { subject: NOTHING, total: NOTHING, before: NOTHING }
  const known: Knowledge = await knowledgeOf(context, frame, pack.id, root.total)
  const describe = (code: string, own: RegionRows, unlocated: boolean) =>
    clusterRegion(context, { code, own, root, known, unlocated })
  const regions = codes.map((code) => describe(code, rows.get(code) ?? root, false))
  return {
    region: frame.region,
    regionName: view.regionName,
    chain: pack.id,
    chainName: pack.name,
    node: node?.id ?? null,
    nodeName: node?.name ?? null,
    level,
    period: frame.period,
    scope: frame.scope,
    mode: frame.mode,
    dataset: frame.dataset,
    version: frame.version,
    updatedAt: frame.updatedAt,
    total: figuresOf(root.subject, known),
    regions: [
      ...regions,
      ...unlocatedRows(context, frame, codes, rows).map(({ code, own }) => describe(code, own, true)),
    ],
    footnotes: view.footnotes,
    method: clusterMethod(view.regionName),
  }
}

const clusterMethod = (region: string) => [
  '企业按统一社会信用代码去重，每家企业只属于一个地区；各地区合计加“未定位”等于总数。',
  '产业集聚度 = 该链（环节）营业收入 ÷ 本地区名录内全部企业营业收入，均为已报送企业之和。',
  `区位商以${region}为参照：本地区该链（环节）占比 ÷ ${region}该链（环节）占比；有营业收入时按营业收入，否则按企业数。`,
  '收入增速按现有数据推算，非统计口径：本期与上年同期已报送营业收入之和相比，两期报送企业少于 3 家或家数相差超过 20% 的不给出；当期区划在两年之间变动过的地区不给出。',
]

/** Cities between the region and its counties: their remainders are 未定位到县. */
function citiesOf(context: SourceContext, codes: readonly string[], frame: Frame): string[] {
  const between = codes.flatMap((code) => context.regions.path(code).map((step) => step.code))
  return [...new Set(between)].filter(
    (code) => code !== frame.region && !codes.includes(code) && context.regions.isWithin(code, frame.region),
  )
}

/** One row per region that has enterprises of the subject which none of its shown parts has. */
function unlocatedRows(context: SourceContext, frame: Frame, codes: readonly string[], rows: Map<string, RegionRows>) {
  if (codes.includes(frame.region)) return []
  const holders = [...rows.keys()].filter((code) => !codes.includes(code))
  return holders.flatMap((code) => {
    const parts = [...rows.keys()].filter((other) => parentWithin(context, other, holders, frame.region) === code)
    const part = (pick: (row: RegionRows) => RegionRows['subject']) =>
      parts.flatMap((other) => rows.get(other) ?? []).map(pick)
    const all = rows.get(code)
    if (!all) return []
    const own: RegionRows = {
      subject: remainder(
        all.subject,
        part((row) => row.subject),
      ),
      total: remainder(
        all.total,
        part((row) => row.total),
      ),
      before: remainder(
        all.before,
        part((row) => row.before),
      ),
    }
    return own.subject.enterprises > 0 ? [{ code, own }] : []
  })
}

/** The nearest region above that is a holder itself. */
function parentWithin(context: SourceContext, code: string, holders: readonly string[], root: string): string | null {
  if (code === root) return null
  const above = context.regions
    .path(code)
    .map((step) => step.code)
    .filter((step) => step !== code && holders.includes(step))
  return above[above.length - 1] ?? root
}

interface Material {
  code: string
  own: RegionRows
  root: RegionRows
  known: Knowledge
  unlocated: boolean
}

function clusterRegion(context: SourceContext, { code, own, root, known, unlocated }: Material): ClusterRegion {
  const { subject, total, before } = own
  const quotient = unlocated ? null : quotientAgainst(own, root)
  const suffix = context.regions.level(code) === 'province' ? '（未定位到市县）' : '（未定位到县）'
  return {
    code,
    name: `${context.regions.name(code)}${unlocated ? suffix : ''}`,
    unlocated,
    figures: figuresOf(subject, known),
    concentration: ratioText(subject.revenue_wan, total.revenue_wan),
    quotient: quotient?.text ?? null,
    quotientBasis: quotient?.basis ?? null,
    growth: growthBetween(before, subject),
  }
}

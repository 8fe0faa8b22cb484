import type { z } from 'zod'
import type { ClusterQuery, Clusters } from '@contract/clusters'
import { clusterMethod, clusterRegion } from './clusterRegion'
import { NO_ROWS, readRegionRows, regionsBelow, subjectOf, type RegionRows } from './clusterRows'
import { COUNTRY, type SourceContext } from './context'
import { requireNode } from './chainEditions'
import { invalid } from './failure'
import { readNation } from './clustersNation'
import { figuresOf, knowledgeOf, type Knowledge } from './figures'
import type { Principal } from './principal'
import { yearBefore } from './regionMeasures'
import { remainder } from './unlocated'
import { frameOf, viewOf, type Frame } from './view'

type Query = z.output<typeof ClusterQuery>

/** 集群地图: every indicator of one chain or node over the regions below; Σ regions + 未定位 = total. */
export async function readClusters(context: SourceContext, principal: Principal, query: Query): Promise<Clusters> {
  const frame = await frameOf(context, principal, query)
  const { view, pack } = await viewOf(context, frame, query.chain)
  const node = query.node ? requireNode(pack, query.node) : null
  const subject = subjectOf(pack.id, node?.id ?? null)
  if (frame.region === COUNTRY) {
    if (query.level !== undefined && query.level !== 'province') throw invalid('全国地图只到省一级', 'level')
    return readNation(context, frame, view, subject, node)
  }
  const level = query.level ?? 'county'
  if (level === 'province') throw invalid('省一级的地图只用于全国（100000）', 'level')
  const codes = await regionsBelow(context, frame, level)
  const whole = codes.includes(frame.region) ? codes : [...codes, frame.region, ...citiesOf(context, codes, frame)]
  const rows = await readRegionRows(context, frame, subject, yearBefore(frame.period), whole)
  const root = rows.get(frame.region) ?? NO_ROWS
  const known: Knowledge = await knowledgeOf(context, frame, pack.id, root.total)
  const describe = (code: string, own: RegionRows, unlocated: boolean) =>
    clusterRegion(context, { code, own, root, known, unlocated })
  const regions = codes.map((code) => describe(code, rows.get(code) ?? NO_ROWS, false))
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
    absent: [],
    footnotes: view.footnotes,
    method: clusterMethod(view.regionName),
  }
}

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

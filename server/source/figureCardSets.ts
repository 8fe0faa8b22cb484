import type { FigureRef } from '@domain/figure/figureRef'
import { NO_ROWS, sumRows, type RegionRows } from './clusterRows'
import type { SourceContext } from './context'
import { notFound } from './failure'
import { partsOf, readCell, readCells, type Cell } from './figureCardCells'
import type { Opened } from './figureCardMaterial'
import type { UnitRow } from './figures'
import { describeClusters, readStoredCluster } from './industryClusterStore'
import type { Principal } from './principal'
import { remainder } from './unlocated'
import type { Frame } from './view'

/** Sets of enterprises that are no region's own: 未定位, 产业集群. */
export const isSet = (kind: FigureRef['kind']) => kind === 'unlocated' || kind === 'cluster'

/** An industry cluster as figures need it. */
export interface ClusterSet {
  name: string
  counties: string[]
  /** Its chain or node, in whatever region. */
  subject: Cell
}

const inRegion = (chain: string | null, node: string): Cell => {
  if (chain === null) return { chain, kind: 'total', unit: '' }
  return node === '' ? { chain, kind: 'chain', unit: '' } : { chain, kind: 'node', unit: node }
}

/** The cluster that a reference names; its chain is that of the cluster, or null for all of the register there. */
export async function clusterSetOf(context: SourceContext, principal: Principal, ref: FigureRef): Promise<ClusterSet> {
  const stored = await readStoredCluster(context, principal, ref.unit)
  const [cluster] = stored.removed_at === null ? await describeClusters(context, [stored]) : []
  const isMeant = cluster?.province === ref.region && cluster.dataset === ref.dataset
  if (!cluster || !isMeant || (ref.chain !== null && ref.chain !== cluster.chain))
    throw notFound(`没有编号为 ${ref.unit} 的集群`, 'ref')
  return {
    name: cluster.name,
    counties: cluster.counties.map(({ code }) => code),
    subject: inRegion(ref.chain, ref.chain === null ? '' : (cluster.node ?? '')),
  }
}

/** What a figure is about, in any one region. */
export function subjectCell(cell: Cell, cluster: ClusterSet | null): Cell {
  if (cell.kind === 'cluster' && cluster) return cluster.subject
  return cell.kind === 'unlocated' ? inRegion(cell.chain, cell.unit) : cell
}

/** Where the enterprises of a figure sit, for those that are not simply all of its region; null for all others. */
export async function placesOfSet(
  context: SourceContext,
  principal: Principal,
  frame: Frame,
  ref: FigureRef,
): Promise<{ subject: Cell; places: string[] } | null> {
  if (!isSet(ref.kind)) return null
  const cluster = ref.kind === 'cluster' ? await clusterSetOf(context, principal, ref) : null
  const places = cluster ? await placesIn(context, frame, cluster.counties) : (await partsOf(context, frame)).rest
  return { subject: subjectCell(ref, cluster), places }
}

async function placesIn({ db }: SourceContext, { modeKey }: Frame, regions: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('region_map')
    .select('place')
    .distinct()
    .where('mode_key', '=', modeKey)
    .where('region', 'in', regions)
    .execute()
  return rows.map(({ place }) => place)
}

/** Rows of what a card is about, wherever its enterprises sit. */
export async function readOwn(
  { context, frame, ref, cluster }: Pick<Opened, 'context' | 'frame' | 'ref' | 'cluster'>,
  before: string | null = null,
): Promise<RegionRows> {
  if (!isSet(ref.kind)) return readCell(context, frame, ref, before)
  const subject = subjectCell(ref, cluster)
  if (cluster) return sumRows([...(await readCells(context, frame, subject, before, cluster.counties)).values()])
  const { regions } = await partsOf(context, frame)
  const rows = await readCells(context, frame, subject, before, [frame.region, ...regions])
  const whole = rows.get(frame.region) ?? NO_ROWS
  const parts = regions.flatMap((region) => rows.get(region) ?? [])
  const left = (pick: (row: RegionRows) => UnitRow) => remainder(pick(whole), parts.map(pick))
  return { subject: left((row) => row.subject), total: left((row) => row.total), before: left((row) => row.before) }
}

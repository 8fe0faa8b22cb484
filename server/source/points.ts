import { sql } from 'kysely'
import type { z } from 'zod'
import type { PointCluster, PointMarks, PointMarksQuery, PointQuery, PointSummary } from '@contract/points'
import type { Crs } from '@domain/geo/crs'
import type { PointSet } from '@server/tiles/pointIndexes'
import type { TileAddress } from '@server/tiles/tileGrid'
import { displayCrs } from './boundaries'
import { requireNode, requirePack } from './chainEditions'
import { requireRegion, todayOf, type SourceContext } from './context'
import { filterOf, type EnterpriseFilter } from './enterpriseFilter'
import { countEnterprises } from './enterpriseTotal'
import { invalid, notFound } from './failure'
import { pointChunks, requireVersion, versionsNow } from './pointRows'
import type { Principal } from './principal'
import { sharedRead } from './sharedRead'
import { frameOf } from './view'

export type PointWish = z.output<typeof PointQuery>
type MarksWish = Pick<z.output<typeof PointMarksQuery>, 'bbox' | 'zoom'>

/** What a query resolves to; the same for every tile until the data change. */
interface Resolved {
  filter: EnterpriseFilter
  /** The filter in one line, for the index. */
  key: string
}

/** What may have changed since the last tile. */
interface Stamp {
  versions: Map<string, number>
  crs: Crs
}

async function readStamp(context: SourceContext, region: string): Promise<Stamp> {
  const [versions, crs] = await Promise.all([versionsNow(context), displayCrs(context, region)])
  return { versions, crs }
}

const RESOLVED_KEPT = 200

/**
 * 企业点位: opens the points of a filter for one who may see its region. Tiles come by the dozen, so what a query resolves
 * to is kept until the data change; only the version and the system of the map are read for each.
 */
export function createPoints(context: SourceContext) {
  const resolved = new Map<string, Promise<Resolved>>()
  const stamps = new Map<string, () => Promise<Stamp>>()
  const stampOf = (region: string) => {
    const read = stamps.get(region) ?? sharedRead(() => readStamp(context, region))
    stamps.set(region, read)
    return read()
  }

  const resolve = (principal: Principal, query: PointWish, versions: string): Promise<Resolved> => {
    const { v: _v, ...wish } = query
    const key = JSON.stringify([versions, todayOf(context), wish])
    const known = resolved.get(key)
    if (known) return known
    const fresh = resolveQuery(context, principal, wish)
    resolved.set(key, fresh)
    fresh.catch(() => resolved.delete(key))
    for (const oldest of resolved.keys()) {
      if (resolved.size <= RESOLVED_KEPT) break
      resolved.delete(oldest)
    }
    return fresh
  }

  return async (principal: Principal, query: PointWish): Promise<PointView> => {
    requireRegion(context, principal, query.region)
    const { versions, crs } = await stampOf(query.region)
    const { filter, key } = await resolve(principal, query, JSON.stringify([...versions]))
    return new PointView(context, { filter, key, crs, versions, asked: query.v })
  }
}

async function resolveQuery(context: SourceContext, principal: Principal, query: PointWish): Promise<Resolved> {
  if (query.node && !query.chain) throw invalid('给出环节时须同时给出产业链', 'chain')
  const frame = await frameOf(context, principal, query)
  const pack = query.chain ? await requirePack(context, query.chain) : null
  if (pack && query.node) requireNode(pack, query.node)
  const filter = await filterOf(context, frame, { ...query, sort: 'code', limit: 1 })
  const { chain, node, scope, honour } = query
  // Only what changes the answer, so that two ways to ask for the same share an index.
  const key = [frame.dataset, frame.modeKey, frame.region, scope, chain, node, honour, honour && filter.day]
  return { filter, key: JSON.stringify(key) }
}

interface PointViewState extends Resolved, Stamp {
  /** The version that the caller believes in. */
  asked: number | undefined
}

/** The points of one filter at one data version. */
export class PointView {
  readonly #set: PointSet

  constructor(
    private readonly context: SourceContext,
    private readonly state: PointViewState,
  ) {
    const { filter, key, crs } = state
    const { dataset, version } = this
    this.#set = {
      key,
      crs,
      version: `${version} ${crs}`,
      chunks: () => pointChunks(context, filter, { dataset, version }),
    }
  }

  get dataset() {
    return this.state.filter.frame.dataset
  }

  get version() {
    return this.state.versions.get(this.dataset) ?? 0
  }

  get crs() {
    return this.state.crs
  }

  /** What besides the version makes the answer: an imported boundary moves the points, a new day ends honours. */
  get tag() {
    const { query, day } = this.state.filter
    return [this.dataset, this.crs, ...(query.honour ? [day] : [])].join('-')
  }

  tile(at: TileAddress): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#use((points) => points.tile(at))
  }

  async marks({ bbox, zoom }: MarksWish): Promise<PointMarks> {
    const found = await this.#use((points) => points.marks(bbox, Math.floor(zoom)))
    return { ...found, crs: this.crs, version: this.version, dataset: this.dataset }
  }

  async cluster(id: number, limit: number): Promise<PointCluster> {
    const isStale = this.state.asked !== undefined && this.state.asked !== this.version
    const found = isStale ? null : await this.#use((points) => points.cluster(id, limit))
    if (!found) throw notFound(isStale ? '数据已更新，请重新打开地图' : `没有聚合点 ${id}`, isStale ? 'v' : 'id')
    const { count, expansionZoom, creditCodes } = found
    return { count, expansionZoom, enterprises: await this.#described(creditCodes) }
  }

  async summary(): Promise<PointSummary> {
    const enterprises = await countEnterprises(this.context, this.state.filter)
    const located = await this.#use((points) => points.count)
    const { crs, version, dataset } = this
    await requireVersion(this.context, dataset, version)
    return { enterprises, located, unlocated: enterprises - located, crs, version, dataset }
  }

  #use<T>(read: Parameters<typeof this.context.pointIndexes.use<T>>[1]): Promise<T> {
    return this.context.pointIndexes.use(this.#set, read)
  }

  async #described(codes: string[]) {
    const { rows } = await sql<{ credit_code: string; name: string; county_found: string | null }>`
      select credit_code, name, county_found from enterprise
      where dataset = ${this.dataset} and credit_code = any(${codes}::text[]) order by name, credit_code`.execute(
      this.context.db,
    )
    return rows.map(({ credit_code: creditCode, name, county_found: county }) => ({
      creditCode,
      name,
      countyName: county ? this.context.regions.name(county) : '未定位',
    }))
  }
}

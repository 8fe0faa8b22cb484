import { sql, type Transaction } from 'kysely'
import type { IndustryCluster, IndustryClusterLevel } from '@contract/industryClusters'
import type { Dataset } from '@contract/common'
import type { ChainPack } from '@domain/chain/pack'
import type { IndustryClusterTable } from '@server/db/placeTables'
import type { Schema } from '@server/db/schema'
import { activePacks } from './chainEditions'
import { cityNameOf } from './compareRegions'
import { maySee, type SourceContext } from './context'
import { notFound, SourceFailure } from './failure'
import type { Principal } from './principal'

/** A cluster with the codes of its counties as they were written down. */
export interface StoredCluster extends IndustryClusterTable {
  regions: string[]
}

type Db = SourceContext['db'] | Transaction<Schema>

async function withRegions(db: Db, rows: readonly IndustryClusterTable[]): Promise<StoredCluster[]> {
  if (rows.length === 0) return []
  const regions = await db
    .selectFrom('industry_cluster_region')
    .selectAll()
    .where(
      'cluster',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('region')
    .execute()
  return rows.map((row) => ({
    ...row,
    regions: regions.filter(({ cluster }) => cluster === row.id).map(({ region }) => region),
  }))
}

/** Live clusters of a province, by name. */
export async function readStoredClusters(context: SourceContext, dataset: string, province: string) {
  const rows = await context.db
    .selectFrom('industry_cluster')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('province', '=', province)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return withRegions(context.db, rows)
}

/** One cluster, removed or not; refuses those that reach beyond what the principal may see. */
export async function readStoredCluster(context: SourceContext, principal: Principal, id: string) {
  const row = await context.db.selectFrom('industry_cluster').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(`没有编号为 ${id} 的集群`, 'id')
  const [stored] = await withRegions(context.db, [row])
  if (!stored) throw notFound(`没有编号为 ${id} 的集群`, 'id')
  const outside = stored.regions.find((code) => !maySee(context, principal, code))
  if (outside !== undefined)
    throw new SourceFailure('forbidden', `该集群含${context.regions.name(outside)}，不在您的权限内`, 'id')
  return stored
}

/** Grows with every change of any cluster of the province: part of the entity tags, as clusters change between publications. */
export async function clustersRevision(context: SourceContext, dataset: string, province: string): Promise<number> {
  const { rows } = await sql<{ revision: string }>`
    select coalesce(sum(revision), 0) as revision from industry_cluster
    where dataset = ${dataset} and province = ${province}`.execute(context.db)
  return Number(rows[0]?.revision ?? 0)
}

/** 现行区县 of a cluster: codes abolished since are carried to their heirs, with a remark. */
function currentCounties({ regions }: SourceContext, codes: readonly string[]) {
  const seats = codes.map((given) => ({ given, now: regions.resolve(given, 'current') }))
  const remarks = seats.flatMap(({ given, now: { code, kind, footnotes } }) => {
    if (code === given && kind === 'same') return []
    const fate = regions.level(code) === 'county' ? `现按${regions.name(code)}计` : '未计入'
    return [`${regions.name(given)}（${given}）${fate}：${footnotes.join('；')}`]
  })
  const counties = seats.map(({ now }) => now.code).filter((code) => regions.level(code) === 'county')
  return { counties: [...new Set(counties)].sort(), remarks }
}

export async function describeClusters(context: SourceContext, stored: readonly StoredCluster[]) {
  const packs = await activePacks(context)
  return stored.map((row) => describe(context, row, packs))
}

function describe(context: SourceContext, row: StoredCluster, packs: readonly ChainPack[]): IndustryCluster {
  const { regions } = context
  const { counties, remarks } = currentCounties(context, row.regions)
  const pack = packs.find(({ id }) => id === row.chain)
  const node = pack?.nodes.find(({ id }) => id === row.node)
  const lost = !pack
    ? [`产业链 ${row.chain} 已不在产业链库中`]
    : row.node !== null && !node
      ? [`${pack.name}的现行版本没有环节 ${row.node}`]
      : []
  return {
    id: row.id,
    dataset: row.dataset as Dataset,
    province: row.province,
    provinceName: regions.name(row.province),
    name: row.name,
    chain: row.chain,
    chainName: pack?.name ?? row.chain,
    node: row.node,
    nodeName: row.node === null ? null : (node?.name ?? row.node),
    level: row.level as IndustryClusterLevel,
    batchName: row.batch_name,
    document: row.document,
    counties: counties.map((code) => ({
      code,
      name: regions.name(code),
      cityName: cityNameOf(context, { code, level: 'county' }),
    })),
    revision: row.revision,
    updatedAt: row.updated_at,
    remarks: [...lost, ...remarks],
  }
}

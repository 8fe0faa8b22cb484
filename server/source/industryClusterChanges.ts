import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { IndustryCluster, IndustryClusterChange, IndustryClusterCreation } from '@contract/industryClusters'
import type { Schema } from '@server/db/schema'
import type { SourceContext } from './context'
import { conflict, notFound, SourceFailure } from './failure'
import { judgeDraft, type Draft } from './industryClusterDraft'
import { describeClusters, readStoredCluster } from './industryClusterStore'
import type { Principal } from './principal'

type Trx = Transaction<Schema>

const DUPLICATE_KEY = '23505'

/** Two people may give one name at once; the index decides, and the loser hears it in words. */
async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY
    throw isTaken ? new SourceFailure('conflict', `本省已有名为“${name}”的集群，请换一个名称`, 'name') : error
  }
}

async function answer(context: SourceContext, principal: Principal, id: string): Promise<IndustryCluster> {
  const [cluster] = await describeClusters(context, [await readStoredCluster(context, principal, id)])
  if (!cluster) throw notFound(`没有编号为 ${id} 的集群`, 'id')
  return cluster
}

export async function createIndustryCluster(
  context: SourceContext,
  principal: Principal,
  { dataset, ...wish }: z.output<typeof IndustryClusterCreation>,
): Promise<IndustryCluster> {
  const { draft, province } = await judgeDraft(context, principal, wish)
  const id = crypto.randomUUID()
  const at = context.now().toISOString()
  const stamp = { created_at: at, created_by: principal.name, updated_at: at, removed_at: null, revision: 1 }
  await named(draft.name, () =>
    context.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('industry_cluster')
        .values({ id, dataset, province, ...columnsOf(draft), ...stamp })
        .execute()
      await storeCounties(trx, id, draft.counties)
    }),
  )
  return answer(context, principal, id)
}

export async function changeIndustryCluster(
  context: SourceContext,
  principal: Principal,
  id: string,
  { revision, ...wish }: z.output<typeof IndustryClusterChange>,
): Promise<IndustryCluster> {
  const stored = await readStoredCluster(context, principal, id)
  const { draft, province } = await judgeDraft(context, principal, wish)
  if (province !== stored.province)
    throw new SourceFailure('invalid', `该集群属于${context.regions.name(stored.province)}，不能改到别省`, 'counties')
  await named(draft.name, () =>
    context.db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('industry_cluster')
        .set({ ...columnsOf(draft), updated_at: context.now().toISOString(), revision: sql<number>`revision + 1` })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw conflict('该集群已被他人修改或删除，请刷新后再改')
      await trx.deleteFrom('industry_cluster_region').where('cluster', '=', id).execute()
      await storeCounties(trx, id, draft.counties)
    }),
  )
  return answer(context, principal, id)
}

/** Removal hides a cluster; it can be restored as it was. Doing either twice changes nothing. */
export async function setRemoved(context: SourceContext, principal: Principal, id: string, isRemoved: boolean) {
  const stored = await readStoredCluster(context, principal, id)
  const at = context.now().toISOString()
  await named(stored.name, () =>
    context.db
      .updateTable('industry_cluster')
      .set({ removed_at: isRemoved ? at : null, updated_at: at, revision: sql<number>`revision + 1` })
      .where('id', '=', id)
      .where('removed_at', isRemoved ? 'is' : 'is not', null)
      .execute(),
  )
  return answer(context, principal, id)
}

const columnsOf = ({ name, chain, node, level, batchName, document }: Draft) => ({
  name,
  chain,
  node,
  level,
  batch_name: batchName,
  document,
})

async function storeCounties(trx: Trx, cluster: string, counties: readonly string[]) {
  const rows = counties.map((region) => ({ cluster, region }))
  await trx.insertInto('industry_cluster_region').values(rows).execute()
}

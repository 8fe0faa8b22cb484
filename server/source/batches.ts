import { sql, type Selectable, type Transaction } from 'kysely'
import type { Batch, BatchCounts, BatchReport, BatchStatus, RowsPage, StagedRowView, Verdict } from '@contract/batches'
import type { BatchTable, Schema } from '@server/db/schema'
import { rebuildAggregates } from './aggregates'
import { maySee, requireRegion, type SourceContext } from './context'
import { conflict, invalid, notFound } from './failure'
import type { Principal } from './principal'
import { projectList, projectRegister } from './projection'

type Row = Selectable<BatchTable>

/** A batch as stored; live progress of a running read is added by the intake desk. */
export function batchOf(row: Row, sameAs: string | null = null): Batch {
  return {
    id: row.id,
    fileName: row.file_name,
    fileSize: row.file_size,
    fileHash: row.file_hash,
    province: row.province,
    provider: row.provider,
    period: row.period,
    createdAt: row.created_at,
    createdBy: row.created_by,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    progress: row.status === 'reading' ? 0 : 1,
    sameAs,
    // Stored by us from values that the contract had admitted.
    kind: row.kind as Batch['kind'],
    scope: row.scope as Batch['scope'],
    dataClass: row.data_class as Batch['dataClass'],
    dataset: row.dataset as Batch['dataset'],
    status: row.status as BatchStatus,
    counts: JSON.parse(row.counts) as BatchCounts,
    failure: row.failure ? (JSON.parse(row.failure) as Batch['failure']) : null,
    report: row.report ? (JSON.parse(row.report) as BatchReport) : null,
  }
}

async function requireBatch(context: SourceContext, principal: Principal, id: string): Promise<Row> {
  const row = await context.db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound(`没有批次 ${id}`, 'id')
  requireRegion(context, principal, row.province)
  return row
}

export async function readBatch(context: SourceContext, principal: Principal, id: string): Promise<Batch> {
  const row = await requireBatch(context, principal, id)
  const twin = await context.db
    .selectFrom('batch')
    .select('id')
    .where('file_hash', '=', row.file_hash)
    .where('kind', '=', row.kind)
    .where('status', '=', 'published')
    .where('id', '<>', id)
    .executeTakeFirst()
  return batchOf(row, twin?.id ?? null)
}

export async function listBatches(context: SourceContext, principal: Principal) {
  const rows = await context.db
    .selectFrom('batch')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  const visible = rows.filter((row) => maySee(context, principal, row.province))
  return {
    batches: visible.map((row) => {
      const { report: _report, ...summary } = batchOf(row)
      return summary
    }),
  }
}

/** The rows of a batch, by verdict or by kind of problem, in file order. */
export async function readRows(
  context: SourceContext,
  principal: Principal,
  id: string,
  query: { verdict?: Verdict | undefined; problem?: string | undefined; after: number; limit: number },
): Promise<RowsPage> {
  await requireBatch(context, principal, id)
  const wanted = sql`r.batch_id = ${id}
    and ${query.verdict ? sql`r.verdict = ${query.verdict}` : sql`true`}
    and ${query.problem ? sql`position(${`"code":"${query.problem}"`} in r.problems) > 0` : sql`true`}`
  const total = await sql<{ n: string }>`select count(*) as n from staged_row r where ${wanted}`.execute(context.db)
  const { rows } = await sql<Selectable<Schema['staged_row']>>`
    select r.* from staged_row r where ${wanted} and r.row_no > ${query.after}
    order by r.row_no limit ${query.limit + 1}`.execute(context.db)
  const page = rows.slice(0, query.limit)
  return {
    total: Number(total.rows[0]?.n ?? 0),
    rows: page.map((row) => stagedRowView(context, row)),
    next: rows.length > query.limit ? (page.at(-1)?.row_no ?? null) : null,
  }
}

function stagedRowView(context: SourceContext, row: Selectable<Schema['staged_row']>): StagedRowView {
  return {
    row: row.row_no,
    verdict: row.verdict as Verdict,
    creditCode: row.credit_code,
    name: row.name,
    county: row.county_found,
    countyName: row.county_found ? context.regions.name(row.county_found) : '未定位',
    locatedBy: row.located_by as StagedRowView['locatedBy'],
    problems: JSON.parse(row.problems) as StagedRowView['problems'],
    overrideReason: row.override_reason,
  }
}

/** 人工放行: lets a quarantined row pass, with the reason on record; an empty reason takes it back. */
export async function overrideRow(
  context: SourceContext,
  principal: Principal,
  id: string,
  rowNo: number,
  reason: string,
) {
  const batch = await requireBatch(context, principal, id)
  if (batch.status !== 'staged') throw conflict('只有待发布的批次可以逐行放行')
  const row = await context.db
    .selectFrom('staged_row')
    .selectAll()
    .where('batch_id', '=', id)
    .where('row_no', '=', rowNo)
    .executeTakeFirst()
  if (!row) throw notFound(`该批次没有第 ${rowNo} 行`, 'row')
  if (row.verdict !== 'quarantined') throw invalid('只有待核验的行可以放行；被退回的行请改正后重新导入', 'row')
  if (reason !== '' && [...reason].length < 2) throw invalid('请写明放行理由（至少两个字）', 'reason')
  const override_reason = reason === '' ? null : reason
  await context.db
    .updateTable('staged_row')
    .set({ override_reason })
    .where('batch_id', '=', id)
    .where('row_no', '=', rowNo)
    .execute()
  return stagedRowView(context, { ...row, override_reason })
}

/** 发布: one transaction; afterwards every screen shows the new version, or nothing has changed. */
export function publishBatch(context: SourceContext, principal: Principal, id: string) {
  return changeStatus(context, principal, id, { from: 'staged', to: 'published', refusal: '只有待发布的批次可以发布' })
}

/** 撤回: restores what was before the batch was published. */
export function withdrawBatch(context: SourceContext, principal: Principal, id: string) {
  return changeStatus(context, principal, id, {
    from: 'published',
    to: 'withdrawn',
    refusal: '只有已发布的批次可以撤回',
  })
}

/** Supply links and figures of regions have no part in the aggregates. */
const WITHOUT_AGGREGATES = new Set(['links', 'figures'])

interface Change {
  from: BatchStatus
  to: 'published' | 'withdrawn'
  refusal: string
}

async function changeStatus(context: SourceContext, principal: Principal, id: string, change: Change): Promise<Batch> {
  const batch = await requireBatch(context, principal, id)
  const at = context.now().toISOString()
  await context.db.transaction().execute(async (trx) => {
    await bumpVersion(trx, batch.dataset, at)
    const { numUpdatedRows } = await trx
      .updateTable('batch')
      .set(
        change.to === 'published'
          ? {
              status: 'published',
              published_at: at,
              published_seq: sql<number>`(select coalesce(max(published_seq), 0) + 1 from batch)`,
            }
          : { status: 'withdrawn', withdrawn_at: at },
      )
      .where('id', '=', id)
      .where('status', '=', change.from)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw conflict(`${change.refusal}（当前状态已变化，请刷新）`)
    if (batch.kind === 'register') await projectRegister(trx, context, batch.dataset, id)
    else await projectList(trx, context, batch.dataset, id, batch.kind, change.to === 'published')
    if (!WITHOUT_AGGREGATES.has(batch.kind)) await rebuildAggregates(trx, batch.dataset, context, at.slice(0, 10))
  })
  return readBatch(context, principal, id)
}

/** Publishers queue here: the row lock makes the versions, and so the publications, a sequence. */
export async function bumpVersion(trx: Transaction<Schema>, dataset: string, at: string) {
  const { numUpdatedRows } = await trx
    .updateTable('data_version')
    .set({ version: sql<number>`version + 1`, updated_at: at })
    .where('dataset', '=', dataset)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    await trx.insertInto('data_version').values({ dataset, version: 1, updated_at: at }).execute()
}

const CANCELLABLE = ['reading', 'staged', 'failed']

/** Forgets an unpublished batch and its rows. */
export async function cancelBatch(context: SourceContext, principal: Principal, id: string): Promise<Batch> {
  await requireBatch(context, principal, id)
  await context.db.transaction().execute(async (trx) => {
    // The status first: its row lock decides between a cancellation and a publication that run at once.
    const { numUpdatedRows } = await trx
      .updateTable('batch')
      .set({ status: 'cancelled' })
      .where('id', '=', id)
      .where('status', 'in', CANCELLABLE)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw conflict('已发布的批次不能取消，请使用撤回')
    await trx.deleteFrom('staged_row').where('batch_id', '=', id).execute()
  })
  return readBatch(context, principal, id)
}

import { sql } from 'kysely'
import type { Batch, BatchCounts, BatchReport, UploadFields } from '@contract/batches'
import type { z } from 'zod'
import type { SourceContext } from './context'
import { emptyCounts } from './counts'
import { conflict } from './failure'
import type { Principal } from './principal'

type Fields = z.output<typeof UploadFields>

export interface StoredFileFacts {
  fileName: string
  fileSize: number
  fileHash: string
}

/** Opens a batch whose file is about to be read. */
export async function openBatch(
  context: SourceContext,
  principal: Principal,
  id: string,
  fields: Fields,
  file: StoredFileFacts,
) {
  await context.db
    .insertInto('batch')
    .values({
      id,
      kind: fields.kind,
      file_name: file.fileName,
      file_size: file.fileSize,
      file_hash: file.fileHash,
      province: fields.province,
      provider: fields.provider,
      period: fields.period,
      scope: fields.scope,
      data_class: fields.dataClass,
      dataset: fields.dataClass === 'demo' ? 'demo' : 'real',
      status: 'reading',
      created_at: context.now().toISOString(),
      created_by: principal.name,
      published_at: null,
      published_seq: null,
      withdrawn_at: null,
      counts: JSON.stringify(emptyCounts()),
      mapping: null,
      report: null,
      failure: null,
      editions: '[]',
    })
    .execute()
}

/** Starts a read over: the rows of an earlier read of the same file are dropped. Of two that ask at once one is refused. */
export async function restartBatch(context: SourceContext, id: string, mapping: string) {
  await context.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('batch')
      .set({ status: 'reading', mapping, failure: null })
      .where('id', '=', id)
      .where('status', 'in', ['staged', 'failed'])
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw conflict('该批次正在读取或已发布，不能修改列对应关系')
    await trx.deleteFrom('staged_row').where('batch_id', '=', id).execute()
  })
}

/** Stores one chunk; the text is a JSON array whose objects have the column names of staged_row. */
export async function stageRows(context: SourceContext, rowsJson: string) {
  await sql`
    insert into staged_row (batch_id, row_no, verdict, credit_code, name, name_grams, county_found, located_by, located_level,
      address, products, business_scope, industry_code, in_stat_scope, registered_on, lng, lat, crs, facts, memberships, extra, problems, raw)
    select batch_id, row_no, verdict, credit_code, name, name_grams, county_found, located_by, located_level,
      address, products, business_scope, industry_code, in_stat_scope, registered_on, lng, lat, crs, facts, memberships, extra, problems, raw
    from json_populate_recordset(null::staged_row, ${rowsJson}::json)`.execute(context.db)
}

export async function finishBatch(
  context: SourceContext,
  id: string,
  counts: BatchCounts,
  report: BatchReport,
  editions: string,
) {
  await context.db
    .updateTable('batch')
    .set({ status: 'staged', counts: JSON.stringify(counts), report: JSON.stringify(report), editions })
    .where('id', '=', id)
    .where('status', '=', 'reading')
    .execute()
}

/** A refused or broken read keeps the batch, with the reason, and none of its rows. */
export async function failBatch(
  context: SourceContext,
  id: string,
  failure: NonNullable<Batch['failure']>,
  report: BatchReport | null = null,
) {
  await context.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('batch')
      .set({ status: 'failed', failure: JSON.stringify(failure), report: report && JSON.stringify(report) })
      .where('id', '=', id)
      .where('status', '=', 'reading')
      .executeTakeFirst()
    if (numUpdatedRows === 1n) await trx.deleteFrom('staged_row').where('batch_id', '=', id).execute()
  })
}

/** After a restart no read is running any more, whatever the table says. */
export async function failInterruptedReads(context: SourceContext) {
  const rows = await context.db.selectFrom('batch').select('id').where('status', '=', 'reading').execute()
  for (const { id } of rows) {
    await failBatch(context, id, {
      code: 'interrupted',
      message: '读取过程中服务停止，未导入任何数据；请重新上传该文件',
    })
  }
}

/** What the present data says about a staged register: who is known already, and who under another name. */
export async function compareWithKnown(context: SourceContext, id: string, dataset: string) {
  const known = await sql<{ n: string }>`
    select count(*) as n from staged_row r join enterprise e on e.dataset = ${dataset} and e.credit_code = r.credit_code
    where r.batch_id = ${id} and r.verdict = 'accepted'`.execute(context.db)
  const renamed = await sql<{ credit_code: string; name: string; earlier: string }>`
    select r.credit_code, r.name, e.name as earlier
    from staged_row r join enterprise e on e.dataset = ${dataset} and e.credit_code = r.credit_code
    where r.batch_id = ${id} and r.verdict = 'accepted' and r.name <> e.name order by r.row_no limit 200`.execute(
    context.db,
  )
  const linked = await sql<{ n: string }>`
    select count(*) as n from staged_row r
    where r.batch_id = ${id} and r.verdict = 'accepted' and r.memberships <> '[]'`.execute(context.db)
  return {
    known: Number(known.rows[0]?.n ?? 0),
    renamed: renamed.rows.map((row) => ({ creditCode: row.credit_code, name: row.name, earlierName: row.earlier })),
    linked: Number(linked.rows[0]?.n ?? 0),
  }
}

export async function savedMapping(context: SourceContext, provider: string, kind: string): Promise<string | null> {
  const row = await context.db
    .selectFrom('saved_mapping')
    .select('columns')
    .where('provider', '=', provider)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.columns ?? null
}

/** Remembers the user's mapping for the next file of the same provider. */
export async function saveMapping(context: SourceContext, provider: string, kind: string, columns: string) {
  const updated_at = context.now().toISOString()
  await context.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('saved_mapping').where('provider', '=', provider).where('kind', '=', kind).execute()
    await trx.insertInto('saved_mapping').values({ provider, kind, columns, updated_at }).execute()
  })
}

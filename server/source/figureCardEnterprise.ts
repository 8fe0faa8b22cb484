import { sql } from 'kysely'
import type { FigureBatch } from '@contract/figures'
import { COUNTRY, type SourceContext } from './context'
import { notFound } from './failure'
import { plainInput, type Material, type Opened } from './figureCardMaterial'

interface ValueRow {
  name: string
  value: string | null
  batch_id: string | null
  file_name: string | null
  row_no: number | null
}

/** 营业收入 of one enterprise as its register gave it. */
export async function enterpriseMaterial({ context, frame, ref }: Opened): Promise<Material & { name: string }> {
  const isThere =
    ref.region === COUNTRY
      ? sql`true`
      : sql`e.place in (select place from region_map where mode_key = ${frame.modeKey} and region = ${ref.region})`
  const { rows } = await sql<ValueRow>`
    select e.name, v.value::text as value, v.batch_id, b.file_name, min(r.row_no)::integer as row_no
    from enterprise e
    left join enterprise_value v on v.dataset = e.dataset and v.indicator = 'revenue' and v.period = ${ref.period}
      and v.credit_code = e.credit_code
    left join batch b on b.id = v.batch_id
    left join staged_row r on r.batch_id = v.batch_id and r.credit_code = e.credit_code
    where e.dataset = ${ref.dataset} and e.credit_code = ${ref.unit} and ${isThere}
    group by e.name, v.value, v.batch_id, b.file_name`.execute(context.db)
  const [row] = rows
  if (!row) throw notFound('该地区没有这家企业', 'ref')
  const place = row.file_name === null ? '名录' : `《${row.file_name}》第 ${row.row_no} 行`
  return {
    name: row.name,
    value: row.value,
    formula: 'reported',
    inputs: row.value === null ? [] : [plainInput('revenue', 'own', place, row.value, '名录中填报的数，已换算为万元')],
    rests: [],
    refusal: '这家企业没有报送本统计期的营业收入',
  }
}

/** The one batch that its value came from. */
export async function enterpriseSource(context: SourceContext, { ref }: Opened): Promise<FigureBatch[]> {
  const rows = await context.db
    .selectFrom('enterprise_value as v')
    .innerJoin('batch as b', 'b.id', 'v.batch_id')
    .select([
      'b.id',
      'b.kind',
      'b.provider',
      'b.file_name',
      'b.period',
      'b.data_class',
      'b.published_at',
      'b.created_by',
    ])
    .where('v.dataset', '=', ref.dataset)
    .where('v.indicator', '=', 'revenue')
    .where('v.period', '=', ref.period)
    .where('v.credit_code', '=', ref.unit)
    .execute()
  return rows.map((row) => ({
    batch: row.id,
    kind: row.kind,
    provider: row.provider,
    fileName: row.file_name,
    period: row.period,
    dataClass: row.data_class as FigureBatch['dataClass'],
    publishedAt: row.published_at,
    publishedBy: row.created_by,
    enterprises: 1,
  }))
}

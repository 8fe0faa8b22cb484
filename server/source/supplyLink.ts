import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Assertion, LinkCard, LinkQuery } from '@contract/supply'
import { readJson } from '@server/network/questions'
import { marksSaid } from '@server/network/yearTrades'
import type { SourceContext } from './context'
import { notFound } from './failure'
import type { Principal } from './principal'
import { askNetwork } from './supply'

export interface AssertionRow {
  supplier: string
  buyer: string
  year: string
  product: string | null
  amount: string | null
  share: string | null
  evidence_class: Assertion['evidence']
  evidence: string | null
  document: string | null
  stated_on: string | null
  ttr_days: string | null
  tts_days: string | null
  alternates: number | null
  mark: string | null
  is_used: boolean
  is_conflict: boolean
  supplier_name: string | null
  buyer_name: string | null
  supplier_by: Assertion['supplierMatchedBy']
  buyer_by: Assertion['buyerMatchedBy']
  batch_id: string
  row_no: number
  file_name: string
  provider: string
  data_class: Assertion['dataClass']
  published_at: string | null
}

/** 一条供应关系: every row that asserted it, whoever it came from, and which one counts. */
export async function readLink(
  context: SourceContext,
  who: Principal,
  query: z.output<typeof LinkQuery>,
): Promise<LinkCard> {
  const { supplier, buyer } = query
  const { frame, json } = await askNetwork(context, who, query, 'link', (own) => ({ frame: own, supplier, buyer }))
  const rows = await readAssertions(context, frame.dataset, supplier, buyer)
  if (rows.length === 0) throw notFound('这两家企业之间没有这个方向的供应关系', 'buyer')
  return { ...readJson(json), assertions: rows.map(assertionOf) }
}

const readAssertions = (context: SourceContext, dataset: string, supplier: string, buyer: string) =>
  assertionsWhere(
    context,
    sql`l.dataset = ${dataset} and l.supplier = ${supplier} and l.buyer = ${buyer}`,
    sql`year desc, coalesce(l.product, ''), b.published_seq desc nulls last, l.row_no desc`,
  )

/** Published rows of supply relations, and by the rule of the index which of them counts. `where` takes whole trades. */
export async function assertionsWhere(
  context: SourceContext,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<AssertionRow[]> {
  const same = sql`partition by l.supplier, l.buyer, left(l.period, 4), coalesce(l.product, '')`
  const { rows } = await sql<AssertionRow>`
    select l.supplier, l.buyer, left(l.period, 4) as year, l.product, l.amount_wan::text as amount,
      l.share_percent::text as share, l.evidence_class, l.evidence, l.document, l.stated_on, l.ttr_days::text as ttr_days,
      l.tts_days::text as tts_days, l.alternates, l.mark, l.supplier_name, l.buyer_name, l.supplier_by, l.buyer_by,
      l.batch_id, l.row_no, b.file_name, b.provider, b.data_class, b.published_at,
      row_number() over (${same} order by b.published_seq desc nulls last, l.row_no desc) = 1 as is_used,
      coalesce(min(l.amount_wan) over (${same}) <> max(l.amount_wan) over (${same}), false) as is_conflict
    from supply_link l join batch b on b.id = l.batch_id
    where ${where} order by ${order}`.execute(context.db)
  return rows
}

export const assertionOf = (row: AssertionRow): Assertion => ({
  year: row.year,
  product: row.product,
  amountWan: trimmed(row.amount),
  sharePercent: trimmed(row.share),
  evidence: row.evidence_class,
  evidenceText: row.evidence,
  document: row.document,
  statedOn: row.stated_on,
  ttrDays: row.ttr_days === null ? null : Number(row.ttr_days),
  ttsDays: row.tts_days === null ? null : Number(row.tts_days),
  alternates: row.alternates,
  mark: row.is_conflict ? 'amount-conflict' : (marksSaid(row.mark)[0] ?? null),
  isUsed: row.is_used,
  supplierName: row.supplier_name,
  buyerName: row.buyer_name,
  supplierMatchedBy: row.supplier_by,
  buyerMatchedBy: row.buyer_by,
  batch: row.batch_id,
  fileName: row.file_name,
  provider: row.provider,
  dataClass: row.data_class,
  publishedAt: row.published_at,
  row: row.row_no,
})

/** 100.0000 → 100. */
const trimmed = (decimal: string | null) => decimal?.replace(/(\.\d*?)0+$/u, '$1').replace(/\.$/u, '') ?? null

import { sql } from 'kysely'
import { TRADE_MARKS } from '@domain/register/judgeTrade'
import { problemLabel } from '@domain/register/problemLabels'
import type { Problem } from '@domain/register/staged'
import { LARGEST_CYCLE, tradeCycles } from '@domain/register/tradeCycles'
import type { SourceContext } from './context'

interface Remark {
  row: number
  problem: Problem
  mark: string | null
}

export interface TradeChecks {
  problems: { code: string; level: 'warning'; message: string; rows: number; firstRow: number }[]
  notes: string[]
}

/** The rows of a batch as trades: who, what, when. Names stand for themselves until they are matched. */
const trades = (batch: string) => sql`
  trade as (
    select r.row_no, r.verdict, coalesce(r.credit_code, 'name:' || (r.x ->> 'supplierKey')) as s,
      coalesce(r.x ->> 'buyerCode', 'name:' || (r.x ->> 'buyerKey')) as b, coalesce(r.x ->> 'product', '') as p,
      coalesce(r.x ->> 'year', r.period) as y, (r.x ->> 'amountWan')::numeric as amount,
      (r.x ->> 'sharePercent')::numeric as share
    from (
      select row_no, verdict, credit_code, extra::json as x, batch.period
      from staged_row join batch on batch.id = staged_row.batch_id
      where batch_id = ${batch} and verdict in ('accepted', 'quarantined')) r)`

/**
 * What only the whole file tells of its rows: sums of shares, contradictory amounts, cycles, codes that nobody has. Every
 * row stays, with a warning and a visible mark. The database sorts, so that memory does not grow with the file.
 */
export async function crossCheckTrades(context: SourceContext, batch: string, dataset: string): Promise<TradeChecks> {
  const { remarks: circular, notes } = await cycleRemarks(context, batch)
  const remarks = [
    ...(await conflictRemarks(context, batch)),
    ...(await shareRemarks(context, batch)),
    ...circular,
    ...(await unknownRemarks(context, batch, dataset)),
  ]
  await writeRemarks(context, batch, remarks)
  return { problems: countsOf(remarks), notes }
}

const warning = (field: string, code: string, message: string): Problem => ({ level: 'warning', field, code, message })

/** 100.0000、120.5000 → 100、120.5 */
const plain = (values: string) =>
  values
    .split('、')
    .map(Number)
    .sort((a, b) => a - b)
    .join('、')

async function conflictRemarks(context: SourceContext, batch: string): Promise<Remark[]> {
  const { rows } = await sql<{ row_no: number; amounts: string | null; shares: string | null }>`
    with ${trades(batch)},
    pair as materialized (
      select s, b, p, y,
        case when count(distinct amount) > 1 then string_agg(distinct amount::text, '、') end as amounts,
        case when count(distinct share) > 1 then string_agg(distinct share::text, '、') end as shares
      from trade group by s, b, p, y having count(distinct amount) > 1 or count(distinct share) > 1)
    select t.row_no, pair.amounts, pair.shares from trade t join pair on pair.s = t.s and pair.b = t.b and pair.p = t.p
      and pair.y = t.y order by t.row_no`.execute(context.db)
  const said = (what: string, values: string, mark: string, field: string, code: string, row: number): Remark => ({
    row,
    mark,
    problem: warning(
      field,
      code,
      `同一供需双方、产品、年份写了不同的${what}（${values}）；各行都保留并标记“${mark}”，计算时采用最后一行，不相加；请核对`,
    ),
  })
  return rows.flatMap(({ row_no, amounts, shares }) => [
    ...(amounts === null
      ? []
      : [said('金额', `${plain(amounts)} 万元`, TRADE_MARKS.amounts, 'amount', 'amount-conflict', row_no)]),
    ...(shares === null
      ? []
      : [said('份额', `${plain(shares)} %`, TRADE_MARKS.shares, 'share', 'share-conflict', row_no)]),
  ])
}

/** One supplier said twice counts once, with its largest share. */
async function shareRemarks(context: SourceContext, batch: string): Promise<Remark[]> {
  const { rows } = await sql<{ row_no: number; total: string }>`
    with ${trades(batch)},
    part as (select s, b, p, y, max(share) as share from trade where share is not null group by s, b, p, y),
    whole as materialized (select b, p, y, sum(share) as total from part group by b, p, y having sum(share) > 100)
    select t.row_no, whole.total::text as total from trade t
    join whole on whole.b = t.b and whole.p = t.p and whole.y = t.y
    where t.share is not null order by t.row_no`.execute(context.db)
  return rows.map(({ row_no, total }) => ({
    row: row_no,
    mark: TRADE_MARKS.shareSum,
    problem: warning(
      'share',
      'share-sum',
      `该采购商这种产品这一年的份额合计为 ${plain(total)}%，超过 100%；各行都保留并标记，请核对`,
    ),
  }))
}

async function cycleRemarks(context: SourceContext, batch: string) {
  const { rows } = await sql<{ packed: string | null }>`with ${trades(batch)}
    select json_agg(json_build_array(row_no, s, b) order by row_no)::text as packed from trade`.execute(context.db)
  const list = JSON.parse(rows[0]?.packed ?? '[]') as [number, string, string][]
  const { size, woven } = tradeCycles(
    list.map(([, supplier]) => supplier),
    list.map(([, , buyer]) => buyer),
  )
  const remarks = list.flatMap(([row], at): Remark[] => {
    const firms = size[at] ?? 0
    if (firms < 2 || firms > LARGEST_CYCLE) return []
    const message = `处在 ${firms} 家企业的循环供应中（甲供乙、乙又直接或间接供甲）；这是允许的，已保留并标记，请核对方向没有填反`
    return [{ row, mark: TRADE_MARKS.cycle, problem: warning('buyerCode', 'trade-cycle', message) }]
  })
  const note = `有 ${woven} 家企业在更大的循环供应中（超过 ${LARGEST_CYCLE} 家），属正常情况，不逐行标记`
  return { remarks, notes: woven > 0 ? [note] : [] }
}

/** Codes that are right but in no published register: outside nodes, as long as that is so. */
async function unknownRemarks(context: SourceContext, batch: string, dataset: string): Promise<Remark[]> {
  const { rows } = await sql<{ row_no: number; supplier: string | null; buyer: string | null }>`
    with ${trades(batch)},
    side as (select distinct s as id from trade union select distinct b from trade),
    stranger as (
      select id from side where id not like 'name:%' and not exists (
        select 1 from enterprise e where e.dataset = ${dataset} and e.credit_code = side.id))
    select t.row_no, s.id as supplier, b.id as buyer from trade t
    left join stranger s on s.id = t.s left join stranger b on b.id = t.b
    where t.verdict = 'accepted' and (s.id is not null or b.id is not null) order by t.row_no`.execute(context.db)
  return rows.map(({ row_no, supplier, buyer }) => {
    const who = [supplier && '供应商', buyer && '采购商'].filter(Boolean).join('、')
    const message = `${who}的信用代码不在已发布的企业名录中，作为库外企业（省外或未入库）保留；导入名录后自动认定`
    return {
      row: row_no,
      mark: null,
      problem: warning(supplier ? 'creditCode' : 'buyerCode', 'party-unknown', message),
    }
  })
}

/** Both columns are JSON text of one array and one object: what comes in addition is put before the last bracket. */
async function writeRemarks(context: SourceContext, batch: string, remarks: readonly Remark[]) {
  const byRow = new Map<number, { problems: string[]; marks: string[] }>()
  for (const { row, problem, mark } of remarks) {
    const own = byRow.get(row) ?? { problems: [], marks: [] }
    own.problems.push(JSON.stringify(problem))
    if (mark !== null) own.marks.push(mark)
    byRow.set(row, own)
  }
  if (byRow.size === 0) return
  const packed = [...byRow].map(([row_no, { problems, marks }]) => ({
    row_no,
    problems: problems.join(','),
    mark: marks.length > 0 ? `"crossMark":${JSON.stringify(marks.join('；'))}` : null,
  }))
  await sql`
    update staged_row r set
      problems = case when r.problems = '[]' then '[' else left(r.problems, -1) || ',' end || f.problems || ']',
      extra = case when f.mark is null then r.extra
        else case when r.extra = '{}' then '{' else left(r.extra, -1) || ',' end || f.mark || '}' end
    from json_to_recordset(${JSON.stringify(packed)}::json) as f (row_no integer, problems text, mark text)
    where r.batch_id = ${batch} and r.row_no = f.row_no`.execute(context.db)
}

function countsOf(remarks: readonly Remark[]): TradeChecks['problems'] {
  const counts = new Map<string, TradeChecks['problems'][number]>()
  for (const { row, problem } of remarks) {
    const { code } = problem
    const known = counts.get(code)
    if (known) known.rows += 1
    else counts.set(code, { code, level: 'warning', message: problemLabel(code), rows: 1, firstRow: row })
  }
  return [...counts.values()]
}

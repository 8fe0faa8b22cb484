import { sql, type RawBuilder } from 'kysely'
import { MOST_WALKED } from '@domain/checkup/thresholds'
import type { SourceContext } from '../context'
import type { Frame } from '../view'

/** The enterprises that are walked one by one: the region's, or of a very large register those on the chain. */
export interface Walk {
  frame: Frame
  base: RawBuilder<unknown>
  looked: number
  note: string | null
}

interface Wish {
  frame: Frame
  chain: string
  chainName: string
  /** Of the region's whole register, and of the chain. */
  enterprises: number
  onChain: number
}

/** Rows of `enterprise` under the name e. */
export async function walkOf(context: SourceContext, wish: Wish): Promise<Walk> {
  const { frame, chain, chainName, enterprises, onChain } = wish
  const { rows } = await sql<{ place: string }>`
    select place from region_map where mode_key = ${frame.modeKey} and region = ${frame.region}`.execute(context.db)
  const places = rows.map(({ place }) => place)
  const here = sql`e.dataset = ${frame.dataset} and e.place = any(${places}::text[])`
  if (enterprises <= MOST_WALKED) return { frame, base: here, looked: enterprises, note: null }
  const linked = sql`e.credit_code in (select m.credit_code from membership m
    where m.dataset = ${frame.dataset} and m.chain = ${chain})`
  return {
    frame,
    base: sql`${here} and ${linked}`,
    looked: onChain,
    note: `名录超过 20 万家，只查${chainName}链上企业`,
  }
}

/** Name of the file and the row in it of each enterprise's present record. */
export async function rowsOf(context: SourceContext, found: readonly { code: string; batch: string }[]) {
  if (found.length === 0) return new Map<string, { id: string; fileName: string; row: number | null }>()
  const { rows } = await sql<{ code: string; id: string; file_name: string; row_no: number | null }>`
    select w.code, b.id, b.file_name, min(r.row_no) as row_no
    from json_to_recordset(${JSON.stringify(found)}::json) as w(code text, batch text)
    join batch b on b.id = w.batch
    left join staged_row r on r.credit_code = w.code and r.batch_id = w.batch
    group by w.code, b.id, b.file_name`.execute(context.db)
  return new Map(rows.map(({ code, id, file_name, row_no }) => [code, { id, fileName: file_name, row: row_no }]))
}

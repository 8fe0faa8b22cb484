import { sql, type Transaction } from 'kysely'
import { protect, type SuppressedCell } from '@domain/disclosure/protect'
import type { Register } from '@domain/disclosure/register'
import { ruleKey, type DisclosureRule } from '@domain/disclosure/rule'
import type { Schema } from '@server/db/schema'
import { readRegisters } from './disclosureFacts'

type Trx = Transaction<Schema>

/** Longest stretch of work, ms, before others get their turn. */
const LONGEST_STRETCH = 30

/** 抑制: decides anew for every sum of a dataset whether it is public; after the aggregates, in their transaction. */
export async function suppressAggregates(
  trx: Trx,
  dataset: string,
  periods: readonly string[],
  rule: DisclosureRule | null,
) {
  await sql`update aggregate set revenue_suppressed = null
    where dataset = ${dataset} and revenue_suppressed is not null`.execute(trx)
  if (rule !== null) {
    for (const period of periods)
      for (const register of await readRegisters(trx, dataset, period))
        await markSuppressed(trx, dataset, period, await cellsOf(register, rule))
  }
  const made = { disclosure_rule: ruleKey(rule) }
  await trx.updateTable('data_version').set(made).where('dataset', '=', dataset).execute()
}

const MOST_REMEMBERED = 16
const remembered = new Map<string, readonly SuppressedCell[]>()

/** A list of honours, or a register of another year, leaves the revenue of a period as it was: decided once, known again. */
async function cellsOf(register: Register, rule: DisclosureRule): Promise<readonly SuppressedCell[]> {
  const key = `${ruleKey(rule)} ${fingerprint(JSON.stringify(register))}`
  const cells = remembered.get(key) ?? (await protectedCells(register, rule))
  remembered.delete(key)
  remembered.set(key, cells)
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MOST_REMEMBERED) break
    remembered.delete(oldest)
  }
  return cells
}

/** 128 bits of a text, and its length. */
function fingerprint(text: string): string {
  const sums = [0, 0, 0, 0]
  const factors = [2_654_435_761, 1_597_334_677, 2_246_822_519, 3_266_489_917]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    for (let i = 0; i < sums.length; i += 1)
      sums[i] = Math.imul((sums[i] ?? 0) ^ code, factors[i] ?? 1) ^ ((sums[i] ?? 0) >>> 15)
  }
  return [text.length, ...sums].join(' ')
}

async function protectedCells(register: Register, rule: DisclosureRule): Promise<SuppressedCell[]> {
  const work = protect(register, rule)
  let since = performance.now()
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() - since < LONGEST_STRETCH) continue
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}

async function markSuppressed(trx: Trx, dataset: string, period: string, cells: readonly SuppressedCell[]) {
  const rows = cells.map(({ region, unit, scope, reason }) => {
    const [mode_key, code] = region.split(' ')
    const [chain, unit_kind, id] = unit.split(' ')
    return { mode_key, region: code, chain, unit_kind, unit: id, scope, reason }
  })
  await sql`
    update aggregate a set revenue_suppressed = s.reason
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as s (mode_key text, region text, chain text, unit_kind text, unit text, scope text, reason text)
    where a.dataset = ${dataset} and a.mode_key = s.mode_key and a.region = s.region and a.chain = s.chain
      and a.scope = s.scope and a.period = ${period} and a.unit_kind = s.unit_kind and a.unit = s.unit`.execute(trx)
}

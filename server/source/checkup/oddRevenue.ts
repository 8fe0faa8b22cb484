import { sql, type RawBuilder } from 'kysely'
import { formatRef } from '@domain/figure/figureRef'
import type { OddEnterprise, OddReading } from '@domain/checkup/enterpriseFindings'
import { ENTERPRISE_JUMP, MOST_LISTED } from '@domain/checkup/thresholds'
import type { SourceContext } from '../context'
import { yearBefore } from '../regionMeasures'
import { rowsOf, type Walk } from './enterpriseBase'

interface OddRow {
  code: string
  name: string
  county: string | null
  batch: string
  now: string | null
  before: string | null
  found: number
}

export interface OddRevenue {
  jumps: OddReading
  negative: OddReading
  zero: OddReading
}

/** 营业收入 of single enterprises that cannot be: 10⁴ times the year before, below zero, zero while in the survey. */
export async function readOddRevenue(context: SourceContext, walk: Walk): Promise<OddRevenue> {
  const { frame } = walk
  const before = yearBefore(frame.period)
  const { least, most } = ENTERPRISE_JUMP
  const jumped = sql`w.value > 0 and v.value > 0 and (v.value between w.value * ${least}::numeric and w.value * ${most}::numeric
    or w.value between v.value * ${least}::numeric and v.value * ${most}::numeric)`
  const reading = (rows: OddReading) => rows
  return {
    // A 统计期 that no calendar has (2025M13) has no year before it.
    jumps:
      before === null
        ? { looked: walk.looked, found: 0, odd: [], note: walk.note }
        : reading(await readOdd(context, walk, { which: jumped, before })),
    negative: reading(await readOdd(context, walk, { which: sql`v.value < 0`, before: null })),
    zero: reading(await readOdd(context, walk, { which: sql`v.value = 0 and e.in_stat_scope`, before: null })),
  }
}

async function readOdd(
  context: SourceContext,
  walk: Walk,
  { which, before }: { which: RawBuilder<unknown>; before: string | null },
): Promise<OddReading> {
  const { dataset, period } = walk.frame
  const revenue = (table: string, of: string) => sql`${sql.ref(`${table}.dataset`)} = ${dataset}
    and ${sql.ref(`${table}.indicator`)} = 'revenue' and ${sql.ref(`${table}.period`)} = ${of}`
  const { rows } = await sql<OddRow>`
    select e.credit_code as code, e.name, e.county_found as county, v.batch_id as batch, v.value::text as now,
      ${before === null ? sql`null` : sql`w.value::text`} as before, count(*) over ()::int as found
    from enterprise_value v
    ${before === null ? sql`` : sql`join enterprise_value w on ${revenue('w', before)} and w.credit_code = v.credit_code`}
    join enterprise e on e.dataset = v.dataset and e.credit_code = v.credit_code
    where ${revenue('v', period)} and ${which} and ${walk.base}
    order by abs(v.value) desc, e.credit_code limit ${MOST_LISTED}`.execute(context.db)
  const files = await rowsOf(context, rows)
  return {
    looked: walk.looked,
    found: rows[0]?.found ?? 0,
    odd: rows.map((row) => oddEnterprise(context, walk, row, files.get(row.code))),
    note: walk.note,
  }
}

function oddEnterprise(
  context: SourceContext,
  { frame }: Walk,
  row: OddRow,
  file: OddEnterprise['batch'] | undefined,
): OddEnterprise {
  const { region, scope, period, mode, dataset } = frame
  const seat = { region, scope, period, mode, dataset, chain: null, against: null }
  return {
    creditCode: row.code,
    name: row.name,
    region: row.county ? { code: row.county, name: context.regions.name(row.county) } : null,
    batch: file ?? { id: row.batch, fileName: '', row: null },
    now: row.now,
    before: row.before,
    ref: formatRef({ ...seat, indicator: 'revenue', kind: 'enterprise', unit: row.code }),
  }
}

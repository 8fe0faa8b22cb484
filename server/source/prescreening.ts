import type { z } from 'zod'
import type { Prescreening, PrescreeningQuery } from '@contract/honours'
import { HONOUR_INPUTS, HONOUR_INPUT_IDS, type InputValues } from '@domain/honour/inputs'
import { prescreen, RESULT_WORDS } from '@domain/honour/prescreen'
import { requireRegion, todayOf, type SourceContext } from './context'
import { notFound } from './failure'
import { listedTitles, readCandidates } from './honourInputs'
import { conditionView, ruleSetOn, STATEMENT } from './honourRules'
import type { Principal } from './principal'
import { requireUnits } from './unitValues'
import { dataVersion, preferredDataset } from './view'

/** 预筛 of one enterprise against every title of the version that applies on the day. */
export async function readPrescreening(
  context: SourceContext,
  principal: Principal,
  code: string,
  query: z.output<typeof PrescreeningQuery>,
): Promise<Prescreening> {
  requireUnits(principal, '不能查看预筛结果', 'creditCode')
  const dataset = query.dataset ?? (await preferredDataset(context, '100000')) ?? 'real'
  const row = await context.db
    .selectFrom('enterprise')
    .select(['name', 'place'])
    .where('dataset', '=', dataset)
    .where('credit_code', '=', code)
    .executeTakeFirst()
  if (!row) throw notFound(`名录中没有统一社会信用代码为 ${code} 的企业`, 'creditCode')
  requireRegion(context, principal, row.place, 'creditCode')
  const on = query.on ?? todayOf(context)
  const listed = await listedTitles(context, dataset, row.place)
  const candidate = (await readCandidates(context, dataset, [code], on, listed)).get(code)
  const { version, document, basis, programmes } = ruleSetOn(on)
  return {
    creditCode: code,
    name: row.name,
    dataset,
    version: (await dataVersion(context, dataset)).version,
    on,
    ruleVersion: version,
    document,
    basis,
    statement: STATEMENT,
    programmes: programmes.map((programme) => {
      const { tier, name, authority, notes } = programme
      const { outcome, unknown, conditions } = prescreen(programme, candidate ?? NOBODY, on)
      return {
        tier,
        name,
        authority,
        notes,
        holds: candidate?.held.has(tier) ?? false,
        outcome,
        outcomeText: RESULT_WORDS[outcome],
        unknown,
        conditions: conditions.map(conditionView),
      }
    }),
    inputs: inputViews(candidate?.values ?? {}),
  }
}

const NOBODY = { values: {}, held: new Set<never>(), listed: new Set<never>() }

const inputViews = (values: InputValues): Prescreening['inputs'] =>
  HONOUR_INPUT_IDS.flatMap((id) => {
    const known = Object.entries(values[id] ?? {}).sort(([a], [b]) => b.localeCompare(a))
    if (known.length === 0) return []
    const { label, unit } = HONOUR_INPUTS[id]
    return [{ id, label, unit, values: known.map(([year, value]) => ({ year, value })) }]
  })

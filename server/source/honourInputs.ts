import { sql } from 'kysely'
import type { Dataset } from '@contract/common'
import { HONOUR_INPUT_IDS, type HonourInput, type InputValues } from '@domain/honour/inputs'
import type { Candidate } from '@domain/honour/prescreen'
import type { HeldTitle } from '@domain/honour/rules'
import { HONOUR_TIERS } from '@domain/register/honourTier'
import { provinceOf, type SourceContext } from './context'
import { validOn } from './honours'

/** Inputs that only the pre-screening reads: whoever has none of them is not screened in lists. */
export const OWN_INPUTS = HONOUR_INPUT_IDS.filter((id) => id !== 'revenue')

/** What is known of the given enterprises on a day. */
export async function readCandidates(
  context: SourceContext,
  dataset: Dataset,
  codes: readonly string[],
  on: string,
  listed: ReadonlySet<HeldTitle>,
): Promise<Map<string, Candidate>> {
  const values = await valuesOf(context, dataset, codes)
  const held = await heldOn(context, dataset, codes, on)
  return new Map(
    codes.map((code) => [
      code,
      { values: values.get(code) ?? {}, held: held.get(code) ?? new Set<HeldTitle>(), listed },
    ]),
  )
}

async function valuesOf({ db }: SourceContext, dataset: Dataset, codes: readonly string[]) {
  const { rows } = await sql<{ credit_code: string; facts: [HonourInput, string, string][] }>`
    select credit_code, json_agg(json_build_array(indicator, period, value::text)) as facts from enterprise_value
    where dataset = ${dataset} and credit_code = any(${codes}::text[]) and indicator = any(${HONOUR_INPUT_IDS}::text[])
      and length(period) = 4
    group by credit_code`.execute(db)
  return new Map(rows.map(({ credit_code, facts }) => [credit_code, inputValues(facts)]))
}

function inputValues(facts: readonly [HonourInput, string, string][]): InputValues {
  const values: Partial<Record<HonourInput, Record<string, string>>> = {}
  for (const [input, year, value] of facts) values[input] = { ...values[input], [year]: value }
  return values
}

const HIGH_TECH = sql`h.programme like '%高新技术企业%'`

async function heldOn({ db }: SourceContext, dataset: Dataset, codes: readonly string[], on: string) {
  const { rows } = await sql<{ credit_code: string; title: string }>`
    select distinct h.credit_code, case when ${HIGH_TECH} then 'high-tech' else h.tier end as title from honour h
    where h.dataset = ${dataset} and h.credit_code = any(${codes}::text[]) and ${validOn(on)}`.execute(db)
  const held = new Map<string, Set<HeldTitle>>()
  for (const { credit_code, title } of rows) {
    if (!isTitle(title)) continue
    held.set(credit_code, (held.get(credit_code) ?? new Set<HeldTitle>()).add(title))
  }
  return held
}

/** Titles of which the province published any list: only there does absence say something. */
export async function listedTitles({ db }: SourceContext, dataset: Dataset, region: string): Promise<Set<HeldTitle>> {
  const { rows } = await sql<{ title: string }>`
    select distinct case when ${HIGH_TECH} then 'high-tech' else h.tier end as title
    from honour h join batch b on b.id = h.batch_id
    where h.dataset = ${dataset} and b.province = ${provinceOf(region)}`.execute(db)
  return new Set(rows.map(({ title }) => title).filter(isTitle))
}

const TITLES: ReadonlySet<string> = new Set([...HONOUR_TIERS, 'high-tech'])
const isTitle = (title: string): title is HeldTitle => TITLES.has(title)

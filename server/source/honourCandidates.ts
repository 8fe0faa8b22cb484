import { Decimal } from 'decimal.js'
import { sql } from 'kysely'
import type { z } from 'zod'
import { EnterpriseQuery } from '@contract/enterprises'
import type { HonourCandidate, HonourCandidateQuery, HonourCandidates } from '@contract/honours'
import { prescreen, RESULT_WORDS, type Candidate } from '@domain/honour/prescreen'
import type { HeldTitle } from '@domain/honour/rules'
import type { CountedTier } from '@domain/register/honourTier'
import { COUNTRY, todayOf, type SourceContext } from './context'
import { conditions, filterOf } from './enterpriseFilter'
import { invalid } from './failure'
import { listedTitles, OWN_INPUTS, readCandidates } from './honourInputs'
import { conditionView, programmeOn, ruleSetOn, STATEMENT } from './honourRules'
import type { Principal } from './principal'
import { requireUnits } from './unitValues'
import { frameOf, type Frame } from './view'

type Query = z.output<typeof HonourCandidateQuery>

/** More than this are not screened at once: the office narrows the region or the chain. */
const MOST_SCREENED = 30_000
const CHUNK = 2000
const LISTS_KEPT = 4

/** Whoever holds one of these has no need of the title. */
const AT_LEAST: Record<Query['tier'], readonly CountedTier[]> = {
  innovative: ['innovative', 'specialised', 'little-giant'],
  specialised: ['specialised', 'little-giant'],
  'little-giant': ['little-giant'],
}

interface Screened {
  screened: number
  met: number
  /** In the order of the list. */
  codes: string[]
}

const kept = new WeakMap<SourceContext, Map<string, Promise<Screened>>>()

/** 培育名单: who has no failing condition, those with the fewest open questions first. Not a verdict. */
export async function readHonourCandidates(
  context: SourceContext,
  principal: Principal,
  query: Query,
): Promise<HonourCandidates> {
  requireUnits(principal, '不能查看培育名单', 'region')
  if (query.region === COUNTRY) throw invalid('培育名单按省、市、县查看', 'region')
  const frame = await frameOf(context, principal, query)
  const on = query.on ?? todayOf(context)
  const { screened, met, codes } = await screenedOf(context, frame, query, on)
  const page = codes.slice(query.after, query.after + query.limit)
  const programme = programmeOn(on, query.tier)
  const { version, document, basis } = ruleSetOn(on)
  return {
    region: frame.region,
    regionName: context.regions.name(frame.region),
    dataset: frame.dataset,
    version: frame.version,
    tier: query.tier,
    tierName: programme.name,
    on,
    ruleVersion: version,
    document,
    basis,
    statement: STATEMENT,
    conditions: programme.conditions.map(({ id, text, clause }) => ({ id, text, clause })),
    screened,
    total: codes.length,
    met,
    rows: await rowsOf(context, frame, query.tier, page, on),
    next: query.after + page.length < codes.length ? query.after + page.length : null,
  }
}

/** The order of the whole list; the last few lists are kept until their data change. */
function screenedOf(context: SourceContext, frame: Frame, query: Query, on: string): Promise<Screened> {
  const lists = kept.get(context) ?? new Map<string, Promise<Screened>>()
  kept.set(context, lists)
  const { region, dataset, period, scope, modeKey, version } = frame
  const key = [region, dataset, period, scope, modeKey, version, query.tier, query.chain, query.node, on].join(' ')
  const known = lists.get(key)
  if (known) return known
  const list = screenAll(context, frame, query, on).catch((error: unknown) => {
    lists.delete(key)
    throw error
  })
  lists.set(key, list)
  for (const oldest of [...lists.keys()].slice(0, -LISTS_KEPT)) lists.delete(oldest)
  return list
}

async function screenAll(context: SourceContext, frame: Frame, query: Query, on: string): Promise<Screened> {
  const codes = await codesWithInputs(context, frame, query)
  const listed = await listedTitles(context, frame.dataset, frame.region)
  const programme = programmeOn(on, query.tier)
  const found: { code: string; unknown: number; revenue: Decimal }[] = []
  let screened = 0
  for (let from = 0; from < codes.length; from += CHUNK) {
    const chunk = await readCandidates(context, frame.dataset, codes.slice(from, from + CHUNK), on, listed)
    for (const [code, candidate] of chunk) {
      if (AT_LEAST[query.tier].some((tier) => candidate.held.has(tier))) continue
      screened += 1
      const { outcome, unknown, conditions: results } = prescreen(programme, candidate, on)
      // Nothing known to be met is no sign of anything.
      if (outcome !== 'unmet' && results.some((result) => result.outcome === 'met'))
        found.push({ code, unknown, revenue: new Decimal(revenueOf(candidate, on) ?? -1) })
    }
  }
  found.sort((a, b) => a.unknown - b.unknown || b.revenue.comparedTo(a.revenue) || (a.code < b.code ? -1 : 1))
  return { screened, met: found.filter(({ unknown }) => unknown === 0).length, codes: found.map(({ code }) => code) }
}

async function codesWithInputs(context: SourceContext, frame: Frame, query: Query): Promise<string[]> {
  const { region, period, scope, mode, dataset } = frame
  const { chain, node } = query
  const filter = await filterOf(
    context,
    frame,
    EnterpriseQuery.parse({ region, period, scope, mode, dataset, ...(chain && { chain }), ...(node && { node }) }),
  )
  const { rows } = await sql<{ credit_code: string }>`
    select e.credit_code from enterprise e where ${conditions(filter)} and e.credit_code in (
      select v.credit_code from enterprise_value v where v.dataset = ${dataset} and v.indicator = any(${OWN_INPUTS}::text[]))
    order by e.credit_code limit ${MOST_SCREENED + 1}`.execute(context.db)
  if (rows.length > MOST_SCREENED)
    throw invalid(`有预筛数据的企业超过 ${MOST_SCREENED} 家，请选择下级地区或一条产业链再看`, 'region')
  return rows.map(({ credit_code }) => credit_code)
}

const revenueOf = ({ values }: Candidate, on: string) => values.revenue?.[String(Number(on.slice(0, 4)) - 1)] ?? null

async function rowsOf(
  context: SourceContext,
  frame: Frame,
  tier: CountedTier,
  codes: readonly string[],
  on: string,
): Promise<HonourCandidate[]> {
  if (codes.length === 0) return []
  const { dataset } = frame
  const firms = await context.db
    .selectFrom('enterprise')
    .select(['credit_code', 'name', 'county_found'])
    .where('dataset', '=', dataset)
    .where('credit_code', 'in', codes)
    .execute()
  const listed: Set<HeldTitle> = await listedTitles(context, dataset, frame.region)
  const candidates = await readCandidates(context, dataset, codes, on, listed)
  const programme = programmeOn(on, tier)
  return codes.flatMap((code) => {
    const [firm, candidate] = [firms.find((item) => item.credit_code === code), candidates.get(code)]
    if (!firm || !candidate) return []
    const { outcome, unknown, conditions: results } = prescreen(programme, candidate, on)
    return [
      {
        creditCode: code,
        name: firm.name,
        county: firm.county_found,
        countyName: firm.county_found ? context.regions.name(firm.county_found) : '未定位',
        outcome,
        outcomeText: RESULT_WORDS[outcome],
        unknown,
        revenueWan: revenueOf(candidate, on),
        conditions: results.map(conditionView),
      },
    ]
  })
}

import { sql, type Transaction } from 'kysely'
import type { Dataset } from '@contract/common'
import type { EnterpriseDetail, OverrideRequest } from '@contract/enterprises'
import type { Crs } from '@domain/geo/crs'
import { HONOUR_INPUT_IDS, HONOUR_INPUTS } from '@domain/honour/inputs'
import type { Schema } from '@server/db/schema'
import { activePacks } from './chainEditions'
import { requireRegion, todayOf, type SourceContext } from './context'
import { adjustAggregates } from './aggregates'
import { bumpVersion } from './batches'
import { keepHonoursOfToday } from './honoursOfToday'
import { invalid, notFound } from './failure'
import { honourState, VALID_STATES } from './honours'
import type { Principal } from './principal'
import { projectMemberships } from './projection'
import { forStaff, reasonFor, unitValue } from './unitValues'
import { preferredDataset } from './view'

const INDICATOR_NAMES: Record<string, string> = {
  revenue: '营业收入',
  output: '工业总产值',
  employees: '从业人员期末人数',
  energy: '综合能源消费量',
}

/** Columns that only the pre-screening asks for. */
function inputName(id: string): string {
  const input = HONOUR_INPUT_IDS.find((known) => known === id)
  return input ? HONOUR_INPUTS[input].label : id
}

/** 企业档案: what is known of one enterprise, from which batch, and why it stands where it stands. */
export async function readEnterprise(
  context: SourceContext,
  principal: Principal,
  code: string,
  wished: Dataset | undefined,
): Promise<EnterpriseDetail> {
  const dataset = wished ?? (await preferredDataset(context, '100000')) ?? 'real'
  const row = await context.db
    .selectFrom('enterprise')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('credit_code', '=', code)
    .executeTakeFirst()
  if (!row) throw notFound(`名录中没有统一社会信用代码为 ${code} 的企业`, 'creditCode')
  requireRegion(context, principal, row.place)
  const history = await historyOf(context, dataset, code)
  return {
    creditCode: code,
    name: row.name,
    dataset,
    otherNames: [...new Set(history.map((item) => item.name))].filter((name) => name !== row.name),
    address: row.address,
    county: row.county_found,
    countyName: row.county_found ? context.regions.name(row.county_found) : '未定位',
    locatedBy: row.located_by as EnterpriseDetail['locatedBy'],
    products: row.products,
    businessScope: row.business_scope,
    industryCode: row.industry_code,
    industryName: (row.industry_code && context.industries.name(row.industry_code)) || null,
    inStatScope: row.in_stat_scope,
    registeredOn: row.registered_on,
    point: pointOf(row),
    facts: unitValue(principal, await factsOf(context, dataset, code)) ?? [],
    honours: await honoursOf(context, dataset, code),
    memberships: (await membershipsOf(context, dataset, code)).map((item) => ({
      ...item,
      reason: reasonFor(principal, item.how, item.reason),
    })),
    history: history.map(({ fileName, row: line, ...rest }) => ({
      ...rest,
      fileName: forStaff(principal, fileName),
      row: forStaff(principal, line),
    })),
  }
}

const SHOWN_PLACES = 6

function pointOf({ lng, lat, crs }: { lng: number | null; lat: number | null; crs: string | null }) {
  if (lng === null || lat === null || crs === null) return null
  const shown = (degrees: number) => Number(degrees.toFixed(SHOWN_PLACES))
  return { lng: shown(lng), lat: shown(lat), givenAs: crs as Crs }
}

async function historyOf(context: SourceContext, dataset: Dataset, code: string) {
  const { rows } = await sql<{
    batch: string
    file_name: string
    provider: string
    period: string
    published_at: string
    row: number
    name: string
  }>`
    select b.id as batch, b.file_name, b.provider, b.period, b.published_at, r.row_no as row, r.name
    from staged_row r join batch b on b.id = r.batch_id
    where r.credit_code = ${code} and b.dataset = ${dataset} and b.status = 'published' and b.kind = 'register'
      and (r.verdict = 'accepted' or (r.verdict = 'quarantined' and r.override_reason is not null))
    order by b.published_seq desc`.execute(context.db)
  return rows.map(({ file_name, published_at, ...rest }) => ({
    ...rest,
    fileName: file_name,
    publishedAt: published_at,
  }))
}

async function factsOf(context: SourceContext, dataset: Dataset, code: string): Promise<EnterpriseDetail['facts']> {
  const { rows } = await sql<{
    indicator: string
    period: string
    value: string
    unit: string
    batch: string
    provider: string
    data_class: string
  }>`
    select f.indicator, f.period, f.value, f.unit, b.id as batch, b.provider, b.data_class
    from fact f join batch b on b.id = f.batch_id where f.dataset = ${dataset} and f.credit_code = ${code}
    order by f.indicator, f.period desc, b.published_seq desc`.execute(context.db)
  return rows.map(({ data_class, ...rest }) => ({
    ...rest,
    name: INDICATOR_NAMES[rest.indicator] ?? inputName(rest.indicator),
    dataClass: data_class as EnterpriseDetail['facts'][number]['dataClass'],
  }))
}

async function honoursOf(context: SourceContext, dataset: Dataset, code: string): Promise<EnterpriseDetail['honours']> {
  const today = todayOf(context)
  const rows = await context.db
    .selectFrom('honour')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('credit_code', '=', code)
    .orderBy('valid_from', 'desc')
    .orderBy('programme')
    .execute()
  return rows.map((row) => ({
    programme: row.programme,
    level: row.level,
    batchName: row.batch_name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    valid: VALID_STATES.has(honourState(row, today)),
    state: honourState(row, today),
    ruleVersion: row.rule_version as EnterpriseDetail['honours'][number]['ruleVersion'],
    endDerived: row.end_derived,
    document: row.document,
    note: row.note,
  }))
}

/** Active memberships, and those that a person took off, which stay visible with the reason. */
async function membershipsOf(
  context: SourceContext,
  dataset: Dataset,
  code: string,
): Promise<EnterpriseDetail['memberships']> {
  const packs = await activePacks(context)
  const { rows } = await sql<{
    chain: string
    node: string
    how: string
    confidence: number
    reason: string
    active: boolean
  }>`
    select chain, node, how, confidence, reason, true as active from membership
    where dataset = ${dataset} and credit_code = ${code}
    union all
    select chain, node, 'manual', 0, reason, false from membership_override
    where dataset = ${dataset} and credit_code = ${code} and action = 'exclude'
    order by 1, 4 desc, 2`.execute(context.db)
  return rows.flatMap((row) => {
    const pack = packs.find((item) => item.id === row.chain)
    const node = pack?.nodes.find((item) => item.id === row.node)
    if (!pack || !node) return []
    const how = row.how as EnterpriseDetail['memberships'][number]['how']
    return [{ ...row, how, confidence: Number(row.confidence), chainName: pack.name, nodeName: node.name }]
  })
}

/** 人工调整 of one membership; the aggregates follow in the same transaction. */
export async function overrideMembership(context: SourceContext, principal: Principal, request: OverrideRequest) {
  const { dataset, creditCode, chain, node } = request
  await readEnterprise(context, principal, creditCode, dataset)
  const pack = (await activePacks(context)).find((item) => item.id === chain)
  if (!pack?.nodes.some((item) => item.id === node)) throw invalid('该产业链没有这个环节', 'node')
  const at = context.now().toISOString()
  await keepHonoursOfToday(context, dataset)
  await context.db.transaction().execute(async (trx) => {
    await bumpVersion(trx, dataset, at)
    await adjustAggregates(trx, context, dataset, creditCode, at.slice(0, 10), async () => {
      await storeOverride(trx, { ...request, at, by: principal.name })
      await projectMemberships(trx, dataset, sql`select ${creditCode}`)
    })
  })
  return readEnterprise(context, principal, creditCode, dataset)
}

async function storeOverride(trx: Transaction<Schema>, request: OverrideRequest & { at: string; by: string }) {
  const { dataset, creditCode, chain, node, action, reason, at, by } = request
  await trx
    .deleteFrom('membership_override')
    .where('dataset', '=', dataset)
    .where('credit_code', '=', creditCode)
    .where('chain', '=', chain)
    .where('node', '=', node)
    .execute()
  if (action === 'reset') return
  await trx
    .insertInto('membership_override')
    .values({ dataset, credit_code: creditCode, chain, node, action, reason, created_at: at, created_by: by })
    .execute()
}

import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Schema } from '@server/db/schema'
import type { SourceContext } from './context'
import { settleStandings } from './honourStandings'
import { releaseLinks, settleAfterRegister, settleNewLinks, settleReleased } from './supplySettle'

type Trx = Transaction<Schema>

/** A row that became a fact: accepted, or let through by a person with a reason. */
const passes = sql`(r.verdict = 'accepted' or (r.verdict = 'quarantined' and r.override_reason is not null))`

const codesOf = (batch: string): RawBuilder<unknown> =>
  sql`select r.credit_code from staged_row r where r.batch_id = ${batch} and r.credit_code is not null`

const published = (dataset: string) => sql`b.status = 'published' and b.dataset = ${dataset} and b.kind = 'register'`

/** Newest first; a blank in the newest record leaves what an older record said. */
const newest = (column: string) =>
  sql`(array_remove(array_agg(${sql.ref(column)} order by b.published_seq desc), null))[1]`

/** The same of a field that has no column of its own; most rows have none, and are not parsed. */
const newestExtra = (field: string) => sql`
  (array_remove(array_agg(
    case when position(${sql.lit(`"${field}"`)} in r.extra) > 0 then r.extra::json ->> ${sql.lit(field)} end
    order by b.published_seq desc), null))[1]`

/** 坐标 and its 坐标系 from one record: half of a point from each of two would be a third place. */
const newestPoint = sql`
  (array_remove(array_agg(r.lng || '|' || r.lat || '|' || r.crs order by b.published_seq desc), null))[1]`

/**
 * Rebuilds everything that is derived from register rows for the enterprises of one batch. The result depends only on
 * which batches are published, so publishing and withdrawing are the same call.
 */
export async function projectRegister(
  trx: Trx,
  context: Pick<SourceContext, 'regions'>,
  dataset: string,
  batch: string,
) {
  await projectEnterprises(trx, dataset, batch)
  await projectFacts(trx, dataset, batch)
  await projectRuleMemberships(trx, dataset, codesOf(batch))
  await projectMemberships(trx, dataset, codesOf(batch))
  await settleAfterRegister(trx, context, dataset, batch)
}

async function projectEnterprises(trx: Trx, dataset: string, batch: string) {
  await sql`delete from enterprise where dataset = ${dataset} and credit_code in (${codesOf(batch)})`.execute(trx)
  await sql`
    insert into enterprise (dataset, credit_code, name, name_grams, place, county_found, located_by, address, products,
      business_scope, industry_code, in_stat_scope, registered_on, lng, lat, crs, parent_code, parent_name, former_names,
      batch_id)
    select ${dataset}, credit_code, name, string_to_array(name_grams, ' '),
      coalesce(split_part(located, '|', 1), province), split_part(located, '|', 1),
      coalesce(split_part(located, '|', 2), 'none'),
      address, products, business_scope, industry_code, in_stat_scope, registered_on,
      split_part(point, '|', 1)::double precision, split_part(point, '|', 2)::double precision,
      split_part(point, '|', 3), parent_code, parent_name, nullif(concat_ws('|', stated_names, earlier_names), ''), batch_id
    from (
      select r.credit_code, ${newest('r.name')} as name, ${newest('r.name_grams')} as name_grams,
        ${newest('b.province')} as province,
        (array_remove(array_agg(r.county_found || '|' || r.located_by order by b.published_seq desc), null))[1] as located,
        ${newest('r.address')} as address, ${newest('r.products')} as products,
        ${newest('r.business_scope')} as business_scope, ${newest('r.industry_code')} as industry_code,
        ${newest('r.in_stat_scope')} as in_stat_scope, ${newest('r.registered_on')} as registered_on,
        ${newestPoint} as point, ${newestExtra('parentCode')} as parent_code, ${newestExtra('parentName')} as parent_name,
        regexp_replace(${newestExtra('formerNames')}, '[、,，;；|/[:space:]]+', '|', 'g') as stated_names,
        array_to_string((array_remove(array_agg(r.name order by b.published_seq desc), null))[2:], '|') as earlier_names,
        ${newest('b.id')} as batch_id
      from staged_row r join batch b on b.id = r.batch_id
      where ${published(dataset)} and ${passes} and r.credit_code in (${codesOf(batch)})
      group by r.credit_code
    ) latest`.execute(trx)
}

async function projectFacts(trx: Trx, dataset: string, batch: string) {
  await sql`delete from fact where batch_id = ${batch}`.execute(trx)
  await sql`
    insert into fact (dataset, credit_code, indicator, period, value, unit, batch_id)
    select ${dataset}, f.credit_code, f.item ->> 'indicator', f.item ->> 'period', (f.item ->> 'value')::numeric,
      f.item ->> 'unit', f.batch_id
    from (
      select r.credit_code, r.batch_id, json_array_elements(r.facts::json) as item
      from staged_row r join batch b on b.id = r.batch_id
      where r.batch_id = ${batch} and r.facts <> '[]' and ${passes} and ${published(dataset)}
    ) f`.execute(trx)
  await sql`delete from enterprise_value where dataset = ${dataset} and credit_code in (${codesOf(batch)})`.execute(trx)
  await sql`
    insert into enterprise_value (dataset, credit_code, indicator, period, value, unit, batch_id)
    select distinct on (f.indicator, f.period, f.credit_code)
      f.dataset, f.credit_code, f.indicator, f.period, f.value, f.unit, f.batch_id
    from fact f join batch b on b.id = f.batch_id
    where f.dataset = ${dataset} and f.credit_code in (${codesOf(batch)})
    order by f.indicator, f.period, f.credit_code, b.published_seq desc`.execute(trx)
}

/** After a change of the chain packs: every enterprise of the dataset. */
export async function projectAllMemberships(trx: Trx, dataset: string) {
  const everyone = sql`select credit_code from enterprise where dataset = ${dataset}`
  await projectRuleMemberships(trx, dataset, everyone)
  await projectMemberships(trx, dataset, everyone)
}

/** The union of what the rules said of each published record; of several reasons the surest, then the newest. */
async function projectRuleMemberships(trx: Trx, dataset: string, codes: RawBuilder<unknown>) {
  await sql`delete from rule_membership where dataset = ${dataset} and credit_code in (${codes})`.execute(trx)
  await sql`
    insert into rule_membership (dataset, chain, node, credit_code, confidence, reason)
    select distinct on (chain, node, credit_code) ${dataset}, chain, node, credit_code, confidence, reason
    from (
      select m.item ->> 'chain' as chain, m.item ->> 'node' as node, m.credit_code,
        (m.item ->> 'confidence')::real as confidence, m.item ->> 'reason' as reason, m.published_seq
      from (
        select r.credit_code, b.published_seq, json_array_elements(r.memberships::json) as item
        from staged_row r join batch b on b.id = r.batch_id
        where ${published(dataset)} and ${passes} and r.memberships <> '[]' and r.credit_code in (${codes})
      ) m
    ) every_record
    order by chain, node, credit_code, confidence desc, published_seq desc`.execute(trx)
}

/** Active memberships = what the rules say, less what people took off, plus what people put on. */
export async function projectMemberships(trx: Trx, dataset: string, codes: RawBuilder<unknown>) {
  await sql`delete from membership where dataset = ${dataset} and credit_code in (${codes})`.execute(trx)
  await sql`
    insert into membership (dataset, chain, node, credit_code, how, confidence, reason)
    select m.dataset, m.chain, m.node, m.credit_code, 'rule', m.confidence, m.reason
    from rule_membership m
    where m.dataset = ${dataset} and m.credit_code in (${codes}) and not exists (
      select 1 from membership_override o where o.dataset = m.dataset and o.credit_code = m.credit_code
        and o.chain = m.chain and o.node = m.node)`.execute(trx)
  await sql`
    insert into membership (dataset, chain, node, credit_code, how, confidence, reason)
    select o.dataset, o.chain, o.node, o.credit_code, 'manual', 1, o.reason
    from membership_override o
    where o.dataset = ${dataset} and o.action = 'include' and o.credit_code in (${codes})
      and exists (select 1 from enterprise e where e.dataset = o.dataset and e.credit_code = o.credit_code)`.execute(
    trx,
  )
}

/** 荣誉名单、链主名单、供应关系: rows become facts of their own tables, keyed by batch, so withdrawing deletes them. */
export async function projectList(
  trx: Trx,
  context: Pick<SourceContext, 'regions'>,
  dataset: string,
  batch: string,
  kind: string,
  isPublished: boolean,
) {
  if (kind === 'links' && !isPublished) await releaseLinks(trx, dataset, batch)
  await sql`delete from ${sql.table(LIST_TABLE[kind] ?? '')} where batch_id = ${batch}`.execute(trx)
  if (isPublished) await LIST_INSERT[kind]?.(dataset, batch).execute(trx)
  if (kind === 'honours') await settleStandings(trx, dataset, codesOf(batch))
  if (kind !== 'links') return
  if (isPublished) await settleNewLinks(trx, context, dataset, batch)
  else await settleReleased(trx, dataset)
}

const LIST_TABLE: Record<string, string> = {
  honours: 'honour',
  leaders: 'leader',
  links: 'supply_link',
  figures: 'region_fact',
}

const rows = (batch: string) =>
  sql`select r.batch_id, r.row_no, r.credit_code, r.name, r.extra::json as x from staged_row r where r.batch_id = ${batch} and ${passes}`

const LIST_INSERT: Record<string, (dataset: string, batch: string) => RawBuilder<unknown>> = {
  honours: (dataset, batch) => sql`
    insert into honour (dataset, credit_code, tier, programme, level, batch_name, issued_on, valid_from, valid_to,
      rule_version, status, document, note, end_derived, batch_id, row_no)
    select ${dataset}, credit_code, x ->> 'tier', x ->> 'honour', x ->> 'level', x ->> 'batch', x ->> 'grantedOn',
      x ->> 'validFrom', x ->> 'validTo', x ->> 'ruleVersion', x ->> 'statusRead', x ->> 'document', x ->> 'note',
      coalesce(x ->> 'endDerived', '') = 'yes', batch_id, row_no
    from (${rows(batch)}) q where credit_code is not null`,
  leaders: (dataset, batch) => sql`
    insert into leader (dataset, credit_code, chain, node, document, batch_id, row_no)
    select ${dataset}, credit_code, x ->> 'chainId', x ->> 'nodeId', x ->> 'document', batch_id, row_no
    from (${rows(batch)}) q where x ->> 'chainId' is not null`,
  links: (dataset, batch) => sql`
    insert into supply_link (dataset, supplier, buyer, supplier_name, buyer_name, supplier_key, buyer_key, supplier_by, buyer_by,
      product, period, amount_wan, share_percent, evidence_class, evidence, document, stated_on, ttr_days, tts_days, alternates,
      mark, batch_id, row_no)
    select ${dataset}, coalesce(q.credit_code, 'name:' || (x ->> 'supplierKey')),
      coalesce(x ->> 'buyerCode', 'name:' || (x ->> 'buyerKey')), q.name, x ->> 'buyerName',
      case when q.credit_code is null then x ->> 'supplierKey' end,
      case when x ->> 'buyerCode' is null then x ->> 'buyerKey' end,
      case when q.credit_code is null then 'none' else 'code' end,
      case when x ->> 'buyerCode' is null then 'none' else 'code' end,
      x ->> 'product', coalesce(x ->> 'year', b.period), (x ->> 'amountWan')::numeric, (x ->> 'sharePercent')::numeric,
      coalesce(x ->> 'evidenceClass', 'unstated'), x ->> 'basis', x ->> 'document', x ->> 'statedOn',
      (x ->> 'ttrDays')::numeric, (x ->> 'ttsDays')::numeric, (x ->> 'alternates')::integer,
      nullif(concat_ws('；', x ->> 'mark', x ->> 'crossMark'), ''), q.batch_id, q.row_no
    from (${rows(batch)}) q join batch b on b.id = q.batch_id`,
  figures: (dataset, batch) => sql`
    insert into region_fact (dataset, region, recorded_on, indicator, period, value, unit, as_given, doubt, batch_id, row_no, col_no)
    select ${dataset}, f.county_found, f.recorded_on, f.item ->> 'indicator', f.item ->> 'period',
      (f.item ->> 'value')::numeric, f.item ->> 'unit', f.item ->> 'given', f.item ->> 'doubt',
      f.batch_id, f.row_no, (f.item ->> 'column')::integer
    from (
      select r.county_found, coalesce(r.extra::json ->> 'recordedOn', '') as recorded_on, r.batch_id, r.row_no,
        json_array_elements(r.facts::json) as item
      from staged_row r
      where r.batch_id = ${batch} and r.county_found is not null and r.facts <> '[]' and ${passes}
    ) f`,
}

import type { z } from 'zod'
import type { BoundaryFields, BoundaryImport } from '@contract/boundaries'
import type { Outcome } from '@server/boundaries/readOutlines'
import type { OutlineUpload } from '@server/boundaries/receiveOutlines'
import { bundledSet, officialSet, type BoundaryRow } from './boundaries'
import { requireRegion, type SourceContext } from './context'
import { invalid, notFound, SourceFailure } from './failure'
import type { Principal } from './principal'

type Fields = z.output<typeof BoundaryFields>

/** Replaces the outlines of a province by an official file; all or nothing. */
export async function importBoundary(
  context: SourceContext,
  principal: Principal,
  fields: Fields,
  { text, hash }: OutlineUpload,
): Promise<BoundaryImport> {
  const { province } = fields
  requireProvince(context, principal, province)
  const made = await context.makeOutlines({ text, province, allowMissing: fields.allowMissing === 'yes' })
  const { value, notes } = sound(made)
  const { topology, counties, cities } = value
  const row: BoundaryRow = {
    province,
    crs: fields.crs,
    review_number: fields.reviewNumber ?? null,
    source: fields.source,
    source_date: fields.sourceDate,
    imported_at: context.now().toISOString(),
    imported_by: principal.name,
    file_name: fields.fileName,
    file_hash: hash,
  }
  const values = { ...row, topology }
  await context.db
    .insertInto('boundary_set')
    .values(values)
    .onConflict((conflict) => conflict.column('province').doUpdateSet(values))
    .execute()
  return {
    set: officialSet(context, row),
    counties,
    cities,
    notes,
  }
}

/** Back to the bundled outlines. */
export async function removeBoundary(context: SourceContext, principal: Principal, province: string) {
  requireProvince(context, principal, province)
  const removed = await context.db
    .deleteFrom('boundary_set')
    .where('province', '=', province)
    .returning('province')
    .executeTakeFirst()
  if (!removed) throw notFound(`${context.regions.name(province)}没有导入官方界线`, 'province')
  return bundledSet(context, province)
}

function requireProvince(context: SourceContext, principal: Principal, province: string) {
  requireRegion(context, principal, province, 'province')
  if (context.regions.level(province) !== 'province')
    throw invalid('官方界线按省导入，请填写省级区划代码，如 210000', 'province')
}

function sound<T>(outcome: Outcome<T>) {
  if (!('faults' in outcome)) return outcome
  const [first = ''] = outcome.faults
  const count = outcome.faults.length
  const summary = count > 1 ? `界线文件有 ${count} 处问题：${first}` : first
  throw new SourceFailure('invalid', `${summary}。原有界线未变`, 'body', outcome.faults)
}

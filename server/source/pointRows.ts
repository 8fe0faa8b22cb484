import { sql } from 'kysely'
import { PER_DEGREE } from '@server/tiles/packedPoints'
import type { SourceContext } from './context'
import { conditions, type EnterpriseFilter } from './enterpriseFilter'
import { SourceFailure } from './failure'

/** Rows in one statement, about 50 ms: between two of them others get the embedded database's only connection. */
const CHUNK = 20_000

/** The data were published anew while the points were being read: what was read is of two versions. */
export class PointsMoved extends SourceFailure {
  constructor() {
    super('conflict', '数据正在更新，请稍后再试')
  }
}

export async function versionsNow(context: SourceContext): Promise<Map<string, number>> {
  const rows = await context.db.selectFrom('data_version').select(['dataset', 'version']).orderBy('dataset').execute()
  return new Map(rows.map(({ dataset, version }) => [dataset, version]))
}

/** What was read in several statements is of one version only when that version still stands. */
export async function requireVersion(context: SourceContext, dataset: string, version: number): Promise<void> {
  if (((await versionsNow(context)).get(dataset) ?? 0) !== version) throw new PointsMoved()
}

/** Everyone of a filter who has coordinates, `code,lng,lat;…` by code, in one text per chunk. */
export async function* pointChunks(
  context: SourceContext,
  filter: EnterpriseFilter,
  expected: { dataset: string; version: number },
): AsyncGenerator<string> {
  const where = conditions(filter)
  for (let after: string | null = ''; after !== null;) {
    const { packed, last, found } = await readChunk(context, sql`${where} and e.credit_code > ${after}`)
    if (packed !== null) yield packed
    after = found === CHUNK ? last : null
  }
  await requireVersion(context, expected.dataset, expected.version)
}

async function readChunk(context: SourceContext, where: ReturnType<typeof conditions>) {
  const { rows } = await sql<{ packed: string | null; last: string | null; found: number }>`
    select string_agg(code || ',' || lng || ',' || lat, ';' order by code) as packed, max(code) as last,
      count(*)::int as found
    from (select e.credit_code as code, round(e.lng * ${PER_DEGREE})::int as lng, round(e.lat * ${PER_DEGREE})::int as lat
      from enterprise e where ${where} and e.lng is not null and e.lat is not null
      order by e.credit_code limit ${CHUNK}) located`.execute(context.db)
  return rows[0] ?? { packed: null, last: null, found: 0 }
}

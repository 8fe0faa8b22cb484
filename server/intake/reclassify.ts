import { sql, type Kysely } from 'kysely'
import type { Classifier } from '@domain/chain/classify'
import type { Schema } from '@server/db/schema'

type Db = Kysely<Schema>

/** Small enough that a page of rules does not hold up other requests. */
const PAGE = 250

interface Changed {
  batch_id: string
  row_no: number
  memberships: string
}

interface Row extends Changed {
  name: string | null
  products: string | null
  business_scope: string | null
  industry_code: string | null
}

/** Records of the given batches whose memberships differ under the classifier. */
export async function reclassify(
  db: Db,
  classifier: Classifier,
  batches: readonly string[],
  tell: (rows: number) => void = () => undefined,
) {
  const changed: Changed[] = []
  for (const id of batches) {
    for (let last = 0; ;) {
      const rows = await page(db, id, last)
      for (const row of rows) {
        const memberships = JSON.stringify(classify(classifier, row))
        if (memberships !== row.memberships) changed.push({ batch_id: id, row_no: row.row_no, memberships })
      }
      tell(rows.length)
      if (rows.length < PAGE) break
      last = rows[rows.length - 1]?.row_no ?? last
    }
  }
  return changed
}

/** Register batches that are waiting or in force. */
export async function openBatches(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('batch')
    .select('id')
    .where('kind', '=', 'register')
    .where('status', 'in', ['staged', 'published'])
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

const page = (db: Db, batch: string, after: number): Promise<Row[]> =>
  db
    .selectFrom('staged_row')
    .select(['batch_id', 'row_no', 'name', 'products', 'business_scope', 'industry_code', 'memberships'])
    .where('batch_id', '=', batch)
    .where('row_no', '>', after)
    .where('verdict', 'in', ['accepted', 'quarantined'])
    .orderBy('row_no')
    .limit(PAGE)
    .execute()

function classify(classifier: Classifier, { name, products, business_scope, industry_code }: Row) {
  if (name === null) return []
  return classifier.classify({ name, products, businessScope: business_scope, industryCode: industry_code })
}

export async function storeMemberships(db: Db, changed: readonly Changed[]) {
  for (let at = 0; at < changed.length; at += PAGE) {
    const chunk = JSON.stringify(changed.slice(at, at + PAGE))
    await sql`update staged_row set memberships = n.memberships
      from json_populate_recordset(null::staged_row, ${chunk}::json) n
      where staged_row.batch_id = n.batch_id and staged_row.row_no = n.row_no`.execute(db)
  }
}

/** How many records a full run reads: the total of its progress. */
export async function countRecords(db: Db): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from staged_row r join batch b on b.id = r.batch_id
    where b.kind = 'register' and b.status in ('staged', 'published') and r.verdict in ('accepted', 'quarantined')`.execute(
    db,
  )
  return Number(rows[0]?.n ?? 0)
}

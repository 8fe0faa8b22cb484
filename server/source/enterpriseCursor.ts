import { sql, type RawBuilder } from 'kysely'
import { invalid } from './failure'

/** Where a page ended: the sort key of its last row (null sorts last) and the code that breaks ties. */
export interface CursorKey {
  key: string | null
  code: string
}

export const encodeCursor = (cursor: CursorKey) => encodeURIComponent(JSON.stringify([cursor.key, cursor.code]))

export function decodeCursor(text: string): CursorKey {
  try {
    const [key, code] = JSON.parse(decodeURIComponent(text)) as [unknown, unknown]
    if ((key === null || typeof key === 'string') && typeof code === 'string') return { key, code }
  } catch {
    // Falls through: a cursor that was not made here.
  }
  throw invalid('翻页位置无效，请回到第一页', 'cursor')
}

interface Order {
  by: RawBuilder<unknown>
  after(cursor: CursorKey): RawBuilder<unknown>
}

const descending = (column: string, type: RawBuilder<unknown>): Order => ({
  by: sql`${sql.ref(column)} desc nulls last, q.credit_code`,
  after: ({ key, code }) =>
    key === null
      ? sql`(${sql.ref(column)} is null and q.credit_code > ${code})`
      : sql`(${sql.ref(column)} < ${key}::${type} or (${sql.ref(column)} = ${key}::${type} and q.credit_code > ${code})
          or ${sql.ref(column)} is null)`,
})

const ORDERS: Record<string, Order> = {
  revenue: descending('q.revenue', sql`numeric`),
  confidence: descending('q.confidence', sql`real`),
  name: {
    by: sql`q.name, q.credit_code`,
    after: ({ key, code }) => sql`(q.name > ${key} or (q.name = ${key} and q.credit_code > ${code}))`,
  },
  code: { by: sql`q.credit_code`, after: ({ code }) => sql`q.credit_code > ${code}` },
}

/** Total orders only: the next page must begin where this one ends, on every database. */
export function orderOf(sort: string): Order {
  const order = ORDERS[sort]
  if (!order) throw invalid('不支持的排序方式', 'sort')
  return order
}

import { types } from '@electric-sql/pglite'

/** A parameter in PostgreSQL's text form, written as node-postgres writes it; null stays null. */
export function pgText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return pgArray(value)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function pgArray(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (Array.isArray(value)) return pgArray(value)
    const text = pgText(value)
    return text === null ? 'NULL' : `"${text.replace(/[\\"]/gu, '\\$&')}"`
  })
  return `{${items.join(',')}}`
}

type Parser = (text: string) => unknown

const asText: Parser = (text) => text
const arrayOf =
  (item: Parser, oid: number): Parser =>
  (text) =>
    types.arrayParser(text, item, oid)

/** node-postgres reads dates in local time: a date alone is local midnight, a zone is honoured when written. */
function localTime(text: string): Date | number {
  if (text === 'infinity') return Infinity
  if (text === '-infinity') return -Infinity
  const withTime = text.includes(' ') ? text.replace(' ', 'T') : `${text}T00:00:00`
  return new Date(withTime.replace(/([+-]\d\d)$/u, '$1:00'))
}

/** Result types of node-postgres, by type oid: 64-bit and decimal numbers stay text, so no digit is lost. */
export const NODE_POSTGRES_PARSERS: Record<number, Parser> = {
  [types.INT8]: asText,
  [types.NUMERIC]: asText,
  [types.DATE]: localTime,
  [types.TIMESTAMP]: localTime,
  [types.TIMESTAMPTZ]: localTime,
  1016: arrayOf(asText, 1016), // int8[]
  1231: arrayOf(Number, 1231), // numeric[]
}

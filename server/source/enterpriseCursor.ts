import { invalid } from './failure'

/** Where a page ended: the sort key of its last row (null sorts last) and the code that breaks ties. */
export interface CursorKey {
  key: string | null
  code: string
}

export const encodeCursor = (cursor: CursorKey) => encodeURIComponent(JSON.stringify([cursor.key, cursor.code]))

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d{1,2})?$/u
const BY_NUMBER = new Set(['revenue', 'confidence'])

/** The cursor of a page in the order of `sort`; the database must never be the one to find that a key is no number. */
export function decodeCursor(text: string, sort: string): CursorKey {
  try {
    const [key, code] = JSON.parse(decodeURIComponent(text)) as [unknown, unknown]
    const fits = key === null || (typeof key === 'string' && (!BY_NUMBER.has(sort) || NUMBER.test(key)))
    if (fits && typeof code === 'string') return { key, code }
  } catch {
    // Falls through: a cursor that was not made here.
  }
  throw invalid('翻页位置无效，请回到第一页', 'cursor')
}

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

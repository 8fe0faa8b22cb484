export type Cell = string | number | null

const BYTE_ORDER_MARK = '\ufeff'

/** UTF-8 with a byte order mark, without which spreadsheet programs on Chinese systems read GBK. */
export function csvFile(headings: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const lines = [headings, ...rows].map((cells) => cells.map(written).join(','))
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`)
}

function written(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Reads RFC 4180 text: quoted cells may hold commas, doubled quotes and line breaks. */
export function parseCsvText(raw: string): string[][] {
  const text = raw.replace(/^\uFEFF/u, '')
  const rows: string[][] = []
  let row: string[] = []
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new Error(`Unreadable cell in row ${rows.length + 1}`)
    const [, body = '', end = ''] = match
    row.push(body.startsWith('"') ? body.slice(1, -1).replaceAll('""', '"') : body)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

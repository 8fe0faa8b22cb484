import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = new URL('../../shared/data/', import.meta.url)

/** Real public registers lie beside the repository, never in it; tests that need them skip where they are absent. */
export function hasRealData(file: string): boolean {
  return existsSync(new URL(file, FOLDER))
}

/** The rows of a real CSV as records by column heading. */
export function readRealCsv(file: string): Record<string, string>[] {
  const [heading = [], ...rows] = parseCsv(
    readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8').replace(/^\ufeff/u, ''),
  )
  return rows.map((row) => Object.fromEntries(heading.map((name, at) => [name, row[at] ?? ''])))
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\n\r]*))(,|\r?\n|$)/gu
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) throw new Error(`CSV cannot be read near character ${cell.lastIndex}`)
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

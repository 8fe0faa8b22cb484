import { readFileSync } from 'node:fs'
import { parseCsvText } from './csvText'

/** One judged enterprise: the nodes it surely belongs to, and those one may defend (neither right nor wrong). */
export interface Label {
  creditCode: string
  /** Only this chain was judged; null = all five were. */
  chain: string | null
  stratum: string
  nodes: Set<string>
  acceptable: Set<string>
}

/** Reads `tests/labels/<file>`; nodes are written `chain/node`, several separated by a blank. */
export function readLabels(file: string): Label[] {
  const [header = [], ...rows] = parseCsvText(readFileSync(new URL(`../tests/labels/${file}`, import.meta.url), 'utf8'))
  const cell = (row: string[], title: string) => row[header.indexOf(title)] ?? ''
  const nodes = (text: string) => new Set(text.split(' ').filter((word) => word !== ''))
  return rows.map((row) => ({
    creditCode: cell(row, 'creditCode'),
    chain: cell(row, 'chain') || null,
    stratum: cell(row, 'stratum') || 'random',
    nodes: nodes(cell(row, 'nodes')),
    acceptable: nodes(cell(row, 'acceptable')),
  }))
}

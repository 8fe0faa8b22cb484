import type { Criticality } from '@contract/criticality'
import { percentWords } from '@domain/supply/percentWords'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { decimalText } from '@/lib/format'

type NodeEntry = Criticality['nodes'][number]
type FirmEntry = Criticality['firms'][number]

/** A row of either list. */
export interface CriticalRow {
  id: string
  name: string
  /** Of a firm: where it is. */
  place: string | null
  /** Of a node: what to go on with. */
  node: string | null
  before: number
  after: number
  rankBefore: number
  rankAfter: number
  isDemoted: boolean
  reason: string
  gap: NodeEntry['gap']
  supplyShare: ShownFigure
  shareRank: number | null
  substitutes: number
  difficulty: string
  betweenness: string
  /** Of a node: local suppliers. */
  suppliers: number | null
}

const shownShare = (share: string | null) =>
  shownFigure({ value: share, missing: '没有金额', missingReason: '没有一条供应关系报了金额' }, percentWords)

export const scoreText = (value: number): string => decimalText(String(value), 3, '')

function rowOf(entry: Omit<NodeEntry, 'node' | 'nodeName' | 'suppliers' | 'gap'>) {
  const { rankBefore, rankAfter, isDemoted, reason, substitutes } = entry
  return {
    before: Number(entry.before),
    after: Number(entry.after),
    rankBefore,
    rankAfter,
    isDemoted,
    reason,
    substitutes,
    supplyShare: shownShare(entry.supplyShare),
    shareRank: entry.supplyShare === null ? null : Number(entry.supplyShare),
    difficulty: decimalText(entry.difficulty, 2, ''),
    betweenness: decimalText(entry.betweenness, 3, ''),
  }
}

export function nodeRows(nodes: readonly NodeEntry[]): CriticalRow[] {
  const rows = nodes.map((entry) => ({
    ...rowOf(entry),
    id: entry.node,
    name: entry.nodeName,
    place: null,
    node: entry.node,
    gap: entry.gap,
    suppliers: entry.suppliers,
  }))
  return rows.sort(byRank)
}

export function firmRows(firms: readonly FirmEntry[]): CriticalRow[] {
  const rows = firms.map((entry) => ({
    ...rowOf(entry),
    id: entry.party.id,
    name: entry.party.name,
    place: entry.party.placeName,
    node: null,
    gap: 'none' as const,
    suppliers: null,
  }))
  return rows.sort(byRank)
}

const byRank = (a: CriticalRow, b: CriticalRow) => a.rankAfter - b.rankAfter || (a.id < b.id ? -1 : 1)

export interface SlopeLine {
  id: string
  name: string
  /** Places in the drawing, 1 at the top; those that share a rank stand one below the other. */
  from: number
  to: number
  rankBefore: number
  rankAfter: number
  isDemoted: boolean
  isGap: boolean
}

/** Those among the first `most` before or after, each by its place on both sides; places beyond stand just below. */
export function slopeLines(rows: readonly CriticalRow[], most: number): SlopeLine[] {
  const before = placesBy(rows, ({ rankBefore }) => rankBefore)
  const after = placesBy(rows, ({ rankAfter }) => rankAfter)
  return rows
    .map(({ id, name, rankBefore, rankAfter, isDemoted, gap }) => ({
      id,
      name,
      from: Math.min(before.get(id) ?? most + 1, most + 1),
      to: Math.min(after.get(id) ?? most + 1, most + 1),
      rankBefore,
      rankAfter,
      isDemoted,
      isGap: gap !== 'none',
    }))
    .filter(({ from, to }) => from <= most || to <= most)
}

function placesBy(rows: readonly CriticalRow[], rank: (row: CriticalRow) => number): Map<string, number> {
  const ordered = [...rows].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
  return new Map(ordered.map(({ id }, index) => [id, index + 1]))
}

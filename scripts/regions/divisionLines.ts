import type { LineageTable } from '../../domain/region/regionData'
import { baseName } from '../../domain/region/placeNames'
import type { HistoryRow } from './readHistory'

const FIRST_YEAR = '1981'

export interface Amended {
  current: string[]
  /** 每处改动一句. */
  amended: string[]
}

/** The package's divisions, brought up to date. */
export function amendCurrent(packaged: Map<string, string>, history: HistoryRow[], lineage: LineageTable): Amended {
  const names = new Map(packaged)
  const inForce = new Map(history.filter((row) => row.inForce).map((row) => [row.code, row]))
  const since = new Map([...inForce].map(([code, row]) => [code, row.since]))
  const amended = [...fromHistory(names, inForce, history), ...fromLineage(names, since, lineage)]
  const current = [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => [code, name, since.get(code) ?? FIRST_YEAR].join(' '))
  return { current, amended }
}

function fromHistory(names: Map<string, string>, inForce: Map<string, HistoryRow>, history: HistoryRow[]): string[] {
  const amended: string[] = []
  const ended = new Map(history.filter((row) => !row.inForce).map((row) => [row.code, row]))
  for (const [code, name] of [...names]) {
    const row = ended.get(code)
    if (inForce.has(code) || /^8[12]/u.test(code)) continue
    names.delete(code)
    amended.push(`删 ${code} ${name}：${row ? `${row.until} 年撤销` : '代码表中没有'}`)
  }
  for (const [code, row] of inForce) {
    const had = names.get(code)
    if (had === row.name) continue
    names.set(code, row.name)
    amended.push(had ? `改 ${code} ${had} → ${row.name}` : `增 ${code} ${row.name}：${row.since} 年设立`)
  }
  return amended
}

function fromLineage(names: Map<string, string>, since: Map<string, string>, lineage: LineageTable): string[] {
  return lineage.events.flatMap(({ from, establishes, date }) => {
    if (!establishes) return []
    const gone = from.filter((code) => names.delete(code)).map((code) => `删 ${code}：${date} 撤销`)
    if (names.has(establishes.code)) return gone
    names.set(establishes.code, establishes.name)
    since.set(establishes.code, date.slice(0, 4))
    return [...gone, `增 ${establishes.code} ${establishes.name}：${date} 设立`]
  })
}

/** Divisions that ended, in code order, earliest first; see DivisionTable.retired. */
export function retiredLines(history: HistoryRow[], packaged: Map<string, string>, lineage: LineageTable): string[] {
  const known = new Set(history.map((row) => row.code))
  const ended = history.filter((row) => !row.inForce)
  const lines = ended.map((row) =>
    [row.code, row.name, row.since, row.until, successorsOf(row, history, known)].join(' '),
  )
  return [...lines, ...abolishedSince(history, packaged, lineage)].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

function sortKey(line: string): string {
  const [code = '', , since = ''] = line.split(' ')
  return code + since
}

/** Divisions the record still calls in force, ended by a hand-kept event. */
function abolishedSince(history: HistoryRow[], packaged: Map<string, string>, lineage: LineageTable): string[] {
  return lineage.events
    .filter((event) => event.establishes)
    .flatMap((event) =>
      event.from.map((code) => {
        const since = history.find((row) => row.inForce && row.code === code)?.since ?? FIRST_YEAR
        return [
          code,
          packaged.get(code) ?? code,
          since,
          event.date.slice(0, 4),
          [...event.to, ...(event.parts ?? [])].join('+'),
        ].join(' ')
      }),
    )
}

function successorsOf(row: HistoryRow, history: HistoryRow[], known: Set<string>): string {
  const successors = [...new Set(row.successors)].filter((code) => known.has(code))
  if (successors.length === 0) return successorOfPrefecture(row, history)
  if (successors.length === 1) return successors[0] ?? '-'
  const namesake = successors.filter((code) => history.some((other) => other.code === code && isHeir(row, other)))
  const [main] = namesake
  if (namesake.length !== 1 || main === undefined) return successors.join('|')
  return [main, ...successors.filter((code) => code !== main)].join('+')
}

/** 抚宁县 → 抚宁区 among several: the one that kept the name kept the seat and most of the land. */
function isHeir(ended: HistoryRow, other: HistoryRow): boolean {
  const before = other.since <= ended.until
  const after = other.inForce || other.until > ended.until
  return before && after && baseName(other.name) === baseName(ended.name)
}

/** A prefecture renamed in place keeps its code; one dissolved has no successor of its own, only its counties have. */
function successorOfPrefecture(row: HistoryRow, history: HistoryRow[]): string {
  return history.some((other) => other.code === row.code && other.since === row.until) ? row.code : '-'
}

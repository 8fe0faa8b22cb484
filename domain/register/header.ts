import { headerKey, sheetUnit } from './headerText'
import { sheetCrs } from './settleCrs'
import { fieldOf, type KindSpec } from './kinds'
import type { ColumnMapping, HeaderFound, RawRow } from './mapping'
import { applyChoices, matchColumn, type MatchContext } from './matchColumn'

/** Titles, notes and units stand above the header; nobody puts more than this many rows there. */
export const HEADER_SEARCH_ROWS = 30
const HEADING_LENGTH = 120
/** A required field weighs as much as two guesses: a table without it is not the table. */
const REQUIRED_WEIGHT = 2
const DETAIL_WEIGHT = 0.05
/** Two rows must say more than one of them alone. */
const SECOND_ROW_COST = 0.01

/** 填报单位：…, 单位：万元: a line above the header, not half of it. */
const UNIT_LINE = /单位\s*[:：]/u
const CODE_LIKE = /^[0-9A-Z]{15,20}$/u

/**
 * The best header among the first rows of a sheet, complete or not; where nothing resembles one, the fullest row, so
 * that its columns can be named by hand.
 */
export function findHeader(rows: RawRow[], context: MatchContext): HeaderFound | null {
  const head = rows.slice(0, HEADER_SEARCH_ROWS).map(({ row, cells }) => ({ row, cells: cells.map(asHeading) }))
  const fixed = context.overrides?.headerRow
  const candidates = head.flatMap((row, index) => {
    if (fixed !== undefined && row.row !== fixed) return []
    const below = head[index + 1]
    const above = head.slice(0, index)
    return [single(row, above, context), below ? pair(row, below, above, context) : null].filter(
      (found) => found !== null,
    )
  })
  return candidates.reduce<HeaderFound | null>((best, found) => (best && !isBetter(found, best) ? best : found), null)
}

/** Prose is no heading, and not worth reading as one. */
const asHeading = (cell: string) => (cell.length > HEADING_LENGTH ? '' : cell)

function isBetter(found: HeaderFound, best: HeaderFound): boolean {
  if (found.score > 0 || best.score > 0) return found.score > best.score + 1e-9
  return found.rows.length === 1 && filledCount(found) > filledCount(best)
}

const filledCount = ({ columns }: HeaderFound) => columns.filter(({ header }) => header !== '').length

function single(row: RawRow, above: RawRow[], context: MatchContext): HeaderFound {
  return build(
    [row.row],
    row.cells.map((text, column) => matchColumn(column, '', text, context)),
    above,
    context,
  )
}

/** Two rows: a merged parent (营业收入) repeats over its children (2023年, 2024年). */
function pair(upper: RawRow, lower: RawRow, above: RawRow[], context: MatchContext): HeaderFound | null {
  if (lower.row !== upper.row + 1 || lower.cells.some((cell) => CODE_LIKE.test(cell.trim()))) return null
  if (upper.cells.some((cell) => UNIT_LINE.test(cell))) return null
  const width = Math.max(upper.cells.length, lower.cells.length)
  const columns: ColumnMapping[] = []
  let parent = ''
  for (let column = 0; column < width; column += 1) {
    const own = (upper.cells[column] ?? '').trim()
    const child = (lower.cells[column] ?? '').trim()
    if (own !== '') parent = own
    // A child under an empty cell belongs to the merged parent on its left; no child, no inheritance.
    columns.push(matchColumn(column, own !== '' || child === '' ? own : parent, child, context))
  }
  return build([upper.row, lower.row], columns, above, context)
}

function build(rows: number[], guesses: ColumnMapping[], above: RawRow[], context: MatchContext): HeaderFound {
  const columns = resolveRivals(
    guesses.map((guess) => applyChoices(guess, context)),
    context.kind,
  )
  const missing = missingFields(columns, context.kind)
  const asked = context.kind.required.length + (context.kind.oneOf?.length ?? 0)
  const details = columns.filter(
    ({ field, period, unit }) => field !== null && (period !== null || unit !== null),
  ).length
  const score =
    columns.reduce((sum, { confidence }) => sum + confidence, 0) +
    REQUIRED_WEIGHT * (asked - missing.length) +
    DETAIL_WEIGHT * details -
    SECOND_ROW_COST * (rows.length - 1)
  return {
    rows,
    columns,
    score,
    sheetUnit: sheetUnit(above.flatMap(({ cells }) => cells)),
    sheetCrs: sheetCrs(above.flatMap(({ cells }) => cells)),
    above: above.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== '')),
    missing,
  }
}

/** What a kind requires and no column is, by name. */
export function missingFields(columns: ColumnMapping[], kind: KindSpec): string[] {
  const present = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])))
  const missing = kind.required.filter((id) => !present.has(id)).map((id) => fieldOf(kind, id)?.label ?? id)
  const lacking = (kind.oneOf ?? []).filter(({ ids }) => !ids.some((id) => present.has(id)))
  return [...missing, ...lacking.map(({ label }) => label)]
}

/** One column per field (measured fields: per field and period); the surer, then the left one keeps it. */
function resolveRivals(columns: ColumnMapping[], kind: KindSpec): ColumnMapping[] {
  const owner = new Map<string, ColumnMapping>()
  const slot = (mapping: ColumnMapping) =>
    fieldOf(kind, mapping.field ?? '')?.indicator ? `${mapping.field}@${mapping.period ?? ''}` : `${mapping.field}`
  const rank = (mapping: ColumnMapping) =>
    mapping.how === 'manual' ? 3 : mapping.how === 'saved' ? 2 : mapping.confidence
  for (const mapping of columns) {
    if (mapping.field === null || fieldOf(kind, mapping.field)?.repeatable) continue
    const held = owner.get(slot(mapping))
    if (!held || rank(mapping) > rank(held)) owner.set(slot(mapping), mapping)
  }
  return columns.map((mapping) =>
    mapping.field === null || fieldOf(kind, mapping.field)?.repeatable || owner.get(slot(mapping)) === mapping
      ? mapping
      : { ...mapping, field: null, confidence: 0, how: 'none' },
  )
}

/** Headings in the order of the file, for messages. */
export function headerTexts(found: HeaderFound): string[] {
  return found.columns.map(({ header }) => header).filter((header) => headerKey(header) !== '')
}

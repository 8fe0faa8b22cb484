import { findHeader, HEADER_SEARCH_ROWS } from '@domain/register/header'
import type { RawRow } from '@domain/register/mapping'
import type { MatchContext } from '@domain/register/matchColumn'
import { IntakeRefusal, REFUSALS } from './read/refusal'
import type { TableFile, TableSheet } from './read/table'

/** Sheets looked into; a register on the thirty-first is the user's to name. */
const SHEETS_TRIED = 30

export interface SheetChoice {
  sheet: TableSheet
  others: string[]
  notes: string[]
}

async function firstRows(sheet: TableSheet, count: number, signal: AbortSignal): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const row of sheet.rows({ signal })) {
    rows.push(row)
    if (rows.length >= count) break
  }
  return rows
}

/** The visible sheet whose first rows look most like the table wanted; the others are named. */
export async function chooseSheet(table: TableFile, context: MatchContext, signal: AbortSignal): Promise<SheetChoice> {
  const visible = table.sheets.filter(({ hidden }) => !hidden)
  const hidden = table.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name)
  const notes = hidden.length > 0 ? [`隐藏的工作表未读取：${hidden.join('、')}`] : []
  const choose = (sheet: TableSheet): SheetChoice => ({
    sheet,
    others: visible.filter((other) => other !== sheet).map(({ name }) => name),
    notes,
  })
  const wanted = context.overrides?.sheet
  if (wanted !== undefined && table.format === 'xlsx') {
    const named = visible.find(({ name }) => name === wanted)
    if (!named) throw new IntakeRefusal('no-sheet', `没有名为“${wanted}”的可见工作表；请重新选择`)
    return choose(named)
  }
  const [first] = visible
  if (!first) throw REFUSALS.noSheet()
  if (visible.length === 1) return choose(first)
  let best = { sheet: first, score: -1 }
  for (const sheet of visible.slice(0, SHEETS_TRIED)) {
    const found = findHeader(await firstRows(sheet, HEADER_SEARCH_ROWS, signal), context)
    if (found && found.score > best.score) best = { sheet, score: found.score }
  }
  return choose(best.sheet)
}

import { headerKey } from '@domain/register/headerText'
import type { KindId, KindSpec } from '@domain/register/kinds'
import type { ColumnMapping, MappingOverrides, RawRow, SavedMapping } from '@domain/register/mapping'
import type { MatchContext } from '@domain/register/matchColumn'
import type { Classifier, Locator } from '@domain/register/ports'
import { rowNature, type RowNature } from '@domain/register/rowNature'
import type { StagedRow } from '@domain/register/staged'
import { kindOf } from './kindOf'
import { openRegister, type OpenedRegister } from './openRegister'
import { stopIfAborted } from './read/bytes'
import { LIMITS } from './read/limits'
import { IntakeRefusal, REFUSALS } from './read/refusal'
import { rowJudge } from './rowJudge'
import type { AnalysisSummary, Progress } from './summary'
import { Tally } from './tally'

export type { AnalysisSummary } from './summary'

export interface AnalysisInput {
  file: Blob
  /** Decides nothing; an extension that contradicts the bytes is remarked on. */
  fileName?: string
  kind: KindId
  /** Six digits of the province that the file is about. */
  province: string
  /** 统计期 of figures whose column names no other. */
  period: string
  mapping?: SavedMapping
  overrides?: MappingOverrides
}

export interface AnalysisTools {
  locator: Locator
  classifier: Classifier
}

export interface AnalysisSink {
  /** Awaited before the next rows are read: a slow store slows the reader. */
  chunk(rows: StagedRow[]): Promise<void>
  progress(progress: Progress): void
}

const CHUNK_ROWS = 500
const PROGRESS_EVERY_MS = 200

/**
 * 名录分析: from the uploaded file to judged rows, in file order, in chunks.
 * @throws IntakeRefusal when the file as a whole cannot be read; the abort reason when `signal` fires
 */
export async function analyse(
  input: AnalysisInput,
  tools: AnalysisTools,
  sink: AnalysisSink,
  signal: AbortSignal,
): Promise<AnalysisSummary> {
  const kind = kindOf(input.kind)
  const match: MatchContext = { kind, batchPeriod: input.period, saved: input.mapping, overrides: input.overrides }
  let ratio = 0
  const register = await openRegister(input.file, match, signal, (read) => {
    ratio = read
  })
  const judge = rowJudge(kind, input, register, tools)
  const tally = new Tally(kind, register.kept, input.period)
  const nature = natureOf(kind, register.kept)
  const report = paced(sink)
  let chunk: StagedRow[] = []
  for await (const raw of register.rows) {
    const what = nature(raw)
    if (what === 'blank') continue
    // The 合计 of a table of regions is the figure of the region they make up.
    const isTotal = what === 'total' && kind.id === 'figures'
    if (what !== 'row' && !isTotal) {
      tally.skip(what, raw)
      continue
    }
    if (tally.counts.rows >= LIMITS.dataRows) throw REFUSALS.tooManyRows(LIMITS.dataRows)
    const staged = judge(raw, isTotal)
    if (!staged) {
      tally.skip('total', raw)
      continue
    }
    tally.add(staged, raw)
    chunk.push(staged)
    if (chunk.length < CHUNK_ROWS) continue
    stopIfAborted(signal)
    await sink.chunk(chunk)
    chunk = []
    report({ rows: tally.counts.rows, ratio })
  }
  stopIfAborted(signal)
  if (tally.counts.rows === 0) throw new IntakeRefusal('no-rows', '表头下面没有数据行；请检查是否选对了工作表')
  if (chunk.length > 0) await sink.chunk(chunk)
  sink.progress({ rows: tally.counts.rows, ratio: 1 })
  return summarise(register, tally, input.fileName ?? '')
}

function natureOf(kind: KindSpec, columns: ColumnMapping[]): (raw: RawRow) => RowNature {
  const headings = columns.map(({ header }) => headerKey(header))
  const nameAt = columns.findIndex(({ field }) => field === (kind.id === 'figures' ? 'place' : 'name'))
  const codesAt = columns.flatMap(({ field }, index) => (field !== null && kind.codes.includes(field) ? [index] : []))
  return ({ cells }) =>
    rowNature({ cells, headings, name: cells[nameAt] ?? '', codes: codesAt.map((index) => cells[index] ?? '') })
}

function paced(sink: AnalysisSink): (progress: Progress) => void {
  let last = -Infinity
  return (progress) => {
    const now = performance.now()
    if (now - last < PROGRESS_EVERY_MS) return
    last = now
    sink.progress(progress)
  }
}

function summarise(register: OpenedRegister, tally: Tally, fileName: string): AnalysisSummary {
  const { columns, headerRows } = register
  return {
    format: register.format,
    encoding: register.encoding,
    sheet: register.sheet,
    otherSheets: register.otherSheets,
    headerRow: headerRows[0] ?? 0,
    headerRows,
    columns,
    droppedPersonal: columns.filter(({ personal }) => personal).map(columnName),
    counts: tally.counts,
    linked: tally.linked,
    problems: tally.problems(),
    nameConflicts: tally.nameConflicts,
    totals: tally.totals(),
    skipped: tally.skipped,
    notes: [
      ...extensionNote(fileName, register.format),
      ...register.notes,
      ...columns.flatMap(({ question }) => question ?? []),
      ...tally.notes(),
    ],
  }
}

const columnName = ({ header, column }: ColumnMapping) => (header === '' ? `第 ${column + 1} 列` : header)

function extensionNote(fileName: string, format: 'xlsx' | 'csv'): string[] {
  const extension = /\.([a-z0-9]{1,5})$/iu.exec(fileName)?.[1]?.toLowerCase()
  const usual = format === 'xlsx' ? ['xlsx'] : ['csv', 'txt', 'tsv']
  if (extension === undefined || usual.includes(extension)) return []
  return [`文件扩展名是 .${extension}，内容是${format === 'xlsx' ? ' .xlsx 工作簿' : '文本表格'}，已按内容读取`]
}

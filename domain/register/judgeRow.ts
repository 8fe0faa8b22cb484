import { detached } from './detached'
import type { FieldSpec } from './fields'
import { judgeCode, type CodeJudgement } from './judgeCodes'
import { judgeMeasure } from './judgeMeasures'
import { judgeParent } from './judgeParent'
import { judgePoint } from './judgePoint'
import { judgeTrade } from './judgeTrade'
import { fieldOf, type KindSpec } from './kinds'
import type { ColumnMapping, RawRow } from './mapping'
import type { Classifier, Locator } from './ports'
import { readBool, readDate, readIndustry, readText, readYear } from './readText'
import { maskPersonal } from './personal'
import { quantityOf } from './settle'
import type { Problem, RowFact, StagedRow, Verdict } from './staged'
import { place } from './place'

export interface JudgeContext {
  kind: KindSpec
  province: string
  batchPeriod: string
  /** The columns that `RawRow.cells` holds, in that order: personal ones are gone. */
  columns: ColumnMapping[]
  locator: Locator
  classifier: Classifier
  /** First row of each key in this file; filled by `judgeRow`. */
  seen: Map<string, { row: number; name: string | null }>
}

const MASKED = '（疑为身份号码，已隐去）'
/** Fields of a row that have a place of their own; the others go to `extra`. */
const OWN_PLACE = new Set(['name', 'county', 'city', 'address', 'products', 'businessScope'])

/** Read with other cells of the row: by `judgeCode` and `judgePoint`. */
const READ_TOGETHER = new Set<FieldSpec['type']>(['code', 'lng', 'lat', 'lngLat', 'crs'])

interface Draft {
  texts: Record<string, string>
  extra: Record<string, string>
  facts: RowFact[]
  problems: Problem[]
  industryCode: string | null
  inStatScope: boolean | null
  registeredOn: string | null
}

/** A row of the file, judged. Rows must come in file order: the first of a key is the one that counts. */
export function judgeRow(row: RawRow, context: JudgeContext): StagedRow {
  const draft = readCells(row, context)
  const given = context.kind.codes.map((field) => judgeCodeField(row, field, context))
  const codes = context.kind.id === 'links' ? judgeTrade(given, draft, row, context.columns) : given
  const name = draft.texts['name'] ?? null
  draft.problems.unshift(...codes.flatMap(({ problems }) => problems), ...missingFields(draft, context.kind))
  const { point, problems } = judgePoint(row, context.columns)
  draft.problems.push(...problems)
  const [creditCode = null, otherCode = null] = codes.map(({ code }) => code)
  if (otherCode !== null) draft.extra['buyerCode'] = otherCode
  draft.problems.push(...judgeParent(draft.extra, creditCode))
  const verdict = decide(row, creditCode, name, codes, draft, context)
  const placed =
    context.kind.placed && (verdict === 'accepted' || verdict === 'quarantined')
      ? place({ name, creditCode, texts: draft.texts, industryCode: draft.industryCode }, context)
      : { countyFound: null, locatedBy: 'none' as const, locatedLevel: null, memberships: [], problems: [] }
  return {
    row: row.row,
    verdict,
    problems: [...draft.problems, ...placed.problems],
    creditCode,
    name,
    countyFound: placed.countyFound,
    locatedBy: placed.locatedBy,
    locatedLevel: placed.locatedLevel,
    address: draft.texts['address'] ?? null,
    products: draft.texts['products'] ?? null,
    businessScope: draft.texts['businessScope'] ?? null,
    industryCode: draft.industryCode,
    inStatScope: draft.inStatScope,
    registeredOn: draft.registeredOn,
    point,
    facts: draft.facts,
    memberships: placed.memberships,
    extra: draft.extra,
    raw: maskCitizens(row.cells, codes, context),
  }
}

function columnIndex(context: JudgeContext, field: string): number {
  return context.columns.findIndex((column) => column.field === field)
}

function judgeCodeField(row: RawRow, field: string, context: JudgeContext): CodeJudgement {
  const index = columnIndex(context, field)
  const longNumber = row.notes?.some(({ column, kind }) => column === index && kind === 'long-number') ?? false
  return judgeCode(row.cells[index] ?? '', field, longNumber, context.kind)
}

function missingFields(draft: Draft, kind: KindSpec): Problem[] {
  return kind.filled
    .filter((id) => draft.texts[id] === undefined && draft.extra[id] === undefined)
    .map((id) => {
      const label = fieldOf(kind, id)?.label ?? id
      return { level: 'error', field: id, code: `${id}-missing`, message: `缺少${label}；请补填` }
    })
}

function readCells(row: RawRow, context: JudgeContext): Draft {
  const draft: Draft = {
    texts: {},
    extra: {},
    facts: [],
    problems: [],
    industryCode: null,
    inStatScope: null,
    registeredOn: null,
  }
  context.columns.forEach((column, index) => {
    if (column.field === null) return
    const cell = row.cells[index] ?? ''
    if (row.notes?.some((note) => note.column === index && note.kind === 'error')) {
      const message = `${column.header}：单元格是公式错误值，按空白处理；请修正公式或填写数值`
      draft.problems.push({ level: 'warning', field: column.field, code: 'cell-error', message })
    }
    readCell(cell, column, draft, context)
  })
  return draft
}

function warn(draft: Draft, column: ColumnMapping, code: string, text: string): void {
  draft.problems.push({ level: 'warning', field: column.field ?? '', code, message: `${column.header}：${text}` })
}

function readCell(cell: string, column: ColumnMapping, draft: Draft, context: JudgeContext): void {
  const field = fieldOf(context.kind, column.field ?? '')
  if (!field || READ_TOGETHER.has(field.type)) return
  const shown = cell.trim().slice(0, 30)
  if (quantityOf(field) !== null) return readMeasure(cell, column, draft, context)
  switch (field.type) {
    case 'capital': {
      const text = readText(cell)
      const { value } = judgeMeasure(cell, { ...column, question: null }, { ...field, type: 'money' })
      if (text !== null) draft.extra['capital'] = text
      if (value !== null) draft.extra['capitalWan'] = value
      return
    }
    case 'bool': {
      const value = readBool(cell)
      draft.inStatScope = value ?? null
      if (value === undefined) warn(draft, column, 'bool-unreadable', `“${shown}”无法识别，按未填处理；请填“是”或“否”`)
      return
    }
    case 'industry': {
      const value = readIndustry(cell)
      draft.industryCode = value ?? null
      if (value === undefined)
        warn(draft, column, 'industry-unreadable', `“${shown}”不是行业代码，按未填处理；请填 4 位数字`)
      return
    }
    case 'date': {
      const text = readText(cell)
      const value = text === null ? null : readDate(text)
      if (text !== null && value === null) {
        warn(draft, column, 'date-unreadable', `“${shown}”不是完整日期，按未填处理；请写成 2004-05-06`)
      }
      if (field.id === 'registeredOn') draft.registeredOn = value
      else if (value !== null) draft.extra[field.id] = value
      return
    }
    case 'year': {
      const value = readYear(cell)
      if (value) draft.extra[field.id] = value
      if (value === undefined) warn(draft, column, 'year-unreadable', `“${shown}”不是年份，按未填处理；请写成 2025`)
      return
    }
    default: {
      const text = readText(cell)
      if (text === null) return
      if (OWN_PLACE.has(field.id)) draft.texts[field.id] = text
      else draft.extra[field.id] = text
    }
  }
}

function readMeasure(cell: string, column: ColumnMapping, draft: Draft, context: JudgeContext): void {
  const field = fieldOf(context.kind, column.field ?? '')
  if (!field) return
  const { value, unit, problem } = judgeMeasure(cell, column, field)
  if (problem) draft.problems.push(problem)
  if (value === null) return
  if (field.indicator) {
    draft.facts.push({ indicator: field.indicator, period: column.period ?? context.batchPeriod, value, unit })
  } else draft.extra[field.type === 'money' ? `${field.id}Wan` : field.id] = value
}

function decide(
  row: RawRow,
  creditCode: string | null,
  name: string | null,
  codes: CodeJudgement[],
  draft: Draft,
  context: JudgeContext,
): Verdict {
  const { problems } = draft
  const lacking = context.kind.filled.some((id) => problems.some(({ code }) => code === `${id}-missing`))
  if (lacking || codes.some(({ verdict }) => verdict === 'rejected')) return 'rejected'
  const first = claim(row.row, creditCode, name, draft, context)
  if (first) {
    problems.unshift(repeated(first, name, context.kind))
    return 'duplicate'
  }
  return codes.some(({ verdict }) => verdict === 'quarantined') ? 'quarantined' : 'accepted'
}

const folded = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\s/gu, '').toLowerCase()

/** Takes the key for this row, or answers with the row that holds it. */
function claim(row: number, creditCode: string | null, name: string | null, draft: Draft, context: JudgeContext) {
  const values: Record<string, string | null | undefined> = {
    ...draft.extra,
    creditCode,
    name: creditCode ? null : name,
  }
  const key = context.kind.key.map((field) => folded(values[field] ?? null)).join('\u0001')
  const first = context.seen.get(key)
  if (!first) context.seen.set(detached(key), { row, name: name === null ? null : detached(name) })
  return first
}

function repeated(first: { row: number; name: string | null }, name: string | null, kind: KindSpec): Problem {
  const what = kind.id === 'register' ? '统一社会信用代码' : '关键内容'
  if (first.name !== null && name !== null && folded(first.name) !== folded(name)) {
    const message = `${what}与第 ${first.row} 行相同，但名称不同：第 ${first.row} 行为“${first.name}”，本行为“${name}”；请核对后只保留一行`
    return { level: 'error', field: 'name', code: 'duplicate-name', message }
  }
  const message = `${what}与第 ${first.row} 行相同，本行不重复计入；如需更正请修改第 ${first.row} 行`
  return { level: 'error', field: kind.codes[0] ?? 'name', code: 'duplicate', message }
}

function maskCitizens(row: string[], codes: CodeJudgement[], context: JudgeContext): string[] {
  const cells = row.map((cell, index) => (context.columns[index]?.field === null ? maskPersonal(cell) : cell))
  if (!codes.some(({ citizen }) => citizen)) return cells
  const hidden = new Set(
    context.kind.codes.filter((_field, index) => codes[index]?.citizen).map((field) => columnIndex(context, field)),
  )
  return cells.map((cell, index) => (hidden.has(index) ? MASKED : cell))
}

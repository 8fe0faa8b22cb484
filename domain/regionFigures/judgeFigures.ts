import type { Catalogue } from '../indicator/catalogue'
import type { RegionBook } from '../region/regionBook'
import type { ColumnMapping, RawRow } from '../register/mapping'
import { maskPersonal } from '../register/personal'
import type { Problem, RowFact, StagedRow, Verdict } from '../register/staged'
import { readFigureColumn, type FigureReading } from './figureFacts'
import { rowPeriod } from './figurePeriods'
import { createPlaces, WHOLE, type PlaceCells, type Places, type PlaceFound } from './placeOfRow'
import { TableScope } from './tableScope'
import { UnitTrap } from './unitTrap'
import type { FunctionalArea } from '../region/regionData'

export interface FigureContext {
  catalogue: Catalogue
  regions: RegionBook
  areas: readonly FunctionalArea[]
  /** 100000 for a table of the whole country. */
  province: string
  batchPeriod: string
  /** The columns that `RawRow.cells` holds, in that order. */
  columns: ColumnMapping[]
  /** The first rows of the table, by which a 合计 at its head is understood. */
  sample: RawRow[]
}

export interface FigureJudge {
  /** A row judged; null for a 合计 of which nobody can say what it sums. */
  judge(row: RawRow, isTotal: boolean): StagedRow | null
}

const PLACE_IDS = ['code', 'place', 'county', 'city', 'province'] as const

/** Judges rows of region figures, in file order: later rows are compared with earlier ones. */
export function createFigureJudge(context: FigureContext): FigureJudge {
  const places = createPlaces(context.regions, context.areas, context.province)
  const at = new Map(context.columns.map(({ field }, index) => [field, index]))
  const cell = (row: RawRow, field: string) => row.cells[at.get(field) ?? -1] ?? ''
  const scope = new TableScope(context.regions)
  const placeCells = (row: RawRow) =>
    Object.fromEntries(PLACE_IDS.map((id) => [id, cell(row, id)])) as unknown as PlaceCells
  for (const row of context.sample) {
    const cells = placeCells(row)
    if (!isWhole(cells, false)) scope.sample(places.find(cells).region)
  }
  const state: JudgeState = { context, places, cell, scope, trap: new UnitTrap(), seen: new Map() }
  return { judge: (row, isTotal) => judge(row, placeCells(row), isTotal, state) }
}

interface JudgeState {
  context: FigureContext
  places: Places
  cell(row: RawRow, field: string): string
  scope: TableScope
  trap: UnitTrap
  /** First row of each region and period, with what it said. */
  seen: Map<string, { row: number; said: string }>
}

/** 全市, 合计: named by no place of its own. */
function isWhole(cells: PlaceCells, isTotal: boolean): boolean {
  if (cells.code.trim() !== '') return false
  const name = (cells.county || cells.place || cells.city || cells.province).replace(/\s/gu, '')
  return WHOLE.test(name) || (isTotal && name === '')
}

function judge(row: RawRow, cells: PlaceCells, isTotal: boolean, state: JudgeState): StagedRow | null {
  const whole = isWhole(cells, isTotal)
  const found = whole ? totalPlace(cells, state) : state.places.find(cells)
  if (whole && !found) return null
  const { region, recordedOn, problems: placeProblems } = found ?? NOWHERE
  if (region && !whole) state.scope.pass(region)
  const time = rowPeriod(state.cell(row, 'year'), state.cell(row, 'period'), state.context.batchPeriod)
  const problems: Problem[] = [...placeProblems]
  if (time.refusal !== null) {
    const code = time.refusal.startsWith('1 月') ? 'period-january' : 'period-unreadable'
    problems.push({ level: 'error', field: 'period', code, message: time.refusal })
  }
  const reading = readFacts(row, time.period, state)
  problems.push(...reading.problems)
  const facts = region && time.period ? trapped(row, region.code, reading.facts, problems, state) : []
  const verdict = decide(row, { region: region?.code ?? null, period: time.period, facts, reading }, problems, state)
  // Of years side by side the batch's own period is none of them.
  const ownPeriod = [state.cell(row, 'year'), state.cell(row, 'period')].some((text) => text.trim() !== '')
  const name = region?.name ?? (cells.county || cells.place || cells.city || cells.code || cells.province)
  return {
    ...EMPTY,
    row: row.row,
    verdict,
    problems,
    name: rowName(name, whole, [ownPeriod ? (time.period ?? '') : '', state.cell(row, 'indicator')]),
    countyFound: verdict === 'rejected' ? null : (region?.code ?? null),
    locatedBy: region ? 'declared' : 'none',
    locatedLevel: region && region.level !== 'country' ? region.level : null,
    facts,
    extra: recordedOn === '' ? {} : { recordedOn },
    raw: row.cells.map((text, index) => (state.context.columns[index]?.field === null ? maskPersonal(text) : text)),
  }
}

/** What a person finds the row by: 沈阳市（合计行） 2024 地区生产总值. */
function rowName(place: string, whole: boolean, rest: string[]): string | null {
  const parts = [`${place.trim()}${whole ? '（合计行）' : ''}`, ...rest.map((text) => text.trim().slice(0, 40))]
  return parts.filter((text) => text !== '').join(' ') || null
}

const NOWHERE: PlaceFound = { region: null, recordedOn: '', problems: [] }

const EMPTY = {
  creditCode: null,
  address: null,
  products: null,
  businessScope: null,
  industryCode: null,
  inStatScope: null,
  registeredOn: null,
  point: null,
  memberships: [],
} satisfies Partial<StagedRow>

/** 合计: the city of the row's own 市 column, else what the rows of the table have in common. */
function totalPlace(cells: PlaceCells, { places, scope }: JudgeState): PlaceFound | null {
  const name = (cells.county || cells.place || cells.city || cells.province).replace(/\s/gu, '')
  const isPart = /小计/u.test(name)
  const city = WHOLE.test(cells.city.replace(/\s/gu, '')) ? '' : cells.city
  if (city !== '') return places.find({ ...cells, code: '', place: '', county: '' })
  const region = scope.total(isPart)
  if (!region) return null
  const message = `合计行：按${region.name}的数收下，不作为县（市、区）`
  return { region, recordedOn: '', problems: [{ level: 'warning', field: 'place', code: 'region-total', message }] }
}

function readFacts(row: RawRow, period: string | null, { context, cell }: JudgeState): FigureReading {
  const result: FigureReading = { facts: [], problems: [], unreadable: 0 }
  const shared = { catalogue: context.catalogue, indicator: cell(row, 'indicator'), unit: cell(row, 'unit') }
  context.columns.forEach((column, index) => {
    const one = readFigureColumn(row.cells[index] ?? '', column, { ...shared, period: column.period ?? period ?? '' })
    if (!one) return
    if (row.notes?.some((note) => note.column === index && note.kind === 'error')) {
      const message = `${column.header}：单元格是公式错误值，按空白处理；请修正公式或填写数值`
      result.problems.push({ level: 'warning', field: column.field ?? '', code: 'cell-error', message })
      return
    }
    if (one.problem) {
      result.problems.push(one.problem)
      result.unreadable += 1
    }
    if (one.fact) result.facts.push(one.fact)
  })
  return result
}

/** 疑似单位错误 is said and stays said; the value stays what it was. */
function trapped(row: RawRow, region: string, facts: RowFact[], problems: Problem[], state: JudgeState): RowFact[] {
  const { catalogue, columns } = state.context
  return facts.map((fact) => {
    const item = catalogue.get(fact.indicator)
    if (!item || item.kind === 'rate' || item.dimension === 'percent') return fact
    const doubt = state.trap.check(region, fact.indicator, fact.period, fact.value, row.row)
    if (doubt === null) return fact
    const header = columns.find(({ column }) => column === fact.column)?.header ?? item.name
    const message = `${header}：疑似单位错误，${fact.given ?? fact.value}${doubt}；已按原值收下，请核对单位`
    problems.push({ level: 'warning', field: fact.indicator, code: 'unit-suspect', message })
    return { ...fact, doubt }
  })
}

function decide(
  row: RawRow,
  said: { region: string | null; period: string | null; facts: RowFact[]; reading: FigureReading },
  problems: Problem[],
  state: JudgeState,
): Verdict {
  if (said.region === null || said.period === null) return 'rejected'
  if (said.facts.length === 0) {
    if (said.reading.unreadable > 0) return 'rejected'
    const message = '本行没有数值，按未报送处理；没有数据请留空，零请填 0'
    problems.push({ level: 'warning', field: 'value', code: 'figures-none', message })
  }
  const key = [said.region, said.period, state.cell(row, 'indicator').trim()].join(' ')
  const content = said.facts.map(({ indicator, period, value }) => `${indicator}@${period}=${value}`).join(' ')
  const first = state.seen.get(key)
  if (!first) {
    state.seen.set(key, { row: row.row, said: content })
    return 'accepted'
  }
  const isSame = first.said === content
  const message = isSame
    ? `与第 ${first.row} 行地区、统计期、数值都相同，本行不重复计入`
    : `与第 ${first.row} 行是同一地区同一统计期，数值不同；请核对后放行，或改正后重新导入`
  problems.unshift({ level: 'error', field: 'place', code: isSame ? 'duplicate' : 'figure-conflict', message })
  return isSame ? 'duplicate' : 'quarantined'
}

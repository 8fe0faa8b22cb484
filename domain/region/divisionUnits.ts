import type { DivisionTable, LineageEvent, LineageTable } from './regionData'

/** One division under one code and one name. A code that was renamed or given to another place has several units. */
export interface DivisionUnit {
  code: string
  name: string
  /** First day in force, '' when from before the record. */
  from: string
  /** First day no longer in force, '' while in force. */
  until: string
  unconfirmed: boolean
  /** What took over, once it ended. */
  heirs: Heirs
  /** 脚注 of the event that ended it, '' when only the table knows of it. */
  note: string
}

export interface Heirs {
  /** The heir that a figure may be carried over to. */
  main: string | undefined
  /** Others: those of a part when there is a main heir, all of them when there is none. */
  others: readonly string[]
}

const NONE: Heirs = { main: undefined, others: [] }
const RECORD_BEGINS = '1981'

/** 2014 → 2014-12-31, 2025-11 → 2025-11-30: codes are published as of the end of a period. */
export function effectiveDate(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  const [year = 0, month = 1] = date.split('-').map(Number)
  return `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}

/** All units of all codes, earliest first within a code. */
export function readUnits(table: DivisionTable, lineage: LineageTable): Map<string, DivisionUnit[]> {
  const endings = eventsBy(lineage, (event) => (event.kind === 'boundary' ? [] : event.from))
  const beginnings = eventsBy(lineage, (event) => event.to)
  const unconfirmed = new Set(
    lineage.events.flatMap(({ establishes }) => (establishes?.unconfirmed ? [establishes.code] : [])),
  )
  const units = new Map<string, DivisionUnit[]>()
  for (const line of [...table.retired, ...table.current]) {
    const [code = '', name = '', since = '', until = '', successors = '-'] = line.split(' ')
    const ending = endings.get(`${code}@${until}`)
    const unit: DivisionUnit = {
      code,
      name,
      from: since === RECORD_BEGINS ? '' : effectiveDate(beginnings.get(`${code}@${since}`)?.date ?? since),
      until: until === '' ? '' : effectiveDate(ending?.date ?? until),
      unconfirmed: unconfirmed.has(code),
      heirs: ending ? heirsOfEvent(ending) : parseHeirs(successors),
      note: ending?.note ?? '',
    }
    const list = units.get(code)
    if (list) list.push(unit)
    else units.set(code, [unit])
  }
  for (const list of units.values()) list.sort((a, b) => (a.from < b.from ? -1 : 1))
  return units
}

/** Keyed `code@year`. */
function eventsBy(lineage: LineageTable, codes: (event: LineageEvent) => string[]): Map<string, LineageEvent> {
  return new Map(
    lineage.events.flatMap((event) => codes(event).map((code) => [`${code}@${event.date.slice(0, 4)}`, event])),
  )
}

function heirsOfEvent({ to, parts = [], spread }: LineageEvent): Heirs {
  return spread ? { main: undefined, others: to } : { main: to[0], others: parts }
}

function parseHeirs(successors: string): Heirs {
  if (successors === '-' || successors === '') return NONE
  if (successors.includes('|')) return { main: undefined, others: successors.split('|') }
  const [main, ...others] = successors.split('+')
  return { main, others }
}

export function isInForce(unit: DivisionUnit, on: string): boolean {
  return unit.from <= on && (unit.until === '' || on < unit.until)
}

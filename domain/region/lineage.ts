import { type DivisionUnit, effectiveDate, isInForce } from './divisionUnits'
import { commonAncestor } from './ancestors'
import type { LineageEvent } from './regionData'

/** 现区划还原 / 当期区划: where a figure recorded under one code belongs at another date. */
export interface Resolution {
  code: string
  /**
   * `same` the code stands; `successor` one division took over (or, going back, was there before);
   * `part` carried to the main one while others got a part; `raised` no single division: given to the common city or
   * province; `unknown` the code is in no table.
   */
  kind: 'same' | 'successor' | 'part' | 'raised' | 'unknown'
  footnotes: string[]
}

export const NOT_COMPARABLE = '区划调整，不可比'

/** Later than any date on record: the state of today. */
export const TODAY = '9999-12-31'

export interface Lineage {
  unitOn(code: string, on: string): DivisionUnit | undefined
  /** The unit that a code written down on that day most likely means: in force, else the latest ended, else the next to come. */
  unitMeant(code: string, recordedOn: string): DivisionUnit | undefined
  carry(unit: DivisionUnit, on: string): Resolution
  /** Codes in force on that day among which a unit's territory ended up, parts left out where there is a main heir. */
  heirsOn(unit: DivisionUnit, on: string): string[]
}

export type Units = ReadonlyMap<string, readonly DivisionUnit[]>

export function createLineage(units: Units, events: readonly LineageEvent[]): Lineage {
  const unitOn = (code: string, on: string) => units.get(code)?.find((unit) => isInForce(unit, on))
  const unitMeant = (code: string, recordedOn: string) => {
    const list = units.get(code) ?? []
    return (
      unitOn(code, recordedOn) ?? list.filter((unit) => unit.until !== '' && unit.until <= recordedOn).pop() ?? list[0]
    )
  }
  const predecessors = linkBack(units, unitOn)
  const borders = events.filter((event) => event.kind === 'boundary')
  const walk: Walk = { units, unitOn, predecessors, borders }
  return {
    unitOn,
    unitMeant,
    carry: (unit, on) => (unit.from > on ? backward(walk, unit, on) : forward(walk, unit, on)),
    heirsOn: (unit, on) => [...heirsOn(walk, unit, on)].sort(),
  }
}

interface Walk {
  units: Units
  unitOn: (code: string, on: string) => DivisionUnit | undefined
  predecessors: ReadonlyMap<DivisionUnit, readonly DivisionUnit[]>
  borders: readonly LineageEvent[]
}

function linkBack(units: Units, unitOn: Walk['unitOn']): Map<DivisionUnit, DivisionUnit[]> {
  const predecessors = new Map<DivisionUnit, DivisionUnit[]>()
  for (const unit of [...units.values()].flat()) {
    for (const code of allHeirs(unit)) {
      const heir = unitOn(code, unit.until)
      if (heir) predecessors.set(heir, [...(predecessors.get(heir) ?? []), unit])
    }
  }
  return predecessors
}

function allHeirs({ heirs }: DivisionUnit): string[] {
  return heirs.main === undefined ? [...heirs.others] : [heirs.main, ...heirs.others]
}

function forward(walk: Walk, start: DivisionUnit, on: string): Resolution {
  const footnotes: string[] = []
  let unit = start
  let kind: Resolution['kind'] = 'same'
  while (unit.until !== '' && unit.until <= on) {
    footnotes.push(noteOf(walk, unit))
    const next = unit.heirs.main === undefined ? undefined : walk.unitOn(unit.heirs.main, unit.until)
    if (!next) return raised(walk, start, heirsOn(walk, unit, on), on, footnotes)
    if (unit.heirs.others.length > 0) kind = 'part'
    else if (kind === 'same' && !isRename(walk, unit, next)) kind = 'successor'
    unit = next
  }
  return { code: unit.code, kind, footnotes: [...footnotes, ...borderNotes(walk, unit.code, on)] }
}

function backward(walk: Walk, start: DivisionUnit, on: string): Resolution {
  const footnotes: string[] = []
  let unit = start
  let kind: Resolution['kind'] = 'same'
  while (unit.from > on) {
    const before = walk.predecessors.get(unit) ?? []
    footnotes.push(...before.map((other) => noteOf(walk, other)))
    const [only] = before
    if (before.length !== 1 || !only) {
      const codes = before.length > 0 ? before.map((other) => other.code) : [unit.code]
      return raised(walk, start, new Set(codes), on, footnotes, before.length === 0)
    }
    if (allHeirs(only).length > 1) kind = 'part'
    else if (kind === 'same' && !isRename(walk, only, unit)) kind = 'successor'
    unit = only
  }
  return { code: unit.code, kind, footnotes: unique(footnotes) }
}

function raised(
  walk: Walk,
  start: DivisionUnit,
  codes: ReadonlySet<string>,
  on: string,
  footnotes: string[],
  above = false,
): Resolution {
  const exists = (code: string) => walk.unitOn(code, on) !== undefined
  const code = commonAncestor(codes, start.code, exists, above)
  return { code, kind: 'raised', footnotes: unique([...footnotes, NOT_COMPARABLE]) }
}

/** One code, one place, a new name. */
function isRename(walk: Walk, before: DivisionUnit, after: DivisionUnit): boolean {
  return before.code === after.code && (walk.predecessors.get(after)?.length ?? 0) === 1
}

function heirsOn(walk: Walk, unit: DivisionUnit, on: string): Set<string> {
  if (unit.until === '' || unit.until > on) return new Set([unit.code])
  const heirs = unit.heirs.main === undefined ? unit.heirs.others : [unit.heirs.main]
  const next = heirs.flatMap((code) => walk.unitOn(code, unit.until) ?? [])
  const units = heirs.length > 0 ? next : countiesAtItsEnd(walk, unit)
  return new Set(units.flatMap((heir) => [...heirsOn(walk, heir, on)]))
}

/** A dissolved prefecture lives on in the counties it had on its last day. */
function countiesAtItsEnd(walk: Walk, city: DivisionUnit): DivisionUnit[] {
  if (!city.code.endsWith('00')) return []
  const prefix = city.code.slice(0, 4)
  return [...walk.units.values()]
    .flat()
    .filter((unit) => unit !== city && unit.code.startsWith(prefix) && unit.from < city.until)
    .filter((unit) => unit.until === '' || unit.until >= city.until)
}

function noteOf(walk: Walk, unit: DivisionUnit): string {
  if (unit.note !== '') return unit.note
  const year = unit.until.slice(0, 4)
  const heirs = allHeirs(unit).flatMap((code) => walk.unitOn(code, unit.until) ?? [])
  const named = heirs.map((heir) => `${heir.name}（${heir.code}）`).join('、')
  if (heirs.length === 0) return `${year} 年撤销${unit.name}（${unit.code}）`
  const [only] = heirs
  if (heirs.length === 1 && only?.code === unit.code)
    return `${year} 年${unit.name}更名为${only.name}，代码 ${unit.code} 不变`
  return `${year} 年${unit.name}（${unit.code}）调整为${named}`
}

function borderNotes(walk: Walk, code: string, on: string): string[] {
  return walk.borders
    .filter(({ from, date }) => from.includes(code) && effectiveDate(date) <= on)
    .map((event) => event.note)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

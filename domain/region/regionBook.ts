import { COUNTRY, levelOf, parentOf, type RegionLevel } from './ancestors'
import { type DivisionUnit, readUnits } from './divisionUnits'
import { createLineage, type Resolution, TODAY } from './lineage'
import { baseName } from './placeNames'
import type { DivisionData } from './regionData'

/** One division as it was called at one time. */
export interface Region {
  code: string
  name: string
  /** 和平 for 和平区. */
  shortName: string
  level: RegionLevel
  /** null above the whole country. */
  parent: string | null
  /** False for abolished divisions and earlier names. */
  inForce: boolean
  /** The code is in use but not yet in the ministry's published table. */
  unconfirmed: boolean
  /** ISO dates; '' when from before 1981, or still in force. */
  from: string
  until: string
}

export interface RegionBook {
  /** Changes up to this month are known. */
  readonly asOf: string
  /** In force on `asOf` (today by default); without `asOf` an abolished division is found too, under its last name. */
  get(code: string, asOf?: string): Region | undefined
  /** The code itself when it is in no table. */
  name(code: string, asOf?: string): string
  level(code: string): RegionLevel
  provinces(): Region[]
  /** Divisions in force one step below, in code order. */
  children(code: string): Region[]
  /** Province → … → itself; empty for an unknown code. */
  path(code: string): Region[]
  /**
   * Whether a division, as it stands today, belongs to another. An abolished ancestor holds what it held; for permissions
   * ask `scope` first.
   */
  isWithin(code: string, ancestor: string): boolean
  /**
   * 现区划还原 (`on` = 'current') or 当期区划 (`on` = a date). `recordedOn` is the day the code was written down, `on` by
   * default: a code given to another place later (500110) means the place that had it then.
   */
  resolve(code: string, on: string, recordedOn?: string): Resolution
  /**
   * Codes in force that a person responsible for `code` answers for today: itself; the heir of an abolished division; the
   * former counties of a dissolved city. Empty for an unknown code: no right arises from a guess.
   */
  scope(code: string): string[]
  /** Every division and every former name, in code order, earliest first within a code. */
  all(): Iterable<Region>
}

const WHOLE_COUNTRY: DivisionUnit = {
  code: COUNTRY,
  name: '全国',
  from: '',
  until: '',
  unconfirmed: false,
  heirs: { main: undefined, others: [] },
  note: '',
}

export function createRegionBook({ divisions, lineage: table }: DivisionData): RegionBook {
  const units = readUnits(divisions, table)
  units.set(COUNTRY, [WHOLE_COUNTRY])
  const lineage = createLineage(units, table.events)
  const has = (code: string) => units.has(code)
  const view = (unit: DivisionUnit): Region => toRegion(unit, has)
  const get = (code: string, asOf?: string) => {
    const unit = asOf === undefined ? lineage.unitMeant(code, TODAY) : lineage.unitOn(code, asOf)
    return unit && view(unit)
  }
  const resolve = (code: string, on: string, recordedOn?: string): Resolution => {
    const day = on === 'current' ? TODAY : on
    const unit = lineage.unitMeant(code, recordedOn ?? day)
    return unit ? lineage.carry(unit, day) : { code, kind: 'unknown', footnotes: [`代码 ${code} 不在行政区划代码表中`] }
  }
  const path = (code: string) => pathOf(code, get)
  const children = indexChildren(units, view)
  return {
    asOf: divisions.asOf,
    get,
    name: (code, asOf) => get(code, asOf)?.name ?? code,
    level: levelOf,
    provinces: () => children.get(COUNTRY) ?? [],
    children: (code) => children.get(code) ?? [],
    path,
    isWithin: (code, ancestor) => {
      if (ancestor === COUNTRY || code === ancestor) return true
      const seat = get(ancestor)?.inForce ? resolve(code, 'current').code : code
      return path(seat).some((step) => step.code === ancestor)
    },
    resolve,
    scope: (code) => {
      const unit = lineage.unitMeant(code, TODAY)
      return unit ? lineage.heirsOn(unit, TODAY) : []
    },
    all: function* () {
      for (const list of units.values()) yield* list.map(view)
    },
  }
}

function toRegion(unit: DivisionUnit, has: (code: string) => boolean): Region {
  const { code, name, from, until, unconfirmed } = unit
  const parent = parentOf(code, has)
  const shortName = baseName(name)
  return { code, name, shortName, level: levelOf(code), parent, inForce: until === '', unconfirmed, from, until }
}

function pathOf(code: string, get: (code: string) => Region | undefined): Region[] {
  const steps: Region[] = []
  for (let step = get(code); step && step.level !== 'country'; step = step.parent ? get(step.parent) : undefined) {
    steps.unshift(step)
  }
  return steps
}

function indexChildren(
  units: ReadonlyMap<string, DivisionUnit[]>,
  view: (unit: DivisionUnit) => Region,
): Map<string, Region[]> {
  const children = new Map<string, Region[]>()
  const inForce = [...units.values()].flat().filter((unit) => unit.until === '' && unit.code !== COUNTRY)
  for (const region of inForce.map(view).sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const parent = region.parent ?? COUNTRY
    const list = children.get(parent)
    if (list) list.push(region)
    else children.set(parent, [region])
  }
  return children
}

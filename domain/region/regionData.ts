/** The JSON files of packs/regions, passed in: the domain reads no files. */
export interface DivisionData {
  divisions: DivisionTable
  lineage: LineageTable
}

/** packs/regions/divisions.json. Written by scripts/buildRegions.ts, never by hand. */
export interface DivisionTable {
  /** The state of the divisions that `current` describes, e.g. 2025-11. */
  asOf: string
  /**
   * One division in force per line, in code order: `code name since`, e.g. `210112 浑南区 2014`. `since` is the year in
   * which the division got this code and this name; 1981, where the record begins, reads "always".
   */
  current: string[]
  /**
   * One division no longer in force (or under an earlier name) per line: `code name since until successors`.
   * Successors: `a` one; `a+b` the main one first, then those that got a part; `a|b` several with no main one;
   * `-` none on record.
   */
  retired: string[]
}

/** packs/regions/lineage.json: facts kept by hand, which outrank the years and successors of the table. */
export interface LineageTable {
  events: LineageEvent[]
}

export interface LineageEvent {
  /** 2014, 2025-11 or 2025-11-06: as precise as is known. A bare year takes effect at its end. */
  date: string
  /** merge | split | rename | boundary | upgrade | transfer | dissolve | reuse: for the reader; the codes decide. */
  kind: string
  from: string[]
  /** The main successor; several only together with `spread`. */
  to: string[]
  /** Divisions that got a part, or gave one. */
  parts?: string[]
  /** True: `to` are equal heirs, so that a figure of `from` cannot be given to any one of them. */
  spread?: boolean
  /** A division the source package does not have yet. */
  establishes?: { code: string; name: string; unconfirmed?: boolean }
  /** 脚注. */
  note: string
}

/** packs/regions/functional-areas.json: 功能区 overlap counties and are never summed with them. */
export interface FunctionalArea {
  id: string
  name: string
  kind: string
  province: string
  /** County codes the area overlaps; exactly one where the area lies wholly within a county. A city code where only that is sure. */
  parents: string[]
  /** Always true: whoever adds areas up with counties counts twice. */
  overlaps: boolean
  aliases: string[]
  /** Division digits (positions 3–8) seen in credit codes issued by the area's own registrar, unknown to the ministry's table. */
  codePrefixes?: string[]
}

import { Decimal } from 'decimal.js'
import type { Catalogue, IndicatorEntry } from '../indicator/catalogue'
import { parsePeriod, periodEnd } from '../period/period'
import { newestFirst, compareSources, type Rankable } from '../regionFigures/sources'

/** One source of one figure of one region. */
export interface SheetFact extends Rankable {
  dataset: 'real' | 'demo'
  region: string
  indicator: string
  period: string
  value: string
  /** The cell as it stood. */
  given: string
  provider: string
  batch: string
  fileName: string
  /** 疑似单位错误 noted when the file was read. */
  doubt: string | null
}

/** The regions that are checked: the one asked for and those below it. */
export interface CheckedPlaces {
  root: string
  /** Codes in force, the root first. */
  codes: readonly string[]
  childrenOf(code: string): readonly string[]
  nameOf(code: string): string
  /** Whether there was a region of this code on that day: a county founded later owes nothing. */
  existed(code: string, day: string): boolean
}

export interface Cell {
  period: string
  value: Decimal
  shown: SheetFact
  /** The shown one first. */
  sources: SheetFact[]
}

/** All periods of one indicator in one region. */
export interface Series {
  region: string
  item: IndicatorEntry
  /** Newest first. */
  cells: Cell[]
}

/** The figures of regions, arranged for looking along the years, among sisters and from parts to wholes. */
export class FigureSheet {
  readonly series: Series[] = []
  private readonly byKey = new Map<string, Series>()

  constructor(
    facts: readonly SheetFact[],
    readonly places: CheckedPlaces,
    catalogue: Catalogue,
    /** `region indicator period` of which a part, merged into the region since, has a figure of its own. */
    private readonly fragments: ReadonlySet<string> = new Set(),
  ) {
    const groups = new Map<string, Map<string, SheetFact[]>>()
    for (const fact of facts) {
      const key = `${fact.region} ${fact.indicator}`
      const periods = groups.get(key) ?? new Map<string, SheetFact[]>()
      groups.set(key, periods)
      periods.set(fact.period, [...(periods.get(fact.period) ?? []), fact])
    }
    for (const [key, periods] of groups) {
      const [region = '', indicator = ''] = key.split(' ')
      const item = catalogue.get(indicator)
      if (!item) continue
      const series = { region, item, cells: cellsOf(periods) }
      this.series.push(series)
      this.byKey.set(key, series)
    }
  }

  get(region: string, indicator: string): Series | undefined {
    return this.byKey.get(`${region} ${indicator}`)
  }

  at(region: string, indicator: string, period: string): Cell | undefined {
    return this.get(region, indicator)?.cells.find((cell) => cell.period === period)
  }

  /** Regions that had to have a figure: those of the time, or that have one all the same. */
  owing(codes: readonly string[], indicator: string, period: string): string[] {
    const parsed = parsePeriod(period)
    const day = parsed ? periodEnd(parsed) : '9999-12-31'
    return codes.filter((code) => this.places.existed(code, day) || this.at(code, indicator, period) !== undefined)
  }

  /** Whether a part that was merged since stands beside these regions, so that they are not the whole. */
  isBroken(codes: readonly string[], indicator: string, period: string): boolean {
    return codes.some((code) => this.fragments.has(`${code} ${indicator} ${period}`))
  }

  /** Every indicator that one of these regions has. */
  indicatorsOf(regions: readonly string[]): IndicatorEntry[] {
    const inside = new Set(regions)
    const found = new Map(this.series.filter(({ region }) => inside.has(region)).map(({ item }) => [item.id, item]))
    return [...found.values()]
  }

  /** Parents with the regions one step below them. */
  families(): { parent: string; children: readonly string[] }[] {
    return this.places.codes
      .map((parent) => ({ parent, children: this.places.childrenOf(parent) }))
      .filter(({ children }) => children.length > 0)
  }
}

function cellsOf(periods: Map<string, SheetFact[]>): Cell[] {
  return newestFirst(periods.keys()).flatMap((period) => {
    const sources = [...(periods.get(period) ?? [])].sort(compareSources)
    const [shown] = sources
    return shown ? [{ period, value: new Decimal(shown.value), shown, sources }] : []
  })
}

/** Amounts that add up over regions and may be compared as multiples: 规模、累计量、存量、个数. */
export const isAdditive = ({ kind }: IndicatorEntry): boolean =>
  kind === 'level' || kind === 'flow' || kind === 'stock' || kind === 'count'

/** Where multiples mean a unit: not in counts, of which one may become ten. */
export const hasUnitToMistake = (item: IndicatorEntry): boolean =>
  item.kind !== 'rate' && item.dimension !== 'percent' && item.dimension !== 'none' && item.dimension !== 'count'

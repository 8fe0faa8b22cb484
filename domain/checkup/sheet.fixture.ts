import { createCatalogue, type Catalogue, type Indicator, type ThemeFile } from '../indicator/catalogue'
import { FigureSheet, type CheckedPlaces, type SheetFact } from './figureSheet'

const entry = (id: string, own: Partial<Indicator> = {}): Indicator => ({
  id,
  name: id,
  shortName: id,
  unit: '亿元',
  dimension: 'money',
  decimals: 2,
  kind: 'flow',
  definition: '—',
  cycle: 'year',
  owner: '统计局',
  scope: '全部',
  source: '—',
  edition: '—',
  direction: 'none',
  reported: true,
  aliases: [],
  ...own,
})

const home = { unit: '家', dimension: 'count', kind: 'count', decimals: 0 } as const

const THEME: ThemeFile = {
  theme: { id: 'made-up', name: '虚构', order: 1 },
  indicators: [
    entry('gdp'),
    entry('primary'),
    entry('secondary'),
    entry('tertiary'),
    entry('industrial-profit'),
    entry('cluster-revenue', { kind: 'level' }),
    entry('cluster-enterprises', home),
    entry('cluster-above-scale', home),
    entry('urbanisation', { unit: '%', dimension: 'percent', kind: 'ratio', bounds: [0, 100] }),
    entry('growth', { unit: '%', dimension: 'percent', kind: 'rate' }),
  ],
}

export const CATALOGUE: Catalogue = createCatalogue([THEME])

/** A city with six counties, c1 … c6. */
const COUNTIES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']
export const PLACES: CheckedPlaces = {
  root: 'city',
  codes: ['city', ...COUNTIES],
  childrenOf: (code) => (code === 'city' ? COUNTIES : []),
  existed: () => true,
  nameOf: (code) => (code === 'city' ? '虚构市' : `${code} 县`),
}

export const fact = (
  region: string,
  indicator: string,
  period: string,
  value: string,
  own: Partial<SheetFact> = {},
): SheetFact => ({
  dataset: 'real',
  region,
  indicator,
  period,
  value,
  given: value,
  provider: '虚构局',
  batch: 'b1',
  fileName: '虚构.csv',
  doubt: null,
  dataClass: 'statistics',
  publishedSeq: 1,
  row: 2,
  column: 1,
  ...own,
})

const YEARS = ['2023', '2024', '2025']

/** Output of all counties and of their city, three years, without a fault. */
export const cleanFacts = (): SheetFact[] =>
  YEARS.flatMap((year, at) => [
    ...COUNTIES.flatMap((county, index) => {
      const [first, second, third] = [5.4 + index, 20 + index + at, 25 + index]
      return [
        fact(county, 'primary', year, first.toFixed(1)),
        fact(county, 'secondary', year, second.toFixed(1)),
        fact(county, 'tertiary', year, third.toFixed(1)),
        fact(county, 'gdp', year, (first + second + third).toFixed(1)),
      ]
    }),
    fact('city', 'gdp', year, (COUNTIES.length * 50 + 47.4 + 6 * at).toFixed(1)),
    fact('city', 'urbanisation', year, '61.2'),
  ])

/** The clean facts with some in their place changed; a change of null takes the fact away. */
export function factsWith(changes: Record<string, Partial<SheetFact> | null>, more: SheetFact[] = []): SheetFact[] {
  const changed = cleanFacts().flatMap((one) => {
    const change = changes[`${one.region} ${one.indicator} ${one.period}`]
    return change === null ? [] : [{ ...one, ...change }]
  })
  return [...changed, ...more]
}

export const sheetOf = (facts: SheetFact[]) => new FigureSheet(facts, PLACES, CATALOGUE)

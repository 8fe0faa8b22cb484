import type { ClusterRegion, Clusters } from '@contract/clusters'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureColumn, sorted, type FigureColumn } from '@/components/figureColumn'
import type { TableSort } from '@/components/tableColumn'
import type { ShownFigure } from '@/lib/figureLook'
import { shownCount } from '@/lib/shownFigures'
import { indicatorOf, shownIndicator } from './clusterIndicators'
import type { ClassedMap } from './clusterMap'
import { placeRef } from './clusterRefs'
import { legendRows } from './legendRows'

/** A line of the table: a region, what is placed no lower than a city or province, or the sum of all. */
export interface ClusterRow {
  id: string
  code: string | null
  kind: 'region' | 'unlocated' | 'total'
  name: string
  /** Figures and ratios; the sum of all has no ratios. */
  own: ClusterRegion
  className: string
}

type Column = FigureColumn<ClusterRow, Clusters>
type Value = Parameters<typeof indicatorOf>[0]

const BASIS = { revenue: '按营收', enterprises: '按企业数' } as const
/** Not asked for: neither missing nor zero. */
const NO_RATIO: ShownFigure = { look: 'value', text: '—', reason: null }

const numberOf = (value: string | null) => (value === null ? null : Number(value))

/** The card of a number; of 未定位 there is no 区位商, and of the sum no ratio. */
function cardOf(row: ClusterRow, clusters: Clusters, indicator: FigureIndicator, isRatio: boolean): string | null {
  if (row.kind === 'total' && isRatio) return null
  if (row.kind === 'unlocated' && indicator === 'location-quotient') return null
  const place = { code: row.code ?? clusters.region, unlocated: row.kind === 'unlocated' }
  return placeRef(clusters, clusters.region, place, indicator)
}

/** A column of an indicator of the map, in its looks. */
function indicatorColumn(value: Value, label: string, isRatio = false): Column {
  const indicator = indicatorOf(value)
  return figureColumn<ClusterRow, Clusters>({
    id: value,
    label,
    shown: (row) => (row.kind === 'total' && isRatio ? NO_RATIO : shownIndicator(indicator, row.own)),
    rank: ({ own }) => (indicator.suppressed(own) === null ? numberOf(indicator.of(own)) : null),
    figure: (row, clusters) => cardOf(row, clusters, indicator.figure, isRatio),
  })
}

/** A column of houses that is no indicator of the map; the unit stands in its heading. */
function countColumn(id: string, label: string, indicator: FigureIndicator, of: (row: ClusterRow) => number | null) {
  return figureColumn<ClusterRow, Clusters>({
    id,
    label,
    shown: (row) => shownCount(of(row), '未导入'),
    rank: of,
    figure: (row, clusters) => cardOf(row, clusters, indicator, false),
  })
}

/** The column with other words in its cells. */
function reworded(column: Column, word: (text: string, row: ClusterRow) => string): Column {
  const shown = (row: ClusterRow): ShownFigure => {
    const found = column.shown?.(row) ?? NO_RATIO
    return { ...found, text: word(found.text, row) }
  }
  return { ...column, shown, text: (row) => shown(row).text }
}

/** The heading says 家; a cell need not. */
const bare = (column: Column) => reworded(column, (text) => text.replace(/ 家$/u, ''))

/** What a 区位商 is measured in stands beside it. */
const basisText = ({ own }: ClusterRow) =>
  own.quotientBasis === null || own.quotient === null ? '' : `（${BASIS[own.quotientBasis]}）`

export const CLUSTER_COLUMNS: readonly Column[] = [
  {
    id: 'name',
    label: '地区',
    rowHeader: true,
    sortable: true,
    text: ({ name }) => name,
    rank: ({ code }) => code ?? '',
  },
  {
    id: 'code',
    label: '代码',
    short: true,
    plain: 'code',
    text: ({ code, kind }) => (kind === 'region' ? (code ?? '') : ''),
    rank: ({ code }) => code,
  },
  bare(indicatorColumn('enterprises', '企业数（家）')),
  bare(indicatorColumn('aboveScale', '规上企业（家）')),
  indicatorColumn('revenue', '营业收入'),
  countColumn('reporting', '报送营收（家）', 'revenue-reporting', ({ own }) => own.figures.revenueReporting),
  bare(indicatorColumn('honoured', '优质企业（家）')),
  countColumn('leaders', '链主（家）', 'leaders', ({ own }) => own.figures.leaders),
  indicatorColumn('concentration', '产业集聚度', true),
  reworded(indicatorColumn('quotient', '区位商', true), (text, row) => `${text}${basisText(row)}`),
  indicatorColumn('growth', '收入增速', true),
  {
    id: 'class',
    label: '图上分级',
    short: true,
    plain: 'legend',
    text: ({ className }) => className,
    rank: () => null,
  },
]

/** Regions in the order asked for; then 未定位; then the sum, which equals all of them together. */
export function clusterRows(clusters: Clusters, map: ClassedMap, sort: TableSort | null): ClusterRow[] {
  const names = new Map(legendRows(map).map(({ id, text }) => [id, text]))
  const rows = clusters.regions.map((region): ClusterRow => {
    const index = map.classOf(region)
    return {
      id: `${region.code}${region.unlocated ? '-unlocated' : ''}`,
      code: region.code,
      kind: region.unlocated ? 'unlocated' : 'region',
      name: region.name,
      own: region,
      className: region.unlocated ? '不上图' : (names.get(typeof index === 'number' ? `class-${index}` : index) ?? ''),
    }
  })
  const of = (kind: ClusterRow['kind']) => rows.filter((row) => row.kind === kind)
  return [...sorted(of('region'), CLUSTER_COLUMNS, sort), ...of('unlocated'), totalRow(clusters)]
}

function totalRow({ region, regionName, level, total }: Clusters): ClusterRow {
  const name = level === 'province' ? '以上各省合计' : `${regionName}合计（含未定位）`
  const ratios = { concentration: null, quotient: null, quotientBasis: null, growth: null, suppressed: [] }
  return {
    id: 'total',
    code: null,
    kind: 'total',
    name,
    own: { ...ratios, code: region, name, unlocated: false, figures: total },
    className: '',
  }
}

import type { FigureLook, ShownFigure } from '@/lib/figureLook'
import type { FigureView } from '@/lib/figureRefs'
import type { TableColumn, TableSort } from './tableColumn'

/** A column that can be ordered by, and whose cells may be figures. */
export interface FigureColumn<Row, View = FigureView> extends TableColumn<Row> {
  /** What the rows are ordered by; null where there is nothing to compare. */
  rank: (row: Row) => number | string | null
  /** Of a column of figures: each in its look. */
  shown?: (row: Row) => ShownFigure
  /** Its card. */
  figure?: (row: Row, view: View) => string | null
}

interface Figures<Row, View> {
  id: string
  label: string
  shown: (row: Row) => ShownFigure
  rank: (row: Row) => number | null
  figure?: (row: Row, view: View) => string | null
}

export const figureColumn = <Row, View = FigureView>({
  shown,
  ...rest
}: Figures<Row, View>): FigureColumn<Row, View> => ({
  ...rest,
  shown,
  text: (row) => shown(row).text,
  numeric: true,
  sortable: true,
})

/** What cannot be compared stands at the end whatever the direction: first what is missing, then what is not public. */
const TAIL: Record<FigureLook, number> = { value: 0, zero: 0, estimated: 0, missing: 1, suppressed: 2 }

/** Stable. */
export function sorted<Row, View>(
  rows: readonly Row[],
  columns: readonly FigureColumn<Row, View>[],
  sort: TableSort | null,
): readonly Row[] {
  const column = sort && columns.find(({ id }) => id === sort.column)
  if (!column) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return [...rows].sort((left, right) => {
    const [tailA, tailB] = [tailOf(column, left), tailOf(column, right)]
    if (tailA > 0 || tailB > 0) return tailA - tailB
    const [a, b] = [column.rank(left), column.rank(right)]
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
  })
}

function tailOf<Row, View>({ rank, shown }: FigureColumn<Row, View>, row: Row): number {
  const tail = shown ? TAIL[shown(row).look] : 0
  return tail > 0 || rank(row) !== null ? tail : TAIL.missing
}

const collator = new Intl.Collator('zh-CN')

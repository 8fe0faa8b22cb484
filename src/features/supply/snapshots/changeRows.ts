import type { SnapshotComparison } from '@contract/supplySnapshots'
import { EVIDENCE_NAMES } from '@contract/supply'
import type { FigureColumn } from '@/components/figureColumn'
import { countText, measureText } from '@/lib/format'

export type Edge = SnapshotComparison['edges'][number]
export type ChangeKind = 'all' | Edge['change']
type Side = NonNullable<Edge['before']>

export const CHANGE_WORDS: Record<Edge['change'], string> = { new: '新增', gone: '消失', changed: '改变' }
const ORDER: Edge['change'][] = ['new', 'gone', 'changed']

/** Each with its number, so that nothing has to be opened to be counted. */
export const changeChoices = ({
  counts,
}: Pick<SnapshotComparison, 'counts'>): { value: ChangeKind; label: string }[] => [
  { value: 'all', label: `全部 ${countText(counts.new + counts.gone + counts.changed)}` },
  ...ORDER.map((value) => ({ value, label: `${CHANGE_WORDS[value]} ${countText(counts[value])}` })),
]

/** Either side of the relation or its product contains the words. */
export function filteredEdges(edges: readonly Edge[], kind: ChangeKind, words: string): Edge[] {
  const wanted = words.trim()
  return edges.filter(
    ({ change, supplierName, buyerName, product }) =>
      (kind === 'all' || change === kind) &&
      (wanted === '' || [supplierName, buyerName, product ?? ''].some((text) => text.includes(wanted))),
  )
}

/** 1,200 万元 · 份额 30% · 合同; amounts unrounded, so that a small change shows; 没有 where there was no such relation. */
export function sideWords(side: Side | null): string {
  if (side === null) return '没有'
  return [
    side.amountWan === null ? '金额未报' : `${measureText(side.amountWan)} 万元`,
    ...(side.sharePercent === null ? [] : [`份额 ${measureText(side.sharePercent)}%`]),
    EVIDENCE_NAMES[side.evidence],
  ].join(' · ')
}

/** What is different, in words. */
export function differenceWords({ change, before, after }: Edge): string {
  if (change !== 'changed' || !before || !after) return CHANGE_WORDS[change]
  const parts = [
    ...(before.amountWan === after.amountWan ? [] : ['金额']),
    ...(before.sharePercent === after.sharePercent ? [] : ['份额']),
    ...(before.evidence === after.evidence ? [] : ['证据']),
  ]
  return parts.length === 0 ? CHANGE_WORDS.changed : `${parts.join('、')}改变`
}

const amountOf = (side: Side | null) => (side?.amountWan == null ? null : Number(side.amountWan))

export const edgeKey = ({ supplier, buyer, product, change }: Edge): string =>
  [supplier, buyer, product ?? '', change].join('|')

export const CHANGE_COLUMNS: readonly FigureColumn<Edge, null>[] = [
  {
    id: 'change',
    label: '变化',
    sortable: true,
    short: true,
    text: differenceWords,
    rank: ({ change }) => ORDER.indexOf(change),
  },
  {
    id: 'supplier',
    label: '供方',
    rowHeader: true,
    sortable: true,
    text: ({ supplierName }) => supplierName,
    rank: ({ supplierName }) => supplierName,
  },
  {
    id: 'buyer',
    label: '需方',
    sortable: true,
    plain: 'name',
    text: ({ buyerName }) => buyerName,
    rank: ({ buyerName }) => buyerName,
  },
  {
    id: 'product',
    label: '产品',
    sortable: true,
    plain: 'name',
    text: ({ product }) => product ?? '未写产品',
    rank: ({ product }) => product,
  },
  {
    id: 'before',
    label: '之前',
    sortable: true,
    plain: 'supply-record',
    text: ({ before }) => sideWords(before),
    rank: ({ before }) => amountOf(before),
  },
  {
    id: 'after',
    label: '之后',
    sortable: true,
    plain: 'supply-record',
    text: ({ after }) => sideWords(after),
    rank: ({ after }) => amountOf(after),
  },
]

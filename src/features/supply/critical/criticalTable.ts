import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { shownFigure } from '@/lib/figureLook'
import { countText } from '@/lib/format'
import { GAP_WORDS, moveWords, scoreText, type CriticalRow } from './criticalRows'

type Column = FigureColumn<CriticalRow, null>

const score = (id: 'before' | 'after', label: string): Column => ({
  ...figureColumn<CriticalRow, null>({
    id,
    label,
    shown: (row) => shownFigure({ value: row[id], missing: '' }, (text) => scoreText(Number(text))),
    rank: (row) => row[id],
  }),
  plain: 'criticality',
})

const plain = (column: Omit<Column, 'plain'>): Column => ({ ...column, plain: 'criticality' })

const RANK = plain({
  id: 'rank',
  label: '位次（前 → 后）',
  short: true,
  sortable: true,
  text: (row) => `${row.rankBefore} → ${row.rankAfter}（${moveWords(row)}）`,
  rank: ({ rankAfter }) => rankAfter,
})

const JUDGED: readonly Column[] = [
  RANK,
  score('before', '关键度（前）'),
  score('after', '关键度（后）'),
  {
    ...figureColumn<CriticalRow, null>({
      id: 'share',
      label: '供给占比',
      shown: ({ supplyShare }) => supplyShare,
      rank: ({ shareRank }) => shareRank,
    }),
    plain: 'criticality',
  },
  plain({
    id: 'substitutes',
    label: '省内替代（家）',
    numeric: true,
    sortable: true,
    text: ({ substitutes }) => countText(substitutes),
    rank: ({ substitutes }) => substitutes,
  }),
  plain({
    id: 'difficulty',
    label: '替代难度',
    numeric: true,
    sortable: true,
    text: ({ difficulty }) => difficulty,
    rank: ({ difficulty }) => Number(difficulty),
  }),
  plain({
    id: 'betweenness',
    label: '中介中心度',
    numeric: true,
    sortable: true,
    text: ({ betweenness }) => betweenness,
    rank: ({ betweenness }) => Number(betweenness),
  }),
]

const REASON = plain({ id: 'reason', label: '为什么', text: ({ reason }) => reason, rank: () => null })

export const NODE_COLUMNS: readonly Column[] = [
  { id: 'name', label: '环节', rowHeader: true, sortable: true, text: ({ name }) => name, rank: ({ name }) => name },
  {
    id: 'gap',
    label: '断点',
    sortable: true,
    short: true,
    text: ({ gap }) => GAP_WORDS[gap] || '—',
    rank: ({ gap }) => ['none', 'single', 'empty'].indexOf(gap),
  },
  plain({
    id: 'suppliers',
    label: '本地供货（家）',
    numeric: true,
    sortable: true,
    text: ({ suppliers }) => countText(suppliers ?? 0),
    rank: ({ suppliers }) => suppliers,
  }),
  ...JUDGED,
  REASON,
  { id: 'go', label: '去', short: true, text: () => '', rank: () => null },
]

export const FIRM_COLUMNS: readonly Column[] = [
  { id: 'name', label: '企业', rowHeader: true, sortable: true, text: ({ name }) => name, rank: ({ name }) => name },
  {
    id: 'place',
    label: '所在地',
    sortable: true,
    plain: 'name',
    text: ({ place }) => place ?? '',
    rank: ({ place }) => place,
  },
  ...JUDGED,
  REASON,
  { id: 'go', label: '去', short: true, text: () => '', rank: () => null },
]

import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { countText } from '@/lib/format'
import { rankWords } from '@domain/supply/criticalityWords'
import { scoreText, type CriticalRow } from './criticalRows'

type Column = FigureColumn<CriticalRow, null>

const plain = (column: Omit<Column, 'plain'>): Column => ({ ...column, plain: 'criticality' })

const RANK = plain({
  id: 'rank',
  label: '位次（前 → 后）',
  short: true,
  sortable: true,
  text: rankWords,
  rank: ({ rankAfter }) => rankAfter,
})

const JUDGED: readonly Column[] = [
  RANK,
  plain({
    id: 'score',
    label: '关键度（前 → 后）',
    numeric: true,
    sortable: true,
    text: ({ before, after }) => `${scoreText(before)} → ${scoreText(after)}`,
    rank: ({ after }) => after,
  }),
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
    label: '省内替代',
    numeric: true,
    sortable: true,
    text: ({ substitutes }) => `${countText(substitutes)} 家`,
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

export const NODE_COLUMNS: readonly Column[] = [
  { id: 'name', label: '环节', rowHeader: true, sortable: true, text: ({ name }) => name, rank: ({ name }) => name },
  ...JUDGED,
  plain({
    id: 'suppliers',
    label: '本地供货',
    numeric: true,
    sortable: true,
    text: ({ suppliers }) => `${countText(suppliers ?? 0)} 家`,
    rank: ({ suppliers }) => suppliers,
  }),
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
]

import type { Ranking, RankingRow } from '@contract/analysis'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { shownCount } from '@/lib/shownFigures'
import { figureRef } from '@/lib/figureRefs'
import { periodText } from '@/stores/viewWords'
import { changeText, rankingRef, type RankingView } from './rankingView'

type Column = FigureColumn<RankingRow, Ranking>

const numberOf = (value: string | null) => (value === null ? null : Number(value))

/** The same numbers as the chart, and the course behind every spark line. */
export function rankingColumns({ ranking, label, unit, shown }: RankingView): Column[] {
  const { node, periods, period } = ranking
  const part = node === null ? {} : { kind: 'node' as const, unit: node }
  const earlier = periods.filter((own) => own !== period)
  return [
    {
      id: 'rank',
      label: '位次',
      text: ({ rank }) => (rank === null ? '—' : String(rank)),
      rank: ({ rank }) => rank,
      numeric: true,
      sortable: true,
      plain: 'order',
    },
    { id: 'name', label: '地区', text: ({ name }) => name, rank: ({ name }) => name, rowHeader: true, sortable: true },
    figureColumn<RankingRow, Ranking>({
      id: 'value',
      label: unit ? `${label}（${unit}）` : label,
      shown,
      rank: ({ value }) => numberOf(value),
      figure: ({ code }) => rankingRef(ranking, code),
    }),
    {
      id: 'change',
      label: '较上年位次',
      text: (row) => changeText(row) ?? '—',
      rank: ({ rankChange }) => rankChange,
      numeric: true,
      sortable: true,
      plain: 'evidence',
    },
    figureColumn<RankingRow, Ranking>({
      id: 'enterprises',
      label: '企业数（家）',
      shown: ({ enterprises }) => shownCount(enterprises, '缺'),
      rank: ({ enterprises }) => enterprises,
      figure: ({ code }) => figureRef({ ...ranking, region: code }, 'enterprises', part),
    }),
    ...earlier.map((own) =>
      figureColumn<RankingRow, Ranking>({
        id: own,
        label: periodText(own),
        shown: (row) => shown(pointOf(row, own)),
        rank: (row) => numberOf(pointOf(row, own).value),
        figure: (row) => (pointOf(row, own).value === null ? null : rankingRef(ranking, row.code, own)),
      }),
    ),
  ]
}

const pointOf = ({ trend }: RankingRow, period: string) =>
  trend.find((point) => point.period === period) ?? { value: null, suppressed: null }

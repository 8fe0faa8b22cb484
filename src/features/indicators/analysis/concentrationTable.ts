import type { Concentration } from '@contract/analysisParts'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import type { ShownFigure } from '@/lib/figureLook'
import { TOPIC_NAMES, type Held, type MeasureRow } from './concentrationRows'

type Column = FigureColumn<MeasureRow, Concentration>

const NONE: ShownFigure = { look: 'value', text: '—', reason: null }

const heldColumn = (id: string, label: string, held: (row: MeasureRow) => Held | null): Column => ({
  ...figureColumn<MeasureRow, Concentration>({
    id,
    label,
    shown: (row) => held(row)?.shown ?? NONE,
    rank: () => null,
    figure: (row) => held(row)?.figure ?? null,
  }),
  sortable: false,
  plain: 'evidence',
})

export const CONCENTRATION_COLUMNS: readonly Column[] = [
  { id: 'topic', label: '方面', text: ({ topic }) => TOPIC_NAMES[topic], rank: () => null, short: true },
  { id: 'label', label: '指标', text: ({ label }) => label, rank: ({ label }) => label, rowHeader: true },
  heldColumn('value', '数值', ({ value }) => value),
  heldColumn('numerator', '分子', ({ numerator }) => numerator),
  heldColumn('denominator', '分母', ({ denominator }) => denominator),
  { id: 'note', label: '说明', text: ({ note }) => note, rank: () => null, plain: 'definition' },
]

import type { Figures, Panorama, Strength } from '@contract/panorama'
import type { FigureColumn } from '@/components/figureColumn'
import { STRENGTHS } from './kpiTiles'
import { unitColumns } from './panoramaColumns'
import { STRENGTH_NAMES } from './panoramaTheme'
import type { FigureUnit } from './unitFigures'

/** A stage or one of its groups: what their heads say on the graph. */
export interface GroupRow extends FigureUnit {
  order: number
  stageName: string
  name: string
  figures: Figures
  strengths: Record<Strength, number>
}

const nodesOf = ({ strengths }: GroupRow) => STRENGTHS.reduce((sum, strength) => sum + strengths[strength], 0)

export const GROUP_COLUMNS: FigureColumn<GroupRow>[] = [
  { id: 'stage', label: '阶段', text: (row) => row.stageName, rank: (row) => row.order, sortable: true },
  {
    id: 'name',
    label: '分组',
    text: (row) => (row.kind === 'stage' ? '整个阶段' : row.name),
    rank: (row) => row.name,
    sortable: true,
    rowHeader: true,
  },
  {
    id: 'nodes',
    label: '环节（个）',
    text: (row) => String(nodesOf(row)),
    rank: nodesOf,
    numeric: true,
    sortable: true,
    plain: 'pack',
  },
  {
    id: 'strengths',
    label: '环节强弱（个）',
    text: ({ strengths }) =>
      STRENGTHS.map((strength) => `${STRENGTH_NAMES[strength]} ${strengths[strength]}`).join('、'),
    rank: ({ strengths }) => strengths.missing,
    plain: 'evidence',
  },
  ...unitColumns<GroupRow>(({ kind, unit }) => ({ kind, unit })),
]

/** Every stage, each followed by its groups. */
export function groupRows({ stages, groups }: Panorama): GroupRow[] {
  const rows = stages.flatMap((stage): Omit<GroupRow, 'order'>[] => [
    { kind: 'stage', unit: stage.id, stageName: stage.name, ...picked(stage) },
    ...groups
      .filter((group) => group.stage === stage.id)
      .map((group) => ({ kind: 'group' as const, unit: group.id, stageName: stage.name, ...picked(group) })),
  ])
  return rows.map((row, order) => ({ ...row, order }))
}

const picked = ({ name, figures, strengths }: Pick<GroupRow, 'name' | 'figures' | 'strengths'>) => ({
  name,
  figures,
  strengths,
})

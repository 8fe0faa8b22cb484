import type { AnalysisHead } from '@contract/analysis'
import type { ShiftShare, ShiftShareRow } from '@contract/analysisParts'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureRef, type FigurePart } from '@/lib/figureRefs'
import { moneyColumn } from './fixedText'

export const PARTS = [
  { id: 'growth', label: '大势', indicator: 'shift-growth' },
  { id: 'mix', label: '结构', indicator: 'shift-mix' },
  { id: 'competitive', label: '自身', indicator: 'shift-competitive' },
] as const
export type PartId = (typeof PARTS)[number]['id']

/** A row with what its numbers are about, for their cards. */
export interface ShiftLine {
  row: ShiftShareRow
  /** null: no card tells of it. */
  part: (FigurePart & { region: string }) | null
  against: string | null
  /** Indented: 分组 overlap and are not added. */
  isGroup: boolean
}

export type ShiftSide = 'own' | 'below'

export interface ShiftView {
  lines: readonly ShiftLine[]
  /** What the chart draws: one scale, so without the whole register beside one chain. */
  drawn: readonly ShiftLine[]
  unit: string
  write: (wan: string) => string
}

export function shiftView(answer: ShiftShare, side: ShiftSide): ShiftView {
  const lines = side === 'own' ? ownLines(answer) : belowLines(answer)
  const drawn = lines.filter(({ row }) => row.id !== 'rest' && row.id !== 'total')
  return { lines, drawn, ...moneyColumn(drawn.map(({ row }) => row.change)) }
}

function ownLines({ own, region, node }: ShiftShare): ShiftLine[] {
  if (!own) return []
  const against = own.reference
  const subject: FigurePart = node === null ? {} : { kind: 'node', unit: node }
  const line = (row: ShiftShareRow, part: FigurePart | null, isGroup = false): ShiftLine => ({
    row,
    part: part && { ...part, region },
    against,
    isGroup,
  })
  return [
    line(own.subject, subject),
    line(own.rest, null),
    line(own.total, null),
    ...own.groups.map((row) => line(row, { kind: 'group', unit: row.id }, true)),
  ]
}

/** The largest changes first, then those that cannot be told. */
function belowLines({ below, region, node }: ShiftShare): ShiftLine[] {
  const part: FigurePart = node === null ? {} : { kind: 'node', unit: node }
  const order = (row: ShiftShareRow) => (row.change === null ? -Infinity : Number(row.change))
  return [...(below?.rows ?? [])]
    .sort((a, b) => order(b) - order(a) || Number(a.suppressed !== null) - Number(b.suppressed !== null))
    .map((row) => ({ row, part: { ...part, region: row.id }, against: region, isGroup: false }))
}

export const shownPart = (row: ShiftShareRow, value: string | null, estimated: string, write: ShiftView['write']) =>
  shownFigure(
    { value, suppressed: row.suppressed, estimated, missing: '缺', missingReason: row.missing ?? undefined },
    write,
  )

const shownLevel = (row: ShiftShareRow, value: string | null, write: ShiftView['write']): ShownFigure =>
  shownFigure({ value, suppressed: row.suppressed, missing: '缺', missingReason: row.missing ?? undefined }, write)

/** The card of a part, or of the revenue behind it. */
export function shiftRef(
  head: AnalysisHead,
  { part, against }: ShiftLine,
  indicator: FigureIndicator,
  period = head.period,
): string | null {
  if (part === null) return null
  return figureRef({ ...head, period }, indicator, { ...part, against: indicator === 'revenue' ? null : against })
}

export function shiftColumns(answer: ShiftShare, { unit, write }: ShiftView): FigureColumn<ShiftLine, ShiftShare>[] {
  const { estimated, before, periodText } = answer
  const numberOf = (value: string | null) => (value === null ? null : Number(value))
  const level = (id: 'before' | 'now', label: string, period: string) =>
    figureColumn<ShiftLine, ShiftShare>({
      id,
      label: `${label}（${unit}）`,
      shown: ({ row }) => shownLevel(row, row[id], write),
      rank: ({ row }) => numberOf(row[id]),
      figure: (line) => shiftRef(answer, line, 'revenue', period),
    })
  return [
    {
      id: 'name',
      label: '产业或地区',
      text: ({ row, isGroup }) => (isGroup ? `　其中 ${row.name}` : row.name),
      rank: ({ row }) => row.name,
      rowHeader: true,
      sortable: true,
    },
    figureColumn<ShiftLine, ShiftShare>({
      id: 'change',
      label: `增量（${unit}）`,
      shown: ({ row }) => shownPart(row, row.change, estimated, write),
      rank: ({ row }) => numberOf(row.change),
      figure: (line) => shiftRef(answer, line, 'shift-change'),
    }),
    ...PARTS.map(({ id, label, indicator }) =>
      figureColumn<ShiftLine, ShiftShare>({
        id,
        label,
        shown: ({ row }) => shownPart(row, row[id], estimated, write),
        rank: ({ row }) => numberOf(row[id]),
        figure: (line) => shiftRef(answer, line, indicator),
      }),
    ),
    level('before', before.text, before.period),
    level('now', periodText, answer.period),
  ]
}

import type { Quadrant, QuadrantId, QuadrantPoint } from '@contract/analysis'
import { percentText } from '@domain/indicator/rounding'
import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureRef } from '@/lib/figureRefs'
import { countText, decimalText, revenueText } from '@/lib/format'
import { shownCount, shownRevenue } from '@/lib/shownFigures'
import { moneyColumn } from './fixedText'

/** In reading order: above left, above right, below left, below right. */
export const QUADRANT_WORDS: readonly { id: QuadrantId; name: string; short: string }[] = [
  { id: 'rising', name: '潜力', short: '不够专，长得快' },
  { id: 'leading', name: '领先', short: '又专又快' },
  { id: 'nascent', name: '待培育', short: '不专也不快' },
  { id: 'strained', name: '承压', short: '专，长得慢' },
]

/** The same fields where the height is a share. */
export const SHARE_WORDS: Record<QuadrantId, string> = {
  rising: '不够专，份额大',
  leading: '又专又大',
  nascent: '不专也不大',
  strained: '专，份额小',
}

export const quadrantName = (id: QuadrantId | null) => QUADRANT_WORDS.find((word) => word.id === id)?.name ?? '—'

/** Of regions, or of the nodes of the region that is looked at. */
function refOf(quadrant: Quadrant, indicator: FigureIndicator, id: string, against: string | null): string {
  const { node, points } = quadrant
  if (points === 'nodes') return figureRef(quadrant, indicator, { kind: 'node', unit: id, against })
  const part = node === null ? {} : { kind: 'node' as const, unit: node }
  return figureRef({ ...quadrant, region: id }, indicator, { ...part, against })
}

export function quotientRef(quadrant: Quadrant, id: string): string | null {
  const { referenceCode } = quadrant
  return referenceCode === null ? null : refOf(quadrant, 'location-quotient', id, referenceCode)
}

const MISSING = '缺'

export const shownQuotient = ({ quotient, suppressed, missing }: QuadrantPoint): ShownFigure =>
  shownFigure(
    { value: quotient, suppressed: suppressed.quotient, missing: MISSING, missingReason: missing.join('；') },
    (value) => decimalText(value, 2, MISSING),
  )

export const shownHeight = ({ height, suppressed, missing }: QuadrantPoint, estimated: string | null): ShownFigure =>
  shownFigure(
    { value: height, suppressed: suppressed.height, estimated, missing: MISSING, missingReason: missing.join('；') },
    (value) => `${percentText(value)}%`,
  )

/** Lines of the note beside a point. */
export function pointLines(point: QuadrantPoint, { height, estimated }: Quadrant): string[] {
  const tall = height === 'growth' ? '收入增速（推算）' : '占比'
  const revenue = shownRevenue(point)
  return [
    `${point.name}：${quadrantName(point.quadrant)}`,
    `区位商 ${shownQuotient(point).text}，${tall} ${shownHeight(point, estimated).text}`,
    `营业收入 ${revenue.text}，企业 ${countText(point.enterprises)} 家`,
  ]
}

/** Why a point is beside the chart. */
export function absenceOf({ suppressed, missing }: QuadrantPoint): string {
  const isHidden = suppressed.quotient !== null || suppressed.height !== null
  return [...(isHidden ? [SUPPRESSED_TEXT] : []), ...missing].join('，') || '没有横线可比'
}

export type BubbleSize = 'revenue' | 'enterprises'

/** Area of a disc; null where it may not be told or nobody reported. */
export const sizeOf = (point: QuadrantPoint, size: BubbleSize): number | null => {
  if (size === 'enterprises') return point.enterprises
  return point.revenueWan === null || point.revenueSuppressed ? null : Number(point.revenueWan)
}

export const sizeText = (value: number, size: BubbleSize) =>
  size === 'enterprises' ? `${countText(value)} 家` : revenueText(String(value))

const numberOf = (value: string | null) => (value === null ? null : Number(value))

export function quadrantColumns(quadrant: Quadrant): FigureColumn<QuadrantPoint, Quadrant>[] {
  const { points, height, estimated, referenceCode, items } = quadrant
  const money = moneyColumn(items.map(({ revenueWan }) => revenueWan))
  return [
    {
      id: 'name',
      label: points === 'regions' ? '地区' : '环节',
      text: ({ name }) => name,
      rank: ({ name }) => name,
      rowHeader: true,
      sortable: true,
    },
    {
      id: 'quadrant',
      label: '象限',
      text: (point) => (point.quadrant ? quadrantName(point.quadrant) : `未落点：${absenceOf(point)}`),
      rank: (point) => point.quadrant,
      sortable: true,
      plain: 'evidence',
    },
    figureColumn<QuadrantPoint, Quadrant>({
      id: 'quotient',
      label: '区位商',
      shown: shownQuotient,
      rank: ({ quotient }) => numberOf(quotient),
      figure: ({ id }) => quotientRef(quadrant, id),
    }),
    figureColumn<QuadrantPoint, Quadrant>({
      id: 'height',
      label: height === 'growth' ? '收入增速（推算）' : '占比',
      shown: (point) => shownHeight(point, estimated),
      rank: (point) => numberOf(point.height),
      figure: ({ id }) => heightRef(quadrant, id, referenceCode),
    }),
    figureColumn<QuadrantPoint, Quadrant>({
      id: 'revenue',
      label: `营业收入（${money.unit}）`,
      shown: ({ revenueWan, revenueSuppressed }) =>
        shownFigure(
          { value: revenueWan, suppressed: revenueSuppressed, missing: MISSING, missingReason: '未报送' },
          money.write,
        ),
      rank: ({ revenueWan }) => numberOf(revenueWan),
      figure: ({ id }) => refOf(quadrant, 'revenue', id, null),
    }),
    figureColumn<QuadrantPoint, Quadrant>({
      id: 'enterprises',
      label: '企业数（家）',
      shown: ({ enterprises }) => shownCount(enterprises, MISSING),
      rank: ({ enterprises }) => enterprises,
      figure: ({ id }) => refOf(quadrant, 'enterprises', id, null),
    }),
  ]
}

function heightRef(quadrant: Quadrant, id: string, reference: string | null): string | null {
  if (quadrant.height === 'growth') return refOf(quadrant, 'revenue-growth', id, null)
  if (quadrant.points === 'nodes')
    return refOf(quadrant, quadrant.shareBasis === 'revenue' ? 'part-share-revenue' : 'part-share', id, null)
  return reference === null
    ? null
    : refOf(quadrant, quadrant.shareBasis === 'revenue' ? 'revenue-share' : 'share', id, reference)
}

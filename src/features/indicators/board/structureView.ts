import type { BoardPart } from '@contract/board'
import { wanToYi } from '@domain/indicator/rounding'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { shownCount, shownShare } from '@/lib/shownFigures'

export type StructureMeasure = 'enterprises' | 'revenue'

export const STRUCTURE_MEASURES: { value: StructureMeasure; label: string }[] = [
  { value: 'enterprises', label: '按企业数' },
  { value: 'revenue', label: '按营业收入' },
]

interface ShownPart {
  share: ShownFigure
  shareRef: string
  value: ShownFigure
  valueRef: string
  /** 0–1 of the chain; null where there is no bar to draw. */
  ratio: number | null
}

/** A part by one measure: its number, its share, and how far its bar reaches. */
export function shownPart(part: BoardPart, measure: StructureMeasure): ShownPart {
  if (measure === 'enterprises')
    return {
      share: shownShare(part.enterprisesShare, '—'),
      shareRef: part.enterprisesShareRef,
      value: shownCount(part.enterprises, '', ' 家'),
      valueRef: part.enterprisesRef,
      ratio: part.enterprisesShare === null ? null : Number(part.enterprisesShare),
    }
  return {
    share: shownShare(part.revenueShare, '—', part.revenueShareSuppressed),
    shareRef: part.revenueShareRef,
    // One unit down the column.
    value: shownFigure(
      { value: part.revenueWan, suppressed: part.revenueSuppressed, missing: '未报送' },
      (wan) => `${grouped(wanToYi(wan))} 亿`,
    ),
    valueRef: part.revenueRef,
    ratio: part.revenueShare === null ? null : Number(part.revenueShare),
  }
}

function grouped(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
}

/** The longest bar of the groups fills its room; the others are in proportion. */
export function longestShare(parts: readonly BoardPart[], measure: StructureMeasure): number {
  const ratios = parts.filter(({ kind }) => kind === 'group').map((part) => shownPart(part, measure).ratio ?? 0)
  return Math.max(0, ...ratios)
}

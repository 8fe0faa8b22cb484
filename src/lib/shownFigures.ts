import { shownFigure, type ShownFigure } from './figureLook'
import type { Suppression } from '@domain/disclosure/suppression'
import { countText, decimalText, revenueText, shareText } from './format'

/** A sum of 营业收入 (万元), as the figures of a unit carry it. */
export interface RevenueSum {
  revenueWan: string | null
  revenueSuppressed: Suppression | null
}

/** 营业收入 of a unit, scaled to 亿 or 万 as in prose; never for a column that shares a unit. */
export const shownRevenue = ({ revenueWan, revenueSuppressed }: RevenueSum): ShownFigure =>
  shownFigure({ value: revenueWan, suppressed: revenueSuppressed, missing: '未报送' }, revenueText)

/** A count, with its unit if any; null is what nobody reported. */
export const shownCount = (value: number | null, missing: string, unit = ''): ShownFigure =>
  shownFigure({ value, missing }, (text) => `${countText(Number(text))}${unit}`)

/** A ratio 0–1 as a percentage. */
export const shownShare = (value: string | null, missing: string, suppressed: Suppression | null = null): ShownFigure =>
  shownFigure({ value, suppressed, missing }, shareText)

/** A plain decimal such as 区位商. */
export const shownDecimal = (
  value: string | null,
  digits: number,
  missing: string,
  suppressed: Suppression | null = null,
): ShownFigure => shownFigure({ value, suppressed, missing }, (text) => decimalText(text, digits, missing))

import type { Figures } from '@contract/panorama'
import { SUPPRESSED_TEXT, SUPPRESSION_WORDS, SUPPRESSIONS } from '@domain/disclosure/suppression'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'

export const UNREPORTED = '未报送'

/** A number made of 营业收入: itself, 不公布, or what stands for a missing one. */
export const shownCell = (value: string | number | null, isSuppressed: boolean, missing = UNREPORTED): CellValue =>
  isSuppressed ? SUPPRESSED_TEXT : (value ?? missing)

/** 抑制 in the words of the sheet 口径与来源; nothing where every cell is public. */
export function suppressionLines(sheets: readonly SheetSource[]): string[] {
  const cells = sheets.flatMap(({ rows, total }) => (Array.isArray(rows) ? [...rows, total ?? []] : []).flat())
  const hidden = cells.filter((cell) => cell === SUPPRESSED_TEXT).length
  if (hidden === 0) return []
  const reasons = SUPPRESSIONS.map((reason) => SUPPRESSION_WORDS[reason]).join('；或者')
  return [`写“${SUPPRESSED_TEXT}”的共 ${hidden} 格，是营业收入之和或由它算出的数：${reasons}。企业数不受影响。`]
}

/** The figures of a unit, one column each. */
export const FIGURE_COLUMNS: SheetColumn[] = [
  { header: '企业数（家）', type: 'integer' },
  { header: '规上企业（家）', type: 'integer' },
  { header: '营业收入（万元）', type: 'amount' },
  { header: '报送收入企业（家）', type: 'integer' },
  { header: '优质企业（家）', type: 'integer' },
  { header: '链主（家）', type: 'integer' },
]

export const figureCells = (figures: Figures): CellValue[] => [
  figures.enterprises,
  figures.aboveScale ?? UNREPORTED,
  shownCell(figures.revenueWan, figures.revenueSuppressed !== null),
  figures.revenueReporting,
  figures.honoured ?? UNREPORTED,
  figures.leaders ?? UNREPORTED,
]

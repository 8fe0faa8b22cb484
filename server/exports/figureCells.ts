import type { Figures } from '@contract/panorama'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn } from '../sheet/sheetXml'

export const UNREPORTED = '未报送'

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
  figures.revenueWan ?? UNREPORTED,
  figures.revenueReporting,
  figures.honoured ?? UNREPORTED,
  figures.leaders ?? UNREPORTED,
]

import type { ComparedRegion, Comparison, TrendPoint } from '@contract/compare'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import { FIGURE_COLUMNS, figureCells, shownCell, suppressionLines } from './figureCells'
import { stampOf } from './stamp'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

const NOT_IMPORTED = '未导入'
const PLACE_COLUMNS: SheetColumn[] = [
  { header: '地区', type: 'text', width: 22 },
  { header: '区划代码', type: 'code', width: 10 },
]
const COLUMNS: SheetColumn[] = [
  ...PLACE_COLUMNS,
  { header: '参照省份', type: 'text', width: 12 },
  ...FIGURE_COLUMNS,
  { header: '产业集聚度', type: 'percent', width: 12 },
  { header: '区位商', type: 'number', width: 10 },
  { header: '区位商依据', type: 'text', width: 12 },
  { header: '收入增速（推算）', type: 'percent', width: 14 },
  { header: '企业数省内位次', type: 'integer', width: 14 },
  { header: '营业收入省内位次', type: 'integer', width: 14 },
  { header: '同级地区（个）', type: 'integer', width: 12 },
  { header: '企业数占全省', type: 'percent', width: 12 },
  { header: '营业收入占全省', type: 'percent', width: 14 },
]
const BASIS = { revenue: '营业收入', enterprises: '企业数' } as const
/** Without a region in the data none of its figures is known. */
const FIGURES_AND_MORE = COLUMNS.length - PLACE_COLUMNS.length - 1

/** 地区对比: the indicators, the course over the periods and the structure that the page shows. */
export function comparisonWorkbook(comparison: Comparison, exporter: Exporter): Workbook {
  const { chainName, nodeName, dataset, period, updatedAt, regions } = comparison
  const subject = nodeName ? `${chainName}·${nodeName}` : chainName
  const isDemo = dataset === 'demo'
  const notes = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `${stampOf(comparison)}　单位：家、万元、%　数据截至：${updatedAt ? localMinute(new Date(updatedAt)) : '—'}`,
  ]
  const footer = footerOf(exporter)
  const sheet = (name: string, columns: SheetColumn[], rows: CellValue[][]): SheetSource => ({
    name,
    title: `${subject}${name}`,
    notes,
    columns,
    rows,
    footer,
  })
  const sheets = [
    sheet('地区对比', COLUMNS, regions.map(rowOf)),
    sheet('走势', TREND_COLUMNS, regions.flatMap(trendRows)),
    sheet('结构', structureColumns(comparison), regions.map(structureRow)),
  ]
  const method: SheetSource = {
    name: '口径与来源',
    columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
    rows: [...comparison.method, ...suppressionLines(sheets), ...comparison.footnotes, footer].map(
      (text): CellValue[] => [text],
    ),
  }
  const title = [`${subject}地区对比`, `${regions.length}个地区`, period, ...(isDemo ? ['演示数据'] : [])]
  return {
    fileName: safeFileName(title, exporter.at, 'xlsx'),
    sheets: [...sheets, method],
  }
}

const fullName = ({ cityName, name }: ComparedRegion) => `${cityName ?? ''}${name}`
const placeOf = (region: ComparedRegion): CellValue[] => [fullName(region), region.code]

function rowOf(region: ComparedRegion): CellValue[] {
  const { indicators, ranks, shares, provinceName, statusText } = region
  const place = [...placeOf(region), provinceName]
  if (!indicators) return [...place, statusText, ...Array<CellValue>(FIGURES_AND_MORE - 1).fill('—')]
  return [
    ...place,
    ...figureCells(indicators.figures),
    shownCell(indicators.concentration, indicators.suppressed.includes('concentration')),
    shownCell(indicators.quotient, indicators.suppressed.includes('quotient'), '—'),
    indicators.quotientBasis ? BASIS[indicators.quotientBasis] : '—',
    shownCell(indicators.growth, indicators.suppressed.includes('growth'), '—'),
    ranks?.enterprises ?? '—',
    shownCell(ranks?.revenue ?? null, indicators.figures.revenueSuppressed !== null, '—'),
    ranks?.peers ?? '—',
    shares?.enterprises ?? '—',
    shownCell(shares?.revenue ?? null, indicators.figures.revenueSuppressed !== null, '—'),
  ]
}

const TREND_COLUMNS: SheetColumn[] = [
  ...PLACE_COLUMNS,
  { header: '统计期', type: 'text', width: 12 },
  { header: '企业数（家）', type: 'integer' },
  { header: '营业收入（万元）', type: 'amount' },
  { header: '报送收入企业（家）', type: 'integer' },
]

const trendRows = (region: ComparedRegion): CellValue[][] =>
  region.trend.map((point) => [...placeOf(region), ...trendCells(point)])

function trendCells({ period, enterprises, revenueWan, revenueSuppressed, revenueReporting }: TrendPoint): CellValue[] {
  if (revenueReporting === null) return [period, NOT_IMPORTED, NOT_IMPORTED, NOT_IMPORTED]
  return [period, enterprises ?? '当期没有名录', shownCell(revenueWan, revenueSuppressed !== null), revenueReporting]
}

const structureColumns = ({ groups }: Comparison): SheetColumn[] => [
  ...PLACE_COLUMNS,
  ...groups.flatMap(({ name, stageName }): SheetColumn[] => [
    { header: `${stageName}·${name}（家）`, type: 'integer', width: 16 },
    { header: `${stageName}·${name}占比`, type: 'percent', width: 14 },
  ]),
]

function structureRow(region: ComparedRegion): CellValue[] {
  const { structure, statusText } = region
  if (!structure) return [...placeOf(region), statusText]
  return [
    ...placeOf(region),
    ...structure.flatMap(({ enterprises, ratio }): CellValue[] => [enterprises, ratio ?? '—']),
  ]
}

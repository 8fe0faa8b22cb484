import type { ClusterRegion, Clusters } from '@contract/clusters'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import { FIGURE_COLUMNS, figureCells, shownCell, suppressionLines } from './figureCells'
import { stampOf } from './stamp'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

const COLUMNS: SheetColumn[] = [
  { header: '地区', type: 'text', width: 26 },
  { header: '区划代码', type: 'code', width: 10 },
  ...FIGURE_COLUMNS,
  { header: '产业集聚度', type: 'percent', width: 12 },
  { header: '区位商', type: 'number', width: 10 },
  { header: '收入增速（推算）', type: 'percent', width: 14 },
]

/** 各市县指标: exactly what the cluster map shows, with 未定位 and the total. */
export function clustersWorkbook(clusters: Clusters, exporter: Exporter): Workbook {
  const subject = clusters.nodeName ? `${clusters.chainName}·${clusters.nodeName}` : clusters.chainName
  const isDemo = clusters.dataset === 'demo'
  const sheet: SheetSource = {
    name: '各地区指标',
    title: `${clusters.regionName}${subject}集群分布`,
    notes: [
      ...(isDemo ? [DEMO_NOTE] : []),
      `${stampOf(clusters)}　单位：家、万元、%　数据截至：${clusters.updatedAt ? localMinute(new Date(clusters.updatedAt)) : '—'}`,
    ],
    columns: COLUMNS,
    rows: clusters.regions.map(rowOf),
    total: ['合计', '', ...figureCells(clusters.total), null, null, null],
    footer: footerOf(exporter),
  }
  const method: SheetSource = {
    name: '口径与来源',
    columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
    rows: [...clusters.method, ...suppressionLines([sheet]), ...clusters.footnotes, footerOf(exporter)].map(
      (text): CellValue[] => [text],
    ),
  }
  const name = [clusters.regionName, `${subject}集群分布`, clusters.period, ...(isDemo ? ['演示数据'] : [])]
  return { fileName: safeFileName(name, exporter.at, 'xlsx'), sheets: [sheet, method] }
}

const rowOf = (region: ClusterRegion): CellValue[] => [
  region.name,
  region.code,
  ...figureCells(region.figures),
  shownCell(region.concentration, region.suppressed.includes('concentration')),
  shownCell(region.quotient, region.suppressed.includes('quotient'), '—'),
  shownCell(region.growth, region.suppressed.includes('growth'), '—'),
]

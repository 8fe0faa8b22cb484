import type { Criticality } from '@contract/criticality'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn } from '../sheet/sheetXml'
import { MODES } from '../source/method'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

type CriticalNode = Criticality['nodes'][number]
type CriticalFirm = Criticality['firms'][number]
type Judged = Omit<CriticalFirm, 'party'>

const GAPS: Record<CriticalNode['gap'], string> = {
  none: '—',
  single: '只有一家供货',
  empty: '有需求而本地区无人供货',
}

const JUDGED: SheetColumn[] = [
  { header: '纠偏后位次', type: 'integer' },
  { header: '纠偏前位次', type: 'integer' },
  { header: '关键度（纠偏后）', type: 'number' },
  { header: '关键度（纠偏前）', type: 'number' },
  { header: '供给占比', type: 'percent' },
  { header: '省内替代企业（家）', type: 'integer', width: 18 },
  { header: '替代难度', type: 'number', width: 12 },
  { header: '中介中心度', type: 'number', width: 12 },
  { header: '降级', type: 'text', width: 8 },
  { header: '为什么', type: 'wrapped', width: 70 },
]

const judgedCells = (row: Judged): CellValue[] => [
  row.rankAfter,
  row.rankBefore,
  row.after,
  row.before,
  row.supplyShare ?? '—',
  row.substitutes,
  row.difficulty,
  row.betweenness,
  row.isDemoted ? '降级' : '—',
  row.reason,
]

/** 关键环节、关键企业、断点, with the weights that ranked them. */
export function criticalityWorkbook(answer: Criticality, exporter: Exporter): Workbook {
  const { regionName, chainName, year, mode, dataset, updatedAt, weights, nodes, firms, method } = answer
  const isDemo = dataset === 'demo'
  const footer = footerOf(exporter)
  const notes = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `供应关系期别：${year ?? '—'}　区划：${MODES[mode]}　数据截至：${updatedAt ? localMinute(new Date(updatedAt)) : '—'}`,
    `权重：供给占比 ${weights.w1}，替代难度 ${weights.w2}，中介中心度 ${weights.w3}；替代难度低于 ${weights.tau} 的降级`,
  ]
  const node: SheetColumn[] = [
    { header: '环节', type: 'text', width: 24 },
    { header: '本地区供货企业（家）', type: 'integer', width: 20 },
    { header: '断点', type: 'text', width: 24 },
  ]
  const nodeCells = (row: CriticalNode): CellValue[] => [row.nodeName, row.suppliers, GAPS[row.gap]]
  const firm: SheetColumn[] = [
    { header: '企业名称', type: 'text', width: 38 },
    { header: '统一社会信用代码', type: 'code' },
    { header: '所在地', type: 'text', width: 22 },
  ]
  const firmCells = ({ party: { id, name, placeName } }: CriticalFirm): CellValue[] => [
    name,
    id.startsWith('name:') ? '—' : id,
    placeName,
  ]
  const sheets = [
    {
      name: '关键环节',
      columns: [...node, ...JUDGED],
      rows: nodes.map((row) => [...nodeCells(row), ...judgedCells(row)]),
    },
    {
      name: '关键企业',
      columns: [...firm, ...JUDGED],
      rows: firms.map((row) => [...firmCells(row), ...judgedCells(row)]),
    },
    { name: '断点', columns: node, rows: nodes.filter(({ gap }) => gap !== 'none').map(nodeCells) },
  ]
  return {
    fileName: safeFileName(
      [regionName, chainName, '关键环节', year ?? '', ...(isDemo ? ['演示数据'] : [])],
      exporter.at,
      'xlsx',
    ),
    sheets: [
      ...sheets.map((sheet) => ({ ...sheet, title: `${regionName}${chainName}${sheet.name}`, notes, footer })),
      {
        name: '口径与来源',
        columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
        rows: [...method, footer].map((text): CellValue[] => [text]),
      },
    ],
  }
}

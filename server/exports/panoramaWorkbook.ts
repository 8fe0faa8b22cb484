import type { Panorama } from '@contract/panorama'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import { FIGURE_COLUMNS, figureCells, shownCell, suppressionLines, UNREPORTED } from './figureCells'
import { stampOf } from './stamp'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

const STRENGTH = { strong: '强', fair: '一般', weak: '弱', missing: '缺' } as const
/** 图谱数据: exactly what the panorama shows, as tables an office can use. */
export function panoramaWorkbook(panorama: Panorama, exporter: Exporter): Workbook {
  const { view } = panorama
  const title = `${view.regionName}${view.chainName}产业全景图谱`
  const notes = [
    ...(view.dataset === 'demo' ? [DEMO_NOTE] : []),
    `${stampOf(view)}　单位：家、万元　数据截至：${view.updatedAt ? localMinute(new Date(view.updatedAt)) : '—'}`,
  ]
  const sheet = (name: string, columns: SheetColumn[], rows: CellValue[][], total?: CellValue[]): SheetSource => ({
    name,
    title: `${title}·${name}`,
    notes,
    columns,
    rows,
    footer: footerOf(exporter),
    ...(total && { total }),
  })
  const nodes = nodeSheet(panorama, sheet)
  return {
    fileName: safeFileName(
      [view.regionName, `${view.chainName}全景图谱`, view.period, ...(view.dataset === 'demo' ? ['演示数据'] : [])],
      exporter.at,
      'xlsx',
    ),
    sheets: [nodes, edgeSheet(panorama, sheet), methodSheet(panorama, sheet, suppressionLines([nodes]), exporter)],
  }
}

type MakeSheet = (name: string, columns: SheetColumn[], rows: CellValue[][], total?: CellValue[]) => SheetSource

function nodeSheet(panorama: Panorama, sheet: MakeSheet): SheetSource {
  const groups = new Map(panorama.groups.map((group) => [group.id, group]))
  const stages = new Map(panorama.stages.map((stage) => [stage.id, stage.name]))
  const rows = panorama.nodes.map((node): CellValue[] => {
    const group = groups.get(node.group)
    return [
      group ? (stages.get(group.stage) ?? '') : '',
      group?.name ?? '',
      node.name,
      STRENGTH[node.strength],
      node.strengthText,
      ...figureCells(node.figures),
      shownCell(node.locationQuotient, node.quotientSuppressed !== null, '—'),
      node.leaders.map((leader) => leader.name).join('、'),
    ]
  })
  const columns: SheetColumn[] = [
    { header: '阶段', type: 'text', width: 8 },
    { header: '分组', type: 'text', width: 16 },
    { header: '环节', type: 'text', width: 18 },
    { header: '强弱', type: 'text', width: 8 },
    { header: '判定依据', type: 'wrapped', width: 44 },
    ...FIGURE_COLUMNS,
    { header: '区位商', type: 'number', width: 10 },
    { header: '链主企业', type: 'wrapped', width: 36 },
  ]
  const total: CellValue[] = ['合计（去重）', '', '', '', '', ...figureCells(panorama.figures), null, null]
  return sheet('环节', columns, rows, total)
}

function edgeSheet(panorama: Panorama, sheet: MakeSheet): SheetSource {
  const name = new Map(panorama.nodes.map((node) => [node.id, node.name]))
  const columns: SheetColumn[] = [
    { header: '供给环节', type: 'text' },
    { header: '产品', type: 'text', width: 24 },
    { header: '需求环节', type: 'text' },
    { header: '状态', type: 'text', width: 24 },
  ]
  const rows = panorama.edges.map((edge): CellValue[] => [
    name.get(edge.from) ?? edge.from,
    edge.product,
    name.get(edge.to) ?? edge.to,
    edge.broken ? '断链：供给环节本地为缺' : edge.cycle ? '循环利用' : '',
  ])
  return sheet('产品流向', columns, rows)
}

function methodSheet(panorama: Panorama, sheet: MakeSheet, suppression: string[], exporter: Exporter): SheetSource {
  const { view, linkRate, completeness } = panorama
  const percent = (ratio: string | null): CellValue => ratio ?? UNREPORTED
  const rows: CellValue[][] = [
    ...panorama.method.map((text): CellValue[] => ['口径', text]),
    ...view.footnotes.map((text): CellValue[] => ['区划', text]),
    ...suppression.map((text): CellValue[] => ['抑制', text]),
    ['链条完整度（0—1，按环节权重）', percent(completeness)],
    ['挂链率（按企业数，0—1）', percent(linkRate.ratio)],
    ['挂链率（按营业收入，0—1）', shownCell(linkRate.revenueRatio, linkRate.revenueSuppressed !== null)],
    ['数据版本', `${view.dataset === 'demo' ? '演示数据' : '本地数据'} 第 ${view.version} 版`],
    ['导出', footerOf(exporter)],
  ]
  return sheet(
    '口径与来源',
    [
      { header: '项目', type: 'text', width: 30 },
      { header: '内容', type: 'wrapped', width: 100 },
    ],
    rows,
  )
}

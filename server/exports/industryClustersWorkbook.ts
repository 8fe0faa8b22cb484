import { CLUSTER_LEVEL_NAMES, type IndustryClusterCard, type IndustryClusterList } from '@contract/industryClusters'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import { FIGURE_COLUMNS, figureCells, shownCell, suppressionLines } from './figureCells'
import { stampOf } from './stamp'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

export const NOT_IMPORTED = '未导入'

const COLUMNS: SheetColumn[] = [
  { header: '集群', type: 'text', width: 30 },
  { header: '级别', type: 'text', width: 24 },
  { header: '产业链', type: 'text', width: 16 },
  { header: '环节', type: 'text', width: 16 },
  { header: '区县', type: 'wrapped', width: 40 },
  { header: '区划代码', type: 'code', width: 30 },
  ...FIGURE_COLUMNS,
  { header: '集聚度', type: 'percent', width: 10 },
  { header: '集聚度分子（万元）', type: 'amount' },
  { header: '集聚度分母（万元）', type: 'amount' },
  { header: '区位商', type: 'number', width: 10 },
  { header: '收入增速（推算）', type: 'percent', width: 14 },
  { header: '占全省该链企业', type: 'percent', width: 14 },
  { header: '占全省该链收入', type: 'percent', width: 14 },
  { header: '整零共同体（个）', type: 'integer' },
  { header: '共同体企业（家）', type: 'integer' },
  { header: '星级', type: 'text', width: 34 },
  { header: '链主企业', type: 'wrapped', width: 40 },
  { header: '批次与文件', type: 'wrapped', width: 30 },
]

/** 集群名单: no total, as clusters may share counties. */
export function industryClustersWorkbook(list: IndustryClusterList, exporter: Exporter): Workbook {
  const isDemo = list.dataset === 'demo'
  const sheet: SheetSource = {
    name: '集群名单',
    title: `${list.regionName}产业集群名单`,
    notes: [...notesOf(list), '集群之间可有共同的区县，各行不可相加'],
    columns: COLUMNS,
    rows: list.clusters.map(rowOf),
    footer: footerOf(exporter),
  }
  const name = [list.regionName, '产业集群名单', list.period, ...(isDemo ? ['演示数据'] : [])]
  return { fileName: safeFileName(name, exporter.at, 'xlsx'), sheets: [sheet, methodSheet(list, [sheet], exporter)] }
}

type Described = Pick<IndustryClusterList, 'dataset' | 'period' | 'scope' | 'updatedAt' | 'method' | 'footnotes'>

export const notesOf = ({ dataset, period, scope, updatedAt }: Described): string[] => [
  ...(dataset === 'demo' ? [DEMO_NOTE] : []),
  `${stampOf({ period, scope })}　单位：家、万元、%　数据截至：${updatedAt ? localMinute(new Date(updatedAt)) : '—'}`,
]

export const methodSheet = (
  { method, footnotes }: Described,
  sheets: readonly SheetSource[],
  exporter: Exporter,
): SheetSource => ({
  name: '口径与来源',
  columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
  rows: [...method, ...suppressionLines(sheets), ...footnotes, footerOf(exporter)].map((text): CellValue[] => [text]),
})

/** A sum that enterprises reported is there, or is not public. */
const reportedCell = (value: string | null, reporting: number) => shownCell(value, value === null && reporting > 0)

const rowOf = (card: IndustryClusterCard): CellValue[] => {
  const { cluster, figures, concentration, quotient, growth, share, communities, leaders } = card
  return [
    cluster.name,
    CLUSTER_LEVEL_NAMES[cluster.level],
    cluster.chainName,
    cluster.nodeName ?? '全链',
    cluster.counties.map(({ name }) => name).join('、'),
    cluster.counties.map(({ code }) => code).join('、'),
    ...figureCells(figures),
    concentration.fault === null ? shownCell(concentration.value, concentration.suppressed !== null) : '数据错误',
    reportedCell(concentration.numeratorWan, concentration.numeratorReporting),
    reportedCell(concentration.denominatorWan, concentration.denominatorReporting),
    shownCell(quotient.value, quotient.suppressed !== null, '—'),
    shownCell(growth.value, growth.suppressed !== null, '—'),
    share.enterprises ?? '—',
    shownCell(share.revenue, share.revenueSuppressed !== null),
    communities?.communities ?? NOT_IMPORTED,
    communities?.enterprises ?? NOT_IMPORTED,
    starsText(card),
    leaders === null ? NOT_IMPORTED : leaders.map(({ name }) => name).join('、'),
    [cluster.batchName, cluster.document].filter((text) => text !== null).join('；'),
  ]
}

const VERDICTS = { met: '达到', unmet: '未达到', unknown: '无法判断' } as const

/** 2 星（规模星达到；专业化星达到；集中星无法判断）. */
export function starsText({ stars }: Pick<IndustryClusterCard, 'stars'>): string {
  const met = stars.filter(({ verdict }) => verdict === 'met').length
  return `${met} 星（${stars.map(({ name, verdict }) => `${name}${VERDICTS[verdict]}`).join('；')}）`
}

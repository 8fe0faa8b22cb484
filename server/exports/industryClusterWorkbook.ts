import { CLUSTER_LEVEL_NAMES, type IndustryClusterProfile } from '@contract/industryClusters'
import { SUPPRESSED_TEXT, type Suppression } from '@domain/disclosure/suppression'
import { periodWords } from '@domain/period/period'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetSource } from '../sheet/sheetXml'
import { FIGURE_COLUMNS, figureCells, shownCell, UNREPORTED } from './figureCells'
import { methodSheet, NOT_IMPORTED, notesOf } from './industryClustersWorkbook'
import { footerOf, NOT_PUBLIC, type Exporter, type Workbook } from './workbook'

/** 集群档案: the figures with their inputs, then who and where they come from. */
export function industryClusterWorkbook(
  profile: IndustryClusterProfile,
  exporter: Exporter,
  seesUnits: boolean,
): Workbook {
  const { cluster } = profile.card
  const footer = footerOf(exporter)
  const sheets = [
    figuresSheet(profile),
    countiesSheet(profile),
    firmsSheet(profile, seesUnits),
    communitiesSheet(profile),
  ]
  const name = [cluster.name, '集群档案', profile.period, ...(profile.dataset === 'demo' ? ['演示数据'] : [])]
  return {
    fileName: safeFileName(name, exporter.at, 'xlsx'),
    sheets: [...sheets.map((sheet) => ({ ...sheet, footer })), methodSheet(profile, sheets, exporter)],
  }
}

const VERDICTS = { met: '达到', unmet: '未达到', unknown: '无法判断' } as const

/** One figure a row, since their units differ: percentages as percentages, counts as counts. */
function figuresSheet(profile: IndustryClusterProfile): SheetSource {
  const { cluster } = profile.card
  return {
    name: '集群指标',
    title: cluster.name,
    notes: [
      ...notesOf(profile),
      `级别：${CLUSTER_LEVEL_NAMES[cluster.level]}　产业链：${cluster.chainName}${cluster.nodeName ? `·${cluster.nodeName}` : ''}`,
    ],
    columns: [
      { header: '指标', type: 'text', width: 28 },
      { header: '数值', type: 'amount', width: 18 },
      { header: '比率', type: 'percent', width: 12 },
      { header: '单位', type: 'text', width: 8 },
      { header: '输入与说明', type: 'wrapped', width: 80 },
    ],
    rows: [...sizeRows(profile), ...ratioRows(profile), ...honourRows(profile), ...starRows(profile)],
  }
}

const count = (name: string, value: number | null, missing: string, note = ''): CellValue[] => [
  name,
  value ?? missing,
  null,
  '家',
  note,
]

function sizeRows({ card: { figures, communities } }: IndustryClusterProfile): CellValue[][] {
  const { revenueReporting, enterprises } = figures
  return [
    [
      '规模（营业收入）',
      shownCell(figures.revenueWan, figures.revenueSuppressed !== null),
      null,
      '万元',
      `${revenueReporting} / ${enterprises} 家报送`,
    ],
    count('企业数', enterprises, ''),
    count('规上企业', figures.aboveScale, UNREPORTED),
    count('链主', figures.leaders, NOT_IMPORTED),
    ['整零共同体', communities?.communities ?? NOT_IMPORTED, null, '个', '链主与集群区县内企业有供应关系'],
    count('整零共同体企业', communities?.enterprises ?? null, NOT_IMPORTED, '链主和上下游企业，去重'),
  ]
}

function ratioRows({ card }: IndustryClusterProfile): CellValue[][] {
  const { concentration, quotient, growth, share } = card
  const unit = quotient.basis === 'revenue' ? '万元' : '家'
  const sum = (value: string | null, reporting: number) => shownCell(value, value === null && reporting > 0)
  const shown = (value: string | null) => shownCell(value, value === null && quotient.suppressed !== null)
  const ratio = (value: string | null, suppressed: Suppression | null) =>
    suppressed === null ? value : SUPPRESSED_TEXT
  const isWhole = share.provinceRevenueWan !== null || share.revenueSuppressed === null
  const provinceWords = `全省 ${shownCell(share.provinceRevenueWan, !isWhole)} 万元`
  return [
    [
      '集聚度',
      null,
      ratio(concentration.value, concentration.suppressed),
      '%',
      concentration.fault ??
        `分子 ${sum(concentration.numeratorWan, concentration.numeratorReporting)} 万元（${concentration.numeratorReporting} 家报送）；分母 ${sum(concentration.denominatorWan, concentration.denominatorReporting)} 万元（${concentration.denominatorReporting} 家报送）`,
    ],
    [
      '区位商',
      shownCell(quotient.value, quotient.suppressed !== null, '—'),
      null,
      '',
      quotient.reason ??
        `（${shown(quotient.part)} ÷ ${shown(quotient.whole)}）÷（${shown(quotient.referencePart)} ÷ ${shown(quotient.referenceWhole)}），${unit}`,
    ],
    [
      '收入增速（推算）',
      null,
      ratio(growth.value, growth.suppressed),
      '%',
      growth.reason ??
        `${periodWords(growth.beforePeriod ?? '上年同期')} ${sum(growth.beforeWan, growth.beforeReporting)} 万元 → 本期 ${sum(growth.nowWan, growth.nowReporting)} 万元`,
    ],
    ['占全省该链企业', null, share.enterprises, '%', `全省 ${share.provinceEnterprises} 家`],
    ['占全省该链收入', null, ratio(share.revenue, share.revenueSuppressed), '%', provinceWords],
  ]
}

function honourRows({ card: { honours } }: IndustryClusterProfile): CellValue[][] {
  if (!honours) return [count('优质企业（去重）', null, NOT_IMPORTED)]
  return [
    count('优质企业（去重）', honours.total, ''),
    ...honours.tiers.map(({ name, enterprises }) => count(name, enterprises, '', '各档各计一次，不可相加')),
  ]
}

const starRows = ({ card: { stars } }: IndustryClusterProfile): CellValue[][] =>
  stars.map(({ name, verdict, value, rule, missing }) => [
    name,
    VERDICTS[verdict],
    null,
    '',
    `${rule}；现值 ${value ?? missing ?? '—'}`,
  ])

function countiesSheet({ card, counties }: IndustryClusterProfile): SheetSource {
  return {
    name: '各区县',
    columns: [
      { header: '区县', type: 'text', width: 20 },
      { header: '所属市', type: 'text', width: 14 },
      { header: '区划代码', type: 'code', width: 10 },
      ...FIGURE_COLUMNS,
      { header: '集聚度', type: 'percent', width: 10 },
      { header: '区位商', type: 'number', width: 10 },
      { header: '收入增速（推算）', type: 'percent', width: 14 },
    ],
    rows: counties.map(({ name, cityName, code, figures, concentration, quotient, growth, suppressed }) => [
      name,
      cityName ?? '',
      code,
      ...figureCells(figures),
      shownCell(concentration, suppressed.includes('concentration')),
      shownCell(quotient, suppressed.includes('quotient'), '—'),
      shownCell(growth, suppressed.includes('growth'), '—'),
    ]),
    total: [
      '集群合计',
      '',
      '',
      ...figureCells(card.figures),
      shownCell(card.concentration.value, card.concentration.suppressed !== null, ''),
      shownCell(card.quotient.value, card.quotient.suppressed !== null, ''),
      shownCell(card.growth.value, card.growth.suppressed !== null, ''),
    ],
  }
}

const firmColumns = [
  { header: '企业名称', type: 'text', width: 36 },
  { header: '统一社会信用代码', type: 'code' },
  { header: '区县', type: 'text', width: 14 },
] as const

function firmsSheet({ topEnterprises }: IndustryClusterProfile, seesUnits: boolean): SheetSource {
  return {
    name: '重点企业',
    notes: [seesUnits ? '按营业收入由高到低' : '链主在前，其余按名称；单个企业的营业收入不向访客公开'],
    columns: [
      ...firmColumns,
      { header: '营业收入（万元）', type: 'amount' },
      { header: '链主', type: 'text', width: 8 },
    ],
    rows: topEnterprises.map(({ name, creditCode, countyName, revenueWan, leader }) => [
      name,
      creditCode,
      countyName,
      seesUnits ? (revenueWan ?? UNREPORTED) : NOT_PUBLIC,
      leader ? '是' : '',
    ]),
  }
}

const ROLES = { supplier: '供货给链主', customer: '向链主采购', both: '互为上下游' } as const

function communitiesSheet({ communities }: IndustryClusterProfile): SheetSource {
  return {
    name: '整零共同体',
    ...(communities === null && { notes: ['未导入供应关系或链主名单'] }),
    columns: [
      { header: '链主', type: 'text', width: 36 },
      ...firmColumns,
      { header: '关系', type: 'text', width: 14 },
      { header: '产品', type: 'wrapped', width: 30 },
    ],
    rows: (communities ?? []).flatMap(({ leader, members }) =>
      members.map(({ name, creditCode, countyName, role, products }): CellValue[] => [
        leader.name,
        name,
        creditCode,
        countyName,
        ROLES[role],
        products.join('、'),
      ]),
    ),
  }
}

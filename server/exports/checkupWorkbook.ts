import type { Check, Checkup, Finding } from '@contract/checkup'
import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import { periodWords } from '@domain/period/period'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

const SEVERITY_WORDS = { red: '须改', amber: '要看', note: '提示' } as const
const STATE_WORDS = { found: '有发现', clear: '没有发现问题', nothing: '无可检查' } as const
const MOST_NUMBERS = 4

/** 会前体检: what was found, what was looked at, and by which thresholds. */
export function checkupWorkbook(checkup: Checkup, exporter: Exporter): Workbook {
  const { view } = checkup
  const isDemo = view.dataset === 'demo'
  const notes = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `体检时间：${localMinute(new Date(checkup.checkedAt))}　统计期：${periodWords(view.period)}　产业链：${view.chainName}`,
  ]
  const name = [view.regionName, '会前体检', ...(isDemo ? ['演示数据'] : [])]
  const footer = footerOf(exporter)
  return {
    fileName: safeFileName(name, exporter.at, 'xlsx'),
    sheets: [findingSheet(checkup, notes, footer), checkSheet(checkup, notes, footer), methodSheet(checkup, footer)],
  }
}

const NUMBER_COLUMNS: SheetColumn[] = Array.from({ length: MOST_NUMBERS }, (_none, at) => [
  { header: `数字${at + 1}名称`, type: 'text' as const, width: 18 },
  { header: `数字${at + 1}`, type: 'number' as const },
  { header: `数字${at + 1}单位`, type: 'text' as const, width: 10 },
]).flat()

const COLUMNS: SheetColumn[] = [
  { header: '程度', type: 'text', width: 8 },
  { header: '检查', type: 'text', width: 12 },
  { header: '发现', type: 'wrapped', width: 60 },
  { header: '地区', type: 'text', width: 20 },
  { header: '区划代码', type: 'code', width: 12 },
  { header: '指标', type: 'text', width: 20 },
  { header: '统计期', type: 'text', width: 14 },
  { header: '企业', type: 'text', width: 28 },
  { header: '统一社会信用代码', type: 'code' },
  { header: '文件', type: 'text', width: 30 },
  { header: '批次', type: 'code', width: 24 },
  { header: '行', type: 'integer', width: 8 },
  ...NUMBER_COLUMNS,
  { header: '为什么要紧', type: 'wrapped', width: 50 },
  { header: '怎么办', type: 'wrapped', width: 50 },
]

function findingSheet({ view, findings, checks }: Checkup, notes: string[], footer: string): SheetSource {
  const names = new Map(checks.map(({ id, name }) => [id, name]))
  const row = (one: Finding): CellValue[] => [
    SEVERITY_WORDS[one.severity],
    names.get(one.check) ?? one.check,
    one.title,
    one.regions.map(({ name }) => name).join('、'),
    one.regions.map(({ code }) => code).join('、'),
    one.indicator?.name ?? null,
    one.period === null ? null : periodWords(one.period),
    one.enterprise?.name ?? null,
    one.enterprise?.creditCode ?? null,
    one.batch?.fileName ?? null,
    one.batch?.id ?? null,
    one.batch?.row ?? null,
    ...numberCells(one),
    one.why,
    one.remedy,
  ]
  return { name: '发现', title: `${view.regionName}会前体检`, notes, columns: COLUMNS, rows: findings.map(row), footer }
}

const numberCells = ({ numbers }: Finding): CellValue[] =>
  Array.from({ length: MOST_NUMBERS }, (_none, at) => {
    const one = numbers[at]
    return one ? [one.label, one.suppressed ? SUPPRESSED_TEXT : one.value, one.unit] : [null, null, null]
  }).flat()

function checkSheet({ view, checks }: Checkup, notes: string[], footer: string): SheetSource {
  const rows = checks.flatMap((check: Check) =>
    check.parts.map((part): CellValue[] => [
      check.name,
      STATE_WORDS[check.state],
      part.what,
      part.items,
      part.unit,
      part.findings,
      part.note ?? (part.items === 0 ? '无可检查' : null),
    ]),
  )
  return {
    name: '各项检查',
    title: `${view.regionName}会前体检：查了什么`,
    notes,
    columns: [
      { header: '检查', type: 'text', width: 12 },
      { header: '结果', type: 'text', width: 16 },
      { header: '查什么', type: 'text', width: 26 },
      { header: '查了', type: 'integer' },
      { header: '单位', type: 'text', width: 10 },
      { header: '发现', type: 'integer' },
      { header: '说明', type: 'text', width: 40 },
    ],
    rows,
    footer,
  }
}

const methodSheet = ({ thresholds, view }: Checkup, footer: string): SheetSource => ({
  name: '口径与来源',
  columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
  rows: [...thresholds, ...view.footnotes, footer].map((text): CellValue[] => [text]),
})

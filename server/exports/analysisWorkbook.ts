import type { AnalysisForm, Quadrant, QuadrantId, QuadrantPoint, Ranking } from '@contract/analysis'
import type { ShiftShare, ShiftShareRow } from '@contract/analysisParts'
import { periodWords } from '@domain/period/period'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn } from '../sheet/sheetXml'
import { analysisWorkbookOf, cellOf } from './analysisSheets'
import type { Exporter, Workbook } from './workbook'

const INDICATORS: Record<Ranking['indicator'], string> = {
  enterprises: '企业数（家）',
  revenue: '营业收入（万元）',
  concentration: '产业集聚度',
  quotient: '区位商',
  honoured: '优质企业数（家）',
  aboveScale: '规上企业数（家）',
  growth: '收入增速（推算）',
}
const TYPES: Record<AnalysisForm, SheetColumn['type']> = {
  count: 'integer',
  money: 'amount',
  ratio: 'percent',
  number: 'number',
}
const PLACE: SheetColumn[] = [
  { header: '地区', type: 'text', width: 22 },
  { header: '区划代码', type: 'code', width: 10 },
]

export function rankingWorkbook(ranking: Ranking, exporter: Exporter): Workbook {
  const { indicator, form, rows, before, beforeMissing, periods, estimated, ranked } = ranking
  const value: SheetColumn = { header: INDICATORS[indicator], type: TYPES[form], width: 18 }
  const columns: SheetColumn[] = [
    { header: '位次', type: 'integer', width: 8 },
    ...PLACE,
    value,
    { header: '企业数（家）', type: 'integer', width: 12 },
    { header: `${before?.text ?? '上年同期'}位次`, type: 'integer', width: 14 },
    { header: '位次变化（正为上升）', type: 'integer', width: 18 },
  ]
  const notes = [
    `共 ${rows.length} 个地区，${ranked} 个有位次`,
    ...(estimated ? [estimated] : []),
    ...(beforeMissing ? [beforeMissing] : []),
  ]
  const course = periods.map((period): SheetColumn => ({ ...value, header: periodWords(period), width: 14 }))
  return analysisWorkbookOf(
    ranking,
    {
      title: '排名',
      unit: '家、万元、%',
      sheets: [
        {
          name: '排名',
          notes,
          columns,
          rows: rows.map((row): CellValue[] => [
            row.rank ?? '—',
            row.name,
            row.code,
            cellOf(row),
            row.enterprises,
            row.rankBefore ?? '—',
            row.rankChange ?? '—',
          ]),
        },
        {
          name: '走势',
          notes: [INDICATORS[indicator], '“—”：当期没有数据，不是 0'],
          columns: [...PLACE, ...course],
          rows: rows.map((row): CellValue[] => [row.name, row.code, ...row.trend.map(cellOf)]),
        },
      ],
    },
    exporter,
  )
}

const QUADRANTS: Record<QuadrantId, string> = {
  leading: '领先',
  rising: '潜力',
  strained: '承压',
  nascent: '待培育',
}

export function quadrantWorkbook(quadrant: Quadrant, exporter: Exporter): Workbook {
  const { points, height, items, lines, estimated } = quadrant
  const name = points === 'regions' ? '地区' : '环节'
  const columns: SheetColumn[] = [
    { header: name, type: 'text', width: 22 },
    { header: points === 'regions' ? '区划代码' : '环节标识', type: 'code', width: 20 },
    { header: '象限', type: 'text', width: 10 },
    { header: '区位商', type: 'number', width: 10 },
    { header: height === 'growth' ? '收入增速（推算）' : '占比', type: 'percent', width: 16 },
    { header: '营业收入（万元）', type: 'amount', width: 18 },
    { header: '企业数（家）', type: 'integer', width: 12 },
    { header: '为什么落不了点', type: 'wrapped', width: 40 },
  ]
  const row = (item: QuadrantPoint): CellValue[] => [
    item.name,
    item.id,
    item.quadrant ? QUADRANTS[item.quadrant] : '—',
    cellOf({ value: item.quotient, suppressed: item.suppressed.quotient }),
    cellOf({ value: item.height, suppressed: item.suppressed.height }),
    cellOf({ value: item.revenueWan, suppressed: item.revenueSuppressed, missing: '未报送' }),
    item.enterprises,
    item.missing.join('；'),
  ]
  const notes = [lines.x.text, ...(lines.y ? [`横线：${lines.y.text}`] : []), ...(estimated ? [estimated] : [])]
  const sheets = [{ name: '四象限', notes, columns, rows: items.map(row) }]
  return analysisWorkbookOf(quadrant, { title: '四象限', unit: '家、万元、%', sheets }, exporter)
}

const SHIFT_COLUMNS: SheetColumn[] = [
  { header: '产业或地区', type: 'text', width: 24 },
  { header: '参照地区', type: 'text', width: 14 },
  { header: '上年同期（万元）', type: 'amount', width: 18 },
  { header: '本期（万元）', type: 'amount', width: 18 },
  { header: '增量（万元）', type: 'amount', width: 18 },
  { header: '大势（万元）', type: 'amount', width: 18 },
  { header: '结构（万元）', type: 'amount', width: 18 },
  { header: '自身（万元）', type: 'amount', width: 18 },
  { header: '说明', type: 'wrapped', width: 40 },
]

export function shiftShareWorkbook(answer: ShiftShare, exporter: Exporter): Workbook {
  const { own, below, regionName, sentence, estimated, priceNote, ownMissing, before } = answer
  const notes = [
    `与${before.text}比`,
    ...(sentence ? [sentence] : []),
    ...(ownMissing ? [ownMissing] : []),
    `${estimated}。${priceNote}`,
  ]
  const parts = own ? [own.subject, own.rest, own.total, ...own.groups] : []
  const inGroup = new Set(own?.groups.map(({ id }) => id))
  const label = (row: ShiftShareRow) => (inGroup.has(row.id) ? '分组有重复，不相加' : '')
  const sheets = [
    ...(own
      ? [
          {
            name: '本地区',
            notes,
            columns: SHIFT_COLUMNS,
            rows: parts.map((row) => shiftRow(row, own.referenceName, label(row))),
          },
        ]
      : []),
    ...(below
      ? [
          {
            name: '下级地区',
            notes,
            columns: SHIFT_COLUMNS,
            rows: below.rows.map((row) => shiftRow(row, regionName, '')),
          },
        ]
      : []),
  ]
  return analysisWorkbookOf(answer, { title: '偏离份额', unit: '万元', sheets }, exporter)
}

function shiftRow(row: ShiftShareRow, reference: string, note: string): CellValue[] {
  const { suppressed } = row
  const cell = (value: string | null) => cellOf({ value, suppressed })
  const { before, now, change, growth, mix, competitive, missing, name } = row
  return [name, reference, ...[before, now, change, growth, mix, competitive].map(cell), missing ?? note]
}

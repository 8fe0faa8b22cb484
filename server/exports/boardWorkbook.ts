import type { Board, BoardCard, BoardChange, BoardCoverage, BoardPart, BoardPoint, BoardTwin } from '@contract/board'
import { SUPPRESSED_TEXT, type Suppression } from '@domain/disclosure/suppression'
import { percentText, roundHalfUp } from '@domain/indicator/rounding'
import { periodWords } from '@domain/period/period'
import { MODES, SCOPES } from '../source/method'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import { DATA_CLASS_NAMES } from './dataClassNames'
import { UNREPORTED } from './figureCells'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

const NOTHING = '—'

type MakeSheet = (name: string, unit: string, columns: SheetColumn[], rows: CellValue[][]) => SheetSource

/** 指标总览 as a workbook: what the screen shows, sheet by panel; what is not public stays so. */
export function boardWorkbook(board: Board, exporter: Exporter): Workbook {
  const { view } = board
  const isDemo = view.dataset === 'demo'
  const footer = footerOf(exporter)
  const about = `统计期：${periodWords(view.period)}　口径：${SCOPES[view.scope]}　区划：${MODES[view.mode]}　数据截至：${
    view.updatedAt ? localMinute(new Date(view.updatedAt)) : NOTHING
  }`
  const sheet: MakeSheet = (name, unit, columns, rows) => ({
    name,
    title: `${view.regionName}${view.chainName}产业·${name}`,
    notes: [...(isDemo ? [DEMO_NOTE] : []), `单位：${unit}`, about],
    columns,
    rows,
    footer,
  })
  return {
    fileName: safeFileName(
      [view.regionName, `${view.chainName}指标总览`, view.period, ...(isDemo ? ['演示数据'] : [])],
      exporter.at,
      'xlsx',
    ),
    sheets: [
      cardSheet(board, sheet),
      trendSheet(board, sheet),
      structureSheet(board, sheet),
      twinSheet(board, sheet),
      methodSheet(board, footer),
    ],
  }
}

/** A number in its cell, or the word that the screen shows in its place. */
function cellOf(value: string | null, suppressed: Suppression | null, missing: string): CellValue {
  if (suppressed !== null) return SUPPRESSED_TEXT
  return value ?? missing
}

/** Money and counts keep their number; a share is a fraction in a cell of percent. */
const CARD_COLUMNS: SheetColumn[] = [
  { header: '来源', type: 'text', width: 12 },
  { header: '指标', type: 'text', width: 24 },
  { header: '统计期', type: 'text', width: 16 },
  { header: '数值', type: 'number' },
  { header: '单位', type: 'text', width: 14 },
  { header: '比上年同期', type: 'text', width: 16 },
  { header: '同比的来历', type: 'wrapped', width: 44 },
  { header: '覆盖', type: 'text', width: 28 },
  { header: '新鲜度', type: 'text', width: 40 },
  { header: '没有数的原因', type: 'wrapped', width: 36 },
]

function cardSheet({ cards, regionCards }: Board, sheet: MakeSheet): SheetSource {
  const rows = [
    ...cards.map((card) => cardRow('企业名录', card)),
    ...regionCards.map((card) => cardRow('区域指标', card)),
  ]
  return sheet('指标卡', '见“单位”列；百分数按 % 填写', CARD_COLUMNS, rows)
}

const coverageText = (coverage: BoardCoverage | null) =>
  coverage === null ? NOTHING : `${coverage.total} 家中 ${coverage.reporting} 家${coverage.words}`

function cardRow(origin: string, card: BoardCard): CellValue[] {
  const { name, period, form, unit, decimals, suppressed, change, coverage, freshness, missing } = card
  const value = card.value === null ? null : shownNumber(form, card.value, decimals)
  return [
    origin,
    name,
    periodWords(period),
    cellOf(value, suppressed, UNREPORTED),
    form === 'ratio' ? '%' : unit || NOTHING,
    changeText(change),
    change.text === null ? change.note : `${change.basis === 'official' ? '官方' : '推算'}：${change.note}`,
    coverageText(coverage),
    freshness?.text ?? NOTHING,
    missing ?? null,
  ]
}

/** As on the screen: a ratio in percent with one decimal, other numbers as they are. */
function shownNumber(form: BoardCard['form'], value: string, decimals: number): string {
  if (form === 'ratio') return percentText(value, decimals)
  return form === 'number' ? roundHalfUp(value, decimals) : value
}

const changeText = ({ text, suppressed }: BoardChange): string => (suppressed ? SUPPRESSED_TEXT : (text ?? NOTHING))

function trendSheet({ trend }: Board, sheet: MakeSheet): SheetSource {
  const columns: SheetColumn[] = [
    { header: '统计期', type: 'text', width: 18 },
    ...trend.lines.map(({ name, form, unit }): SheetColumn => ({
      header: form === 'ratio' ? name : `${name}（${unit}）`,
      type: form === 'ratio' ? 'percent' : form === 'money' ? 'amount' : 'number',
      width: 20,
    })),
  ]
  const cell = (point: BoardPoint | undefined): CellValue =>
    point ? cellOf(point.value, point.suppressed, '未报送或未导入') : NOTHING
  const rows = trend.periods.map((period): CellValue[] => [
    periodWords(period),
    ...trend.lines.map(({ points }) => cell(points.find((point) => point.period === period))),
  ])
  return sheet('走势', `见表头；${trend.words}`, columns, rows)
}

const STRUCTURE_COLUMNS: SheetColumn[] = [
  { header: '层级', type: 'text', width: 8 },
  { header: '名称', type: 'text', width: 22 },
  { header: '企业数（家）', type: 'integer' },
  { header: '企业数占全链', type: 'percent', width: 14 },
  { header: '营业收入（万元）', type: 'amount' },
  { header: '营业收入占全链', type: 'percent', width: 16 },
  { header: '报送收入企业（家）', type: 'integer', width: 18 },
]

function structureSheet({ structure }: Board, sheet: MakeSheet): SheetSource {
  const row = (part: BoardPart): CellValue[] => [
    part.kind === 'stage' ? '阶段' : '分组',
    part.name,
    part.enterprises,
    part.enterprisesShare ?? NOTHING,
    cellOf(part.revenueWan, part.revenueSuppressed, UNREPORTED),
    cellOf(part.revenueShare, part.revenueShareSuppressed, NOTHING),
    part.revenueReporting,
  ]
  return sheet('结构', '家、万元、%', STRUCTURE_COLUMNS, structure.parts.map(row))
}

const TWIN_COLUMNS: SheetColumn[] = [
  { header: '指标', type: 'text', width: 22 },
  { header: '统计期', type: 'text', width: 16 },
  { header: '单位', type: 'text', width: 8 },
  { header: '名录合计', type: 'number' },
  { header: '名录覆盖', type: 'text', width: 34 },
  { header: '公布数', type: 'number' },
  { header: '公布数原值', type: 'text', width: 18 },
  { header: '提供单位', type: 'text', width: 24 },
  { header: '数据类别', type: 'text', width: 14 },
  { header: '发布时间', type: 'text', width: 18 },
  { header: '名录 − 公布数', type: 'number' },
  { header: '差占公布数', type: 'percent', width: 12 },
  { header: '可能的原因', type: 'wrapped', width: 60 },
]

function twinSheet({ twins, twinsMissing }: Board, sheet: MakeSheet): SheetSource {
  const rows = twins.flatMap(twinRows)
  const absent = twinsMissing.map((name): CellValue[] => [name, '没有导入公布数'])
  return sheet('官方总数对照', '见“单位”列', TWIN_COLUMNS, [...rows, ...absent])
}

function twinRows({ name, period, unit, register, official, reasons }: BoardTwin): CellValue[][] {
  const { value, suppressed, missing, coverage } = register
  return official.map((source): CellValue[] => [
    name,
    periodWords(period),
    unit,
    cellOf(value, suppressed, missing ?? UNREPORTED),
    coverageText(coverage),
    source.value,
    source.asGiven,
    source.provider,
    DATA_CLASS_NAMES[source.dataClass],
    localMinute(new Date(source.publishedAt)),
    suppressed ? SUPPRESSED_TEXT : (source.difference ?? NOTHING),
    suppressed ? SUPPRESSED_TEXT : (source.ratio ?? NOTHING),
    [...reasons, ...(source.doubt ? [source.doubt] : [])].join('；'),
  ])
}

function methodSheet({ method, view, trend, structure, twinsMissing }: Board, footer: string): SheetSource {
  const lines = [
    ...method,
    trend.note,
    structure.note,
    `“${SUPPRESSED_TEXT}”：为保护企业数据；“${UNREPORTED}”：没有数据，不是 0。`,
    '因四舍五入，分项合计与总计可能不等。',
    ...(twinsMissing.length > 0 ? [`没有导入、未能对照的官方总数：${twinsMissing.join('、')}`] : []),
    ...view.footnotes,
    `数据版本：${view.dataset === 'demo' ? '演示数据' : '本地数据'} 第 ${view.version} 版`,
    footer,
  ]
  return {
    name: '口径与来源',
    columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
    rows: lines.map((text): CellValue[] => [text]),
  }
}

import type { FigureCell, FigureSource, RegionFigures, RegionIndicator } from '@contract/regionFigures'
import { roundHalfUp } from '@domain/indicator/rounding'
import { periodWords } from '@domain/period/period'
import { isConflict } from '@domain/regionFigures/sources'
import { INDICATORS } from '../catalogue'
import type { CellValue } from '../sheet/cells'
import { columnLetters, safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import { DATA_CLASS_NAMES } from './dataClassNames'
import { UNREPORTED } from './figureCells'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

const percent = (ratio: string | null) => (ratio === null ? '—' : `${roundHalfUp(Number(ratio) * 100, 1)}%`)

/** 区域指标: the table of the screen, every source behind it, and what the figures mean. */
export function regionFiguresWorkbook(figures: RegionFigures, exporter: Exporter): Workbook {
  const isDemo = figures.dataset === 'demo'
  const notes = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `数据截至：${figures.updatedAt ? localMinute(new Date(figures.updatedAt)) : '—'}　${figures.rule}`,
  ]
  const name = [figures.regionName, '区域指标', ...(isDemo ? ['演示数据'] : [])]
  return {
    fileName: safeFileName(name, exporter.at, 'xlsx'),
    sheets: [tableSheet(figures, notes, exporter), sourceSheet(figures, exporter), methodSheet(figures, exporter)],
  }
}

function tableSheet(figures: RegionFigures, notes: string[], exporter: Exporter): SheetSource {
  const row = ({ id, cells, freshness }: RegionIndicator): CellValue[] => {
    const item = INDICATORS.get(id)
    const values = figures.periods.map((period) => {
      const cell = cells.find((other) => other.period === period)
      return cell ? roundHalfUp(cell.value, item?.decimals ?? 2) : UNREPORTED
    })
    return [item?.name ?? id, item?.unit || '—', freshness?.text ?? '—', ...values, marksOf(cells, item?.decimals ?? 2)]
  }
  return {
    name: '区域指标',
    title: `${figures.regionName}区域指标`,
    notes,
    columns: [
      { header: '指标', type: 'text', width: 28 },
      { header: '单位', type: 'text', width: 14 },
      { header: '新鲜度', type: 'text', width: 40 },
      ...figures.periods.map((period): SheetColumn => ({ header: periodWords(period), type: 'number', width: 16 })),
      { header: '标记（≠ 来源有差异，单位？ 疑似单位错误）', type: 'wrapped', width: 44 },
    ],
    rows: figures.indicators.map(row),
    footer: footerOf(exporter),
  }
}

/** The marks of the screen's cells, in a column of their own: the numbers stay numbers. */
function marksOf(cells: readonly FigureCell[], decimals: number): string | null {
  const marks = cells.flatMap((cell) => {
    const mark = cell.doubt ? '单位？' : isConflict(cell, decimals) ? '≠' : null
    return mark === null ? [] : [`${mark} ${periodWords(cell.period)}`]
  })
  return marks.join('；') || null
}

const SOURCE_COLUMNS: SheetColumn[] = [
  { header: '指标', type: 'text', width: 28 },
  { header: '统计期', type: 'text', width: 16 },
  { header: '是否采用', type: 'text', width: 10 },
  { header: '数值', type: 'number' },
  { header: '单位', type: 'text', width: 14 },
  { header: '原值', type: 'text', width: 20 },
  { header: '提供单位', type: 'text', width: 24 },
  { header: '数据类别', type: 'text', width: 14 },
  { header: '发布时间', type: 'text', width: 18 },
  { header: '操作人', type: 'text', width: 12 },
  { header: '文件', type: 'text', width: 30 },
  { header: '原表列名', type: 'text', width: 24 },
  { header: '位置', type: 'text', width: 12 },
  { header: '最高最低之差', type: 'number' },
  { header: '差异比例', type: 'text', width: 12 },
  { header: '提示', type: 'wrapped', width: 40 },
]

function sourceSheet(figures: RegionFigures, exporter: Exporter): SheetSource {
  const rows = figures.indicators.flatMap(({ id, cells }) =>
    cells.flatMap(({ period, sources, spread, doubt }) =>
      sources.map((source, at): CellValue[] => [
        INDICATORS.get(id)?.name ?? id,
        periodWords(period),
        at === 0 ? '采用' : '备查',
        source.value,
        INDICATORS.get(id)?.unit || '—',
        source.asGiven,
        source.provider,
        DATA_CLASS_NAMES[source.dataClass],
        localMinute(new Date(source.publishedAt)),
        source.publishedBy,
        source.fileName,
        source.heading,
        placeOf(source),
        spread?.absolute ?? '—',
        spread ? percent(spread.ratio) : '—',
        [doubt, source.doubt && `疑似单位错误：${source.doubt}`, source.former && `原区划：${source.former}`]
          .filter((text) => text)
          .join('；') || null,
      ]),
    ),
  )
  return {
    name: '全部来源',
    title: `${figures.regionName}区域指标的全部来源`,
    columns: SOURCE_COLUMNS,
    rows,
    footer: footerOf(exporter),
  }
}

/** As the spreadsheet names a cell: D12. */
const placeOf = ({ column, row }: FigureSource) => `${columnLetters(column)}${row}`

function methodSheet(figures: RegionFigures, exporter: Exporter): SheetSource {
  const entries = figures.indicators.flatMap(({ id }) => {
    const item = INDICATORS.get(id)
    if (!item) return []
    const more = [item.formula && `算法：${item.formula.text}`, item.ambiguity && `待明确：${item.ambiguity}`]
    const facts = `责任单位：${item.owner}；口径：${item.scope}；来源：${item.source}；版本：${item.edition}`
    return [
      [`${item.name}（${item.unit || '无单位'}）：${item.definition}`, ...more, facts]
        .filter((text) => text)
        .join('　'),
    ]
  })
  const former = figures.formerRegions.map(
    ({ code, name, figures: count }) => `${name}（${code}）撤并前的 ${count} 个数按原区划保留，不并入本表`,
  )
  const lines = [
    figures.rule,
    '“未报送”不等于 0；增速为公布数，未由总量推算。',
    ...entries,
    ...former,
    ...figures.footnotes,
  ]
  return {
    name: '口径与来源',
    columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
    rows: [...lines, footerOf(exporter)].map((text): CellValue[] => [text]),
  }
}

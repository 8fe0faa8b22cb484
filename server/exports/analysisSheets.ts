import type { AnalysisHead } from '@contract/analysis'
import { SUPPRESSED_TEXT, SUPPRESSION_WORDS, type Suppression } from '@domain/disclosure/suppression'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetSource } from '../sheet/sheetXml'
import { stampOf } from './stamp'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

type SheetBody = Pick<SheetSource, 'name' | 'columns' | 'rows'> & { notes?: readonly string[] }

interface Titled {
  title: string
  unit: string
  sheets: readonly SheetBody[]
}

const EXPLAINED = Object.values(SUPPRESSION_WORDS).join('；')
const LOOKS = `“${SUPPRESSED_TEXT}”：为保护企业数据（${EXPLAINED}）；写明原因的是缺数，不是 0；0 就是零。`

/** The sheets of a panel, each under the same head, and 口径与来源 behind them. */
export function analysisWorkbookOf(head: AnalysisHead, { title, unit, sheets }: Titled, exporter: Exporter): Workbook {
  const { regionName, chainName, nodeName, dataset, periodText, scope, mode, updatedAt, method, footnotes, freshness } =
    head
  const subject = nodeName ? `${chainName}·${nodeName}` : chainName
  const isDemo = dataset === 'demo'
  const footer = footerOf(exporter)
  const notes = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `${stampOf({ period: periodText, scope, mode })}　单位：${unit}　数据截至：${updatedAt ? localMinute(new Date(updatedAt)) : '—'}`,
  ]
  const sources = [...method, LOOKS, ...(freshness ? [`数据新鲜度：${freshness}`] : []), ...footnotes, footer]
  return {
    fileName: safeFileName(
      [regionName, `${subject}${title}`, head.period, ...(isDemo ? ['演示数据'] : [])],
      exporter.at,
      'xlsx',
    ),
    sheets: [
      ...sheets.map(({ name, columns, rows, notes: own = [] }): SheetSource => ({
        name,
        title: `${regionName}${subject}${name}`,
        notes: [...notes, ...own],
        columns,
        rows,
        footer,
      })),
      {
        name: '口径与来源',
        columns: [{ header: '口径与来源', type: 'wrapped', width: 110 }],
        rows: sources.map((text): CellValue[] => [text]),
      },
    ],
  }
}

interface Shown {
  value: string | number | null
  suppressed?: Suppression | null
  missing?: string | null
}

/** A number, or the word that stands for it: never an empty cell. */
export const cellOf = ({ value, suppressed, missing }: Shown): CellValue =>
  suppressed ? SUPPRESSED_TEXT : (value ?? missing ?? '—')

import type { Catalogue, IndicatorEntry } from '@domain/indicator/catalogue'
import type { Workbook } from '../exports/workbook'
import type { CellValue } from '../sheet/cells'
import type { SheetSource } from '../sheet/sheetXml'

const heading = ({ name, unit }: IndicatorEntry) => (unit === '' ? name : `${name}（${unit}）`)

const CYCLE_WORDS = { year: '年', quarter: '季', month: '月' } as const

/** 填报模板 of a theme of the catalogue: a row per region and year, a column per indicator; null for a theme without one. */
export function figureTemplate(catalogue: Catalogue, themeId: string): Workbook | null {
  const theme = catalogue.themes.find(({ id, template }) => id === themeId && template)
  if (!theme) return null
  const items = catalogue.indicators.filter((item) => item.theme === theme.id && item.reported)
  const blank = items.map((): CellValue => null)
  const table: SheetSource = {
    name: theme.name,
    title: `${theme.name}（导入模板）`,
    notes: [
      '已有报表不必改成本表，可直接上传；列名带单位即可识别。以“【示例】”开头的行是填写示例，不会计入。',
      '一行一个地区一个统计期；没有数据请留空，零请填 0；用不到的列可以删去。',
    ],
    columns: [
      { header: '区划代码', type: 'code', width: 12 },
      { header: '地区', type: 'text', width: 20 },
      { header: '统计期', type: 'text', width: 18 },
      ...items.map((item) => ({
        header: heading(item),
        type: 'number' as const,
        width: Math.max(14, item.name.length * 2 + 6),
      })),
    ],
    rows: [
      [null, '【示例】某某区', '2024', ...blank],
      [null, '【示例】某某县', '2024年1—10月', ...blank],
    ],
  }
  return { fileName: `${theme.name}导入模板.xlsx`, sheets: [table, guide(theme.name, items)] }
}

function guide(name: string, items: IndicatorEntry[]): SheetSource {
  const rows = items.map((item): CellValue[] => [
    heading(item),
    item.definition,
    [item.formula?.text, item.ambiguity].filter((text) => text !== undefined).join('；') || null,
    CYCLE_WORDS[item.cycle],
    item.owner,
    item.scope,
    item.source,
    item.aliases.slice(0, 5).join('、') || null,
  ])
  return {
    name: '指标说明',
    title: `${name}指标说明`,
    notes: ['增速一律填公布数，系统不由两年总量重算；1 月数据不单独统计，请填 1—2 月累计。'],
    columns: [
      { header: '列名', type: 'text', width: 30 },
      { header: '定义', type: 'wrapped', width: 60 },
      { header: '算法与待明确之处', type: 'wrapped', width: 44 },
      { header: '周期', type: 'text', width: 8 },
      { header: '责任单位', type: 'text', width: 18 },
      { header: '口径', type: 'text', width: 12 },
      { header: '来源', type: 'wrapped', width: 30 },
      { header: '也可写作', type: 'wrapped', width: 40 },
    ],
    rows,
  }
}

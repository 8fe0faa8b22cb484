import type { z } from 'zod'
import type { Selection, SelectionQuery } from '@contract/selection'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetSource } from '../sheet/sheetXml'
import type { Principal } from '../source/principal'
import type { Source } from '../source/source'
import { enterprisesWorkbook } from './enterprisesWorkbook'
import { FIGURE_COLUMNS, figureCells, suppressionLines } from './figureCells'
import { stampOf } from './stamp'
import { DEMO_NOTE, footerOf, type Workbook } from './workbook'

type Query = z.output<typeof SelectionQuery>

/** 圈选范围: its totals, and the enterprise list behind them. */
export async function selectionWorkbook(source: Source, who: Principal, query: Query): Promise<Workbook> {
  const selection = await source.selection(who, query)
  const list = await enterprisesWorkbook(source, who, query)
  const at = source.context.now()
  const footer = footerOf({ by: who.name, at })
  const isDemo = selection.dataset === 'demo'
  const region = source.region(who, query.region).name
  const notes = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `${stampOf({ ...query, period: selection.period })}　单位：家、万元　坐标系：${selection.crs}`,
    `涉及的县（市、区）内另有 ${selection.notPlaced} 家企业没有坐标，未计入`,
  ]
  const sums = totals(selection)
  return {
    fileName: safeFileName([region, '圈选范围', selection.period, ...(isDemo ? ['演示数据'] : [])], at, 'xlsx'),
    sheets: [
      { ...sums, title: `${region}圈选范围合计`, notes, footer },
      { ...counties(selection), footer },
      ...list.sheets,
      {
        name: '圈选口径',
        columns: [{ header: '圈选口径', type: 'wrapped', width: 110 }],
        rows: [...selection.method, ...suppressionLines([sums]), `圈选范围（${selection.crs}）：${query.area}`].map(
          (text): CellValue[] => [text],
        ),
        footer,
      },
    ],
  }
}

const totals = ({ figures, topNodes }: Selection): SheetSource => ({
  name: '合计与环节',
  columns: [{ header: '范围', type: 'text', width: 26 }, ...FIGURE_COLUMNS],
  rows: topNodes.map((node): CellValue[] => [node.name, ...figureCells(node.figures)]),
  // An enterprise may stand on several nodes: the total is no sum of the lines above.
  total: ['合计（企业去重）', ...figureCells(figures)],
})

const counties = ({ byCounty, enterprises }: Selection): SheetSource => ({
  name: '县（市、区）',
  columns: [
    { header: '县（市、区）', type: 'text', width: 26 },
    { header: '区划代码', type: 'code', width: 10 },
    { header: '企业数（家）', type: 'integer' },
  ],
  rows: byCounty.map(({ code, name, enterprises: n }): CellValue[] => [name, code, n]),
  total: ['合计', '', enterprises],
})

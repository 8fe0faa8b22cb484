import type { z } from 'zod'
import type { EnterpriseQuery, EnterpriseRow } from '@contract/enterprises'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import type { Principal } from '../source/principal'
import type { Source } from '../source/source'
import { stampOf } from './stamp'
import { DEMO_NOTE, footerOf, NOT_PUBLIC, type Workbook } from './workbook'

type Query = Omit<z.output<typeof EnterpriseQuery>, 'cursor' | 'limit'>

const PAGE = 200
const LOCATED = { declared: '申报', address: '地址', code: '信用代码（最弱）', none: '未定位' } as const
const HOW = { rule: '规则', manual: '人工', declared: '申报' } as const

const COLUMNS: SheetColumn[] = [
  { header: '企业名称', type: 'text', width: 40 },
  { header: '统一社会信用代码', type: 'code', width: 22 },
  { header: '区县', type: 'text', width: 14 },
  { header: '区县来源', type: 'text', width: 14 },
  { header: '是否纳入统计范围', type: 'text', width: 12 },
  { header: '营业收入（万元）', type: 'amount' },
  { header: '荣誉', type: 'wrapped', width: 30 },
  { header: '链主', type: 'text', width: 8 },
  { header: '环节', type: 'text', width: 18 },
  { header: '挂链方式', type: 'text', width: 10 },
  { header: '置信度', type: 'number', width: 10 },
  { header: '为什么在这个环节', type: 'wrapped', width: 60 },
]

/** 企业清单 under the same filters as the screen; rows are drawn page by page while the file is written. */
export async function enterprisesWorkbook(source: Source, who: Principal, query: Query): Promise<Workbook> {
  const first = await source.enterprises(who, { ...query, limit: PAGE })
  const at = source.context.now()
  const region = source.region(who, query.region).name
  const isDemo = first.dataset === 'demo'
  const sheet: SheetSource = {
    name: '企业清单',
    title: `${region}企业清单`,
    notes: [
      ...(isDemo ? [DEMO_NOTE] : []),
      `共 ${first.total} 家　${stampOf({ ...query, period: first.period })}　${who.seesUnits ? '营业收入单位：万元，空白为未报送' : '单个企业的营业收入不向访客公开'}`,
    ],
    columns: COLUMNS,
    rows: allRows(source, who, query, first),
    footer: footerOf({ by: who.name, at }),
  }
  return {
    fileName: safeFileName([region, '企业清单', first.period ?? '', ...(isDemo ? ['演示数据'] : [])], at, 'xlsx'),
    sheets: [sheet, filterSheet(query, footerOf({ by: who.name, at }))],
  }
}

async function* allRows(
  source: Source,
  who: Principal,
  query: Query,
  first: Awaited<ReturnType<Source['enterprises']>>,
) {
  let page = first
  for (;;) {
    for (const row of page.rows) yield cellsOf(row, who)
    if (page.nextCursor === null) return
    page = await source.enterprises(who, { ...query, limit: PAGE, cursor: page.nextCursor })
  }
}

const cellsOf = (row: EnterpriseRow, { seesUnits }: Principal): CellValue[] => [
  row.name,
  row.creditCode,
  row.countyName,
  LOCATED[row.locatedBy],
  row.inStatScope === null ? null : row.inStatScope ? '是' : '否',
  seesUnits ? row.revenueWan : NOT_PUBLIC,
  row.honours.join('、'),
  row.leader ? '链主' : null,
  row.membership?.nodeName ?? null,
  row.membership ? HOW[row.membership.how] : null,
  row.membership?.confidence ?? null,
  row.membership?.reason ?? null,
]

function filterSheet(query: Query, footer: string): SheetSource {
  const rows = Object.entries(query).flatMap(([key, value]): CellValue[][] =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return {
    name: '口径与来源',
    columns: [
      { header: '筛选条件', type: 'text', width: 20 },
      { header: '取值', type: 'text', width: 40 },
    ],
    rows: [
      ...rows,
      ['说明', '企业按统一社会信用代码去重；区县来源“信用代码”取自登记机关区划，可信度最低。'],
      ['导出', footer],
    ],
    footer,
  }
}

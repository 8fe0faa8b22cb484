import type { z } from 'zod'
import type { HonourCandidate, HonourCandidateQuery, HonourCandidates } from '@contract/honours'
import { OUTCOME_WORDS } from '@domain/honour/prescreen'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetSource } from '../sheet/sheetXml'
import type { Principal } from '../source/principal'
import type { Source } from '../source/source'
import { DEMO_NOTE, footerOf, type Workbook } from './workbook'

type Query = Omit<z.output<typeof HonourCandidateQuery>, 'after' | 'limit'>

const PAGE = 200

/** 培育名单 under the filters of the screen: every condition with its outcome, and what was compared. */
export async function honourCandidatesWorkbook(source: Source, who: Principal, query: Query): Promise<Workbook> {
  const first = await source.honourCandidates(who, { ...query, after: 0, limit: PAGE })
  const at = source.context.now()
  const footer = footerOf({ by: who.name, at })
  const isDemo = first.dataset === 'demo'
  const sheet: SheetSource = {
    name: '培育名单',
    title: `${first.regionName}${first.tierName}培育名单`,
    notes: [
      ...(isDemo ? [DEMO_NOTE] : []),
      first.statement,
      `共 ${first.total} 家　评价日：${first.on}　规则：${first.document}　营业收入单位：万元，空白为未报送`,
    ],
    columns: [
      { header: '企业名称', type: 'text', width: 40 },
      { header: '统一社会信用代码', type: 'code', width: 22 },
      { header: '区县', type: 'text', width: 14 },
      { header: '预筛结果', type: 'text', width: 16 },
      { header: '待核验（项）', type: 'integer', width: 12 },
      { header: '上年营业收入（万元）', type: 'amount' },
      ...first.conditions.map(({ text }) => ({ header: text, type: 'text' as const, width: 16 })),
      { header: '依据与待核验内容', type: 'wrapped', width: 80 },
    ],
    rows: allRows(source, who, query, first),
    footer,
  }
  return {
    fileName: safeFileName([first.regionName, first.tierName, '培育名单', ...(isDemo ? ['演示数据'] : [])], at, 'xlsx'),
    sheets: [sheet, methodSheet(first, query, footer)],
  }
}

async function* allRows(source: Source, who: Principal, query: Query, first: HonourCandidates) {
  let page = first
  for (;;) {
    for (const row of page.rows) yield cellsOf(row)
    if (page.next === null) return
    page = await source.honourCandidates(who, { ...query, after: page.next, limit: PAGE })
  }
}

const cellsOf = (row: HonourCandidate): CellValue[] => [
  row.name,
  row.creditCode,
  row.countyName,
  row.outcomeText,
  row.unknown,
  row.revenueWan,
  ...row.conditions.map(({ outcome }) => OUTCOME_WORDS[outcome]),
  row.conditions
    .flatMap(({ text, kind, detail, parts }) => {
      const said = parts.filter(({ outcome }) => outcome !== 'unmet').map((part) => `${part.text}：${part.detail}`)
      return [kind === 'any' || kind === 'all' ? `${text}：${said.join('；')}` : `${text}：${detail}`]
    })
    .join('\n'),
]

function methodSheet(list: HonourCandidates, query: Query, footer: string): SheetSource {
  const rows: CellValue[][] = [
    ['评价日', list.on],
    ['规则', `${list.document}（${list.ruleVersion}）`],
    ['条件来源', list.basis],
    ['说明', list.statement],
    [
      '范围',
      `${list.regionName}，有预筛数据且尚无该级或更高称号的企业 ${list.screened} 家，其中没有一项不满足的 ${list.total} 家`,
    ],
    ['结果用语', '满足（待评审）：各项都满足；待核验：没有不满足的，但有缺数据或要人工核验的；阈值含等于'],
    ...list.conditions.map(({ text, clause }): CellValue[] => [clause, text]),
    ...Object.entries(query).flatMap(([key, value]): CellValue[][] =>
      value === undefined ? [] : [[`筛选条件 ${key}`, String(value)]],
    ),
    ['导出', footer],
  ]
  return {
    name: '口径与来源',
    columns: [
      { header: '项目', type: 'text', width: 30 },
      { header: '内容', type: 'wrapped', width: 90 },
    ],
    rows,
    footer,
  }
}

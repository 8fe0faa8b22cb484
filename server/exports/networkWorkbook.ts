import type { z } from 'zod'
import { EVIDENCE_NAMES, type EgoQuery, type NetworkQuery, type SupplyHead } from '@contract/supply'
import { TIER_NAMES } from '@domain/register/honourTier'
import { MOST_EXPORTED } from '../network/askNetworkRows'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import { MODES } from '../source/method'
import type { Principal } from '../source/principal'
import type { Source } from '../source/source'
import {
  figureSheet,
  firmSheet,
  PARTY_COLUMNS,
  partyCells,
  tierText,
  tradeSheet,
  type NetworkSheet,
} from './networkSheets'
import { DEMO_NOTE, footerOf, localMinute, type Workbook } from './workbook'

type Query = z.output<typeof NetworkQuery>

/** 供应网络 under the filters of the screen, each firm by itself. */
export async function networkWorkbook(source: Source, who: Principal, query: Query): Promise<Workbook> {
  const [list, figures] = await Promise.all([
    source.printedNetwork(who, query),
    source.firmFigures(who, {
      region: query.region,
      year: query.year,
      mode: query.mode,
      dataset: query.dataset,
      firm: query.firm,
      tiers: query.tiers,
    }),
  ])
  const names = new Map([list.firm, ...list.rows].map(({ id, name }) => [id, name]))
  const notes =
    list.cut > 0 ? [`企业过多，只列 ${MOST_EXPORTED} 家，金额最小的 ${list.cut} 家和它们的供应关系没有列出`] : []
  return bookOf(source, who, list.head, `${list.firm.name}供应网络`, notes, [
    firmSheet(list.firm, list.rows),
    tradeSheet(list.trades(), (id) => names.get(id) ?? id),
    figureSheet(figures),
    methodSheet(source, query),
  ])
}

/** 整零共同体成员名单, all of it. */
export async function communityWorkbook(
  source: Source,
  who: Principal,
  query: z.output<typeof EgoQuery>,
): Promise<Workbook> {
  const figures = await source.firmFigures(who, query, { isWhole: true })
  const { firm, community, regionName, tiers } = figures
  const roles = { leader: '链主', supplier: '上游', buyer: '下游', both: '上下游兼有' }
  const members: NetworkSheet = {
    name: '成员名单',
    columns: [
      { header: '角色', type: 'text', width: 14 },
      { header: '层级', type: 'text', width: 12 },
      ...PARTY_COLUMNS,
    ],
    rows: community.members.map(({ party, tier, role }): CellValue[] => [
      roles[role],
      tierText(tier),
      ...partyCells(party),
    ]),
    notes: [
      `共 ${community.count} 家：链主与${regionName}内 ${tiers} 级以内的供应商、买方；通路可经过本地区以外的企业`,
    ],
  }
  return bookOf(source, who, figures, `${firm.name}整零共同体`, [], [members, figureSheet(figures)])
}

function bookOf(
  source: Source,
  who: Principal,
  head: SupplyHead,
  title: string,
  notes: readonly string[],
  sheets: readonly NetworkSheet[],
): Workbook {
  const at = source.context.now()
  const isDemo = head.dataset === 'demo'
  const footer = footerOf({ by: who.name, at })
  const lines = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `供应关系期别：${head.year ?? '—'}　区划：${MODES[head.mode]}　单位：万元　数据截至：${head.updatedAt ? localMinute(new Date(head.updatedAt)) : '—'}`,
    '只含已导入的供应关系，不是企业的全部采购和销售；含单个企业的数据，请勿外传',
    ...notes,
  ]
  return {
    fileName: safeFileName([head.regionName, title, head.year ?? '', ...(isDemo ? ['演示数据'] : [])], at, 'xlsx'),
    sheets: sheets.map(({ notes: own = [], ...sheet }) => ({
      ...sheet,
      title: `${title}：${sheet.name}`,
      notes: [...lines, ...own],
      footer,
    })),
  }
}

const DIRECTIONS = { up: '上游', down: '下游', both: '上下游' } as const

function methodSheet({ context }: Source, query: Query): NetworkSheet {
  const { direction, tiers, product, evidence, chain, place, honour } = query
  const filters: [string, string | undefined][] = [
    ['产品', product],
    ['证据类别', evidence?.map((kind) => EVIDENCE_NAMES[kind]).join('、')],
    ['产业链', chain],
    ['所在地', place && context.regions.name(place)],
    ['荣誉', honour && (honour === 'any' ? '任一有效荣誉' : TIER_NAMES[honour])],
  ]
  const rows: CellValue[][] = [
    ['方向与层级', `${DIRECTIONS[direction]}，${tiers} 级`],
    ...filters.map(([name, value]): CellValue[] => [`筛选：${name}`, value ?? '不限']),
    ['层级', '从所选企业起逐级找供应商（上游）和买方（下游），每家按最近的一级；两边都有的归近的一边，同级归上游'],
    ['同一供应关系', '供方、需方、产品、年份都相同的算一条；几个文件都有时取最近发布的，金额不同的标“金额不一致”'],
    ['证据类别', '申报、合同为明示；招投标推断、推算、未注明为推断，画面用虚线'],
    ['类别', '在库：在名录内；省外：信用代码或名称指向其他省；未入库：其余'],
    ['本地配套率', '本县、本市、本省逐级包含，按双方所在地判定；所在地不明的计入分母、不计入本地；直辖市的市与省相同'],
    ['整零共同体', '链主与所选地区内若干级以内的供应商、买方'],
  ]
  return {
    name: '口径',
    columns: [
      { header: '项目', type: 'text', width: 24 },
      { header: '内容', type: 'wrapped', width: 100 },
    ],
    rows,
  }
}

import { DATA_CLASS_NAMES } from '@contract/common'
import {
  EVIDENCE_NAMES,
  type LINK_MARKS,
  type EgoFigures,
  type MatchedBy,
  type SupplyParty,
  type SupplyShare,
} from '@contract/supply'
import type { SupplyRing } from '@domain/indicator/localSupply'
import { TIER_NAMES } from '@domain/register/honourTier'
import type { NetworkRow } from '../network/askNetworkRows'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'
import type { PrintedTrade } from '../source/supplyPrint'

/** What a sheet is made of, besides the head they all have. */
export type NetworkSheet = Pick<SheetSource, 'name' | 'columns' | 'rows'> & { notes?: readonly string[] }

const KINDS: Record<SupplyParty['kind'], string> = { enterprise: '在库', outside: '省外', unlisted: '未入库' }
export const RING_NAMES: Record<SupplyRing, string> = {
  county: '同县',
  city: '同市',
  province: '同省',
  outside: '省外',
  unknown: '不明',
}
const MATCHED: Record<MatchedBy, string> = {
  code: '信用代码',
  'legal-name': '法定名称',
  'former-name': '曾用名',
  alias: '别名（人工确认）',
  none: '未匹配',
}
const MARKS: Record<(typeof LINK_MARKS)[number], string> = {
  'amount-conflict': '同一关系金额不一致',
  'share-sum': '份额合计超过 100%',
  'direction-unstated': '方向未注明',
  mutual: '互为供需',
}

export const PARTY_COLUMNS: SheetColumn[] = [
  { header: '企业名称', type: 'text', width: 38 },
  { header: '统一社会信用代码', type: 'code' },
  { header: '类别', type: 'text', width: 10 },
  { header: '所在地', type: 'text', width: 22 },
  { header: '产业链环节', type: 'text', width: 34 },
  { header: '链主', type: 'text', width: 8 },
  { header: '荣誉', type: 'text', width: 22 },
  { header: '营业收入（万元）', type: 'amount' },
  { header: '供应商（家）', type: 'integer' },
  { header: '买方（家）', type: 'integer' },
]

export const codeOf = (id: string) => (id.startsWith('name:') ? '—' : id)

export const partyCells = (party: SupplyParty): CellValue[] => [
  party.name,
  codeOf(party.id),
  KINDS[party.kind],
  party.placeName,
  party.seats.map(({ chainName, nodeName }) => `${chainName}·${nodeName}`).join('；') || '—',
  party.leader ? '是' : '—',
  party.honour === null ? '—' : TIER_NAMES[party.honour],
  party.revenueWan ?? '—',
  party.suppliers,
  party.buyers,
]

export const tierText = (tier: number) => (tier === 0 ? '本企业' : `${tier < 0 ? '上游' : '下游'} ${Math.abs(tier)} 级`)

export const firmSheet = (firm: SupplyParty, rows: readonly NetworkRow[]): NetworkSheet => ({
  name: '企业',
  columns: [
    { header: '层级', type: 'text', width: 12 },
    { header: '与所选企业', type: 'text', width: 12 },
    ...PARTY_COLUMNS,
    { header: '说明', type: 'text', width: 26 },
  ],
  rows: [
    [tierText(0), '—', ...partyCells(firm), '—'],
    ...rows.map((row): CellValue[] => [
      tierText(row.tier),
      RING_NAMES[row.ring],
      ...partyCells(row),
      [...(row.isBothSides ? ['上下游兼有'] : []), ...(row.isVia ? ['不符合筛选，为通路保留'] : [])].join('；') || '—',
    ]),
  ],
  notes: ['供应商、买方为当年已知的家数；营业收入“—”为未报送或不在权限内，不是 0'],
})

/** 逐条: every row that asserted a trade, also those that newer ones replaced. */
export const tradeSheet = (trades: AsyncIterable<PrintedTrade>, nameOf: (id: string) => string): NetworkSheet => ({
  name: '供应关系逐条',
  columns: [
    { header: '供方', type: 'text', width: 34 },
    { header: '供方信用代码', type: 'code' },
    { header: '需方', type: 'text', width: 34 },
    { header: '需方信用代码', type: 'code' },
    { header: '产品', type: 'text', width: 26 },
    { header: '年份', type: 'text', width: 8 },
    { header: '金额（万元）', type: 'amount' },
    { header: '份额（%）', type: 'number', width: 12 },
    { header: '证据类别', type: 'text', width: 14 },
    { header: '依据原文', type: 'text', width: 30 },
    { header: '来源文件或文号', type: 'text', width: 30 },
    { header: '日期', type: 'text', width: 14 },
    { header: 'TTR（天）', type: 'number', width: 10 },
    { header: 'TTS（天）', type: 'number', width: 10 },
    { header: '可替代供应商（家）', type: 'integer', width: 16 },
    { header: '供方匹配', type: 'text', width: 16 },
    { header: '需方匹配', type: 'text', width: 16 },
    { header: '采用', type: 'text', width: 8 },
    { header: '提示', type: 'text', width: 22 },
    { header: '提供单位', type: 'text', width: 20 },
    { header: '数据类别', type: 'text', width: 14 },
    { header: '文件', type: 'text', width: 26 },
    { header: '行', type: 'integer', width: 8 },
    { header: '发布时间', type: 'text', width: 18 },
  ],
  rows: tradeRows(trades, nameOf),
  notes: ['“—”为没有报，不是 0；同一关系（供方、需方、产品、年份相同）有几条时，画面采用最近发布的一条'],
})

async function* tradeRows(trades: AsyncIterable<PrintedTrade>, nameOf: (id: string) => string) {
  for await (const trade of trades)
    yield [
      nameOf(trade.supplier),
      codeOf(trade.supplier),
      nameOf(trade.buyer),
      codeOf(trade.buyer),
      trade.product ?? '—',
      trade.year,
      trade.amountWan ?? '—',
      trade.sharePercent ?? '—',
      EVIDENCE_NAMES[trade.evidence],
      trade.evidenceText ?? '—',
      trade.document ?? '—',
      trade.statedOn ?? '—',
      trade.ttrDays ?? '—',
      trade.ttsDays ?? '—',
      trade.alternates ?? '—',
      MATCHED[trade.supplierMatchedBy],
      MATCHED[trade.buyerMatchedBy],
      trade.isUsed ? '是' : '否',
      trade.mark === null ? '—' : MARKS[trade.mark],
      trade.provider,
      DATA_CLASS_NAMES[trade.dataClass],
      trade.fileName,
      trade.row,
      trade.publishedAt ?? '—',
    ]
}

/** 指标: each with what it is made of. */
export const figureSheet = (figures: EgoFigures): NetworkSheet => ({
  name: '指标',
  columns: [
    { header: '指标', type: 'text', width: 34 },
    { header: '数值', type: 'number' },
    { header: '单位', type: 'text', width: 10 },
    { header: '分子', type: 'number' },
    { header: '分母', type: 'number' },
    { header: '说明', type: 'wrapped', width: 60 },
  ],
  rows: figureRows(figures),
})

const plain = (name: string, value: CellValue, unit: string, note = '—'): CellValue[] => [
  name,
  value,
  unit,
  '—',
  '—',
  note,
]

const share = (name: string, own: SupplyShare, note = '—'): CellValue[] => [
  name,
  own.ratio ?? '—',
  '比值',
  own.numerator ?? '—',
  own.denominator ?? '—',
  own.missing ?? note,
]

const NO_TOP: SupplyShare = { numerator: null, denominator: null, ratio: null, missing: '没有大于零的金额' }

const topNote = (top: EgoFigures['topBuyer'], whole: string) => (top ? `${top.party.name}；分母为${whole}` : '—')

function figureRows(figures: EgoFigures): CellValue[][] {
  const { topSupplier, topBuyer, depth } = figures
  return [
    ...figures.localRates.flatMap((rate) => [
      share(`${rate.zoneName}配套率（按供应商数）`, rate.byCount, '分子、分母为家数'),
      share(`${rate.zoneName}配套率（按采购额）`, rate.byAmount, '分子、分母为万元'),
    ]),
    plain('供应商数', figures.suppliers, '家'),
    plain(
      '市内供应商数量',
      figures.citySuppliers ?? '—',
      '家',
      figures.citySuppliers === null ? '不知道在哪个市' : '—',
    ),
    plain('没有金额的供应商', figures.withoutAmount, '家', '不进按额的配套率'),
    plain('买方数', figures.buyers, '家'),
    plain('已知采购额', figures.purchasesWan ?? '—', '万元'),
    plain('已知供货额', figures.salesWan ?? '—', '万元'),
    plain('上游层级深度', depth.up, '级', '最多数到 4 级'),
    plain('下游层级深度', depth.down, '级', '最多数到 4 级'),
    share('对最大供应商的依赖度', topSupplier?.share ?? NO_TOP, topNote(topSupplier, '已知采购额')),
    share('对最大买方的依赖度', topBuyer?.share ?? NO_TOP, topNote(topBuyer, '营业收入与已知供货额中较大的')),
    plain(
      '单一来源产品',
      figures.singleSource.length,
      '种',
      figures.singleSource.map(({ product, supplier }) => `${product}（${supplier.name}）`).join('；') || '—',
    ),
    plain(
      '服务两条链以上的供应商',
      figures.multiChain.length,
      '家',
      figures.multiChain.map(({ party, chains }) => `${party.name}（${chains.join('、')}）`).join('；') || '—',
    ),
    plain(`整零共同体（${figures.tiers} 级以内）`, figures.community.count, '家'),
  ]
}

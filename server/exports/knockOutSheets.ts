import type { KnockOut, KnockOutHit } from '@contract/knockOut'
import type { SupplyParty } from '@contract/supply'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn, SheetSource } from '../sheet/sheetXml'

/** What a sheet of the result is made of, besides the head they all have. */
export type KnockOutSheet = Pick<SheetSource, 'name' | 'columns' | 'rows'> & { notes?: readonly string[] }

const KINDS: Record<SupplyParty['kind'], string> = { enterprise: '在库', outside: '省外', unlisted: '未入库' }
const EXPOSURES: Record<KnockOutHit['exposure'], string> = {
  exposed: 'TTS 小于 TTR',
  covered: '撑得到恢复',
  unknown: '不知道',
}

const PARTY: SheetColumn[] = [
  { header: '企业名称', type: 'text', width: 38 },
  { header: '统一社会信用代码', type: 'code' },
  { header: '类别', type: 'text', width: 10 },
  { header: '所在地', type: 'text', width: 22 },
  { header: '产业链环节', type: 'text', width: 34 },
]

const partyCells = ({ id, name, kind, placeName, seats }: SupplyParty): CellValue[] => [
  name,
  id.startsWith('name:') ? '—' : id,
  KINDS[kind],
  placeName,
  seats.map(({ chainName, nodeName }) => `${chainName}·${nodeName}`).join('；') || '—',
]

/** 逐家: every firm, stopped ones first. */
export function hitSheet({ hits, isCut, stopped, hit }: KnockOut): KnockOutSheet {
  const columns: SheetColumn[] = [
    ...PARTY,
    { header: '如何波及', type: 'text', width: 16 },
    { header: '缺料比例', type: 'percent' },
    { header: '缺料层级', type: 'integer', width: 10 },
    { header: '断单比例', type: 'percent' },
    { header: '断单层级', type: 'integer', width: 10 },
    { header: '风险收入（万元，推演）', type: 'amount', width: 22 },
    { header: '下限', type: 'text', width: 8 },
    { header: 'TTR（天）', type: 'number', width: 10 },
    { header: 'TTS（天）', type: 'number', width: 10 },
    { header: 'TTS 与 TTR', type: 'text', width: 16 },
    { header: '缺什么', type: 'text', width: 24 },
  ]
  const notes = [
    '“—”：没有波及，或没有数据，不是 0；“算不出”：只经没有金额的关系波及；“至少”：另有没有金额的关系也波及它',
    ...(isCut ? [`停摆与波及共 ${stopped + hit} 家，本表只写风险收入最大的 ${hits.length} 家，合计仍是全部`] : []),
    'TTR：停摆的供应商恢复供货所需天数；TTS：断供后本企业能维持的天数；只取供应关系里报了的',
  ]
  return { name: '逐家', columns, rows: hits.map(hitCells), notes }
}

function hitCells(hit: KnockOutHit): CellValue[] {
  const ways = [...(hit.shortageTier !== null ? ['缺料'] : []), ...(hit.lostOrdersTier !== null ? ['断单'] : [])]
  const shareOf = (share: number | null, tier: number | null) => share ?? (tier === null ? '—' : '算不出')
  return [
    ...partyCells(hit.party),
    hit.isStopped ? '停摆对象' : ways.join('、'),
    hit.isStopped ? '—' : shareOf(hit.shortage, hit.shortageTier),
    hit.shortageTier ?? '—',
    hit.isStopped ? '—' : shareOf(hit.lostOrders, hit.lostOrdersTier),
    hit.lostOrdersTier ?? '—',
    hit.atRiskWan ?? '—',
    hit.isLowerBound ? '至少' : '—',
    hit.ttrDays ?? '—',
    hit.ttsDays ?? '—',
    hit.isStopped ? '—' : EXPOSURES[hit.exposure],
    hit.missing ?? '—',
  ]
}

export const regionSheet = ({ byRegion }: KnockOut): KnockOutSheet => ({
  name: '分县',
  columns: [
    { header: '地区', type: 'text', width: 26 },
    { header: '区划代码', type: 'code', width: 12 },
    { header: '波及企业（家）', type: 'integer', width: 16 },
    { header: '风险收入（万元，推演）', type: 'amount', width: 24 },
    { header: '其中没有金额（家）', type: 'integer', width: 18 },
  ],
  rows: byRegion.map(({ name, code, firms, atRiskWan, unknown }): CellValue[] => [
    name,
    code ?? '—',
    firms,
    atRiskWan,
    unknown,
  ]),
  notes: ['停摆对象本身不计入；风险收入是已知金额的合计'],
})

export const sourceSheet = ({ sources }: KnockOut): KnockOutSheet => ({
  name: '断源',
  columns: [
    { header: '产品', type: 'text', width: 36 },
    { header: '推演前供应商（家）', type: 'integer', width: 18 },
    { header: '推演后供应商（家）', type: 'integer', width: 18 },
    { header: '一家来源也没有了的买方（家）', type: 'integer', width: 26 },
    { header: '只剩一家来源的买方（家）', type: 'integer', width: 24 },
  ],
  rows: sources.map(({ product, before, after, buyersWithNone, buyersWithOne }): CellValue[] => [
    product,
    before,
    after,
    buyersWithNone,
    buyersWithOne,
  ]),
  notes: ['供应商按全网已知的供应关系数；全停时停摆对象不再是来源，减产时仍是来源'],
})

const NEAR = { county: '同县', city: '同市', province: '同省' } as const

export const substituteSheet = ({ substitutes }: KnockOut): KnockOutSheet => ({
  name: '替代',
  columns: [
    { header: '产业链', type: 'text', width: 18 },
    { header: '环节', type: 'text', width: 18 },
    { header: '顶替停摆对象（家）', type: 'integer', width: 18 },
    { header: '候选总数（家）', type: 'integer', width: 14 },
    { header: '远近', type: 'text', width: 8 },
    ...PARTY,
    { header: '年销售规模（万元）', type: 'amount', width: 20 },
    { header: '天数内可增供（万元，推演）', type: 'amount', width: 26 },
  ],
  rows: substitutes.flatMap(({ chainName, nodeName, replaces, rows, total }) => {
    const head: CellValue[] = [chainName, nodeName, replaces, total]
    if (rows.length === 0) return [[...head, '—', '省内没有同环节的其他企业'] satisfies CellValue[]]
    return rows.map(({ party, near, spareWan, sizeWan }): CellValue[] => [
      ...head,
      NEAR[near],
      ...partyCells(party),
      sizeWan ?? '—',
      spareWan ?? '—',
    ])
  }),
  notes: ['省内同一环节、自身没有停摆也没有波及的企业，每个环节列前 20 家；能否替代须逐家核实'],
})

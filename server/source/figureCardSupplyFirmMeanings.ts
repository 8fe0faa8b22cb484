import type { ValueForm } from '@domain/figure/figureInput'
import type { PartyFigure } from '@domain/figure/partyFigures'
import type { Missing } from './figureCardMissing'

type Supplement = [leansOn: string, name: string, definition: string, formula: string]

const RINGS = '县、市、省逐级包含，按双方所在地判定；所在地不明的供应商计入分母、不计入本地；直辖市的市与省相同。'

const rate = (zone: string): Supplement => [
  'local-supply',
  `${zone}配套率（按供应商数）`,
  `这家企业当年已知的供应商中，所在地在${zone}的比重，一家供应商只计一次。${RINGS}`,
  `${zone}供应商数 ÷ 全部供应商数`,
]
const rateByAmount = (zone: string): Supplement => [
  'local-supply',
  `${zone}配套率（按采购额）`,
  `这家企业当年向${zone}供应商的采购额占全部已知采购额的比重；没有金额的采购不计。${RINGS}`,
  `${zone}采购额 ÷ 全部采购额`,
]
const community = (tiers: number): Supplement => [
  'local-supply',
  `整零共同体家数（${tiers} 级以内）`,
  `链主与本地区内 ${tiers} 级以内的供应商、买方的家数，链主计入，一家只计一次；通路可经过本地区以外的企业。`,
  '链主 + 上游 + 下游 + 上下游兼有',
]

export const PARTY_MEANINGS: Record<PartyFigure, Supplement> = {
  'firm-local-rate-county': rate('本县'),
  'firm-local-rate-city': rate('本市'),
  'firm-local-rate-province': rate('本省'),
  'firm-local-rate-county-amount': rateByAmount('本县'),
  'firm-local-rate-city-amount': rateByAmount('本市'),
  'firm-local-rate-province-amount': rateByAmount('本省'),
  'firm-suppliers': [
    'local-supply',
    '供应商数',
    '当年已知向这家企业供货的企业数，不同产品的同一家只计一次；省外和未入库的也计入。',
    'Σ 各级所在地的供应商数',
  ],
  'firm-city-suppliers': [
    'local-supply',
    '市内供应商数量',
    '当年已知的供应商中与这家企业同市（含同县）的家数；直辖市按全市计。',
    '同县供应商数 + 同市其他县供应商数',
  ],
  'firm-buyers': [
    'local-supply',
    '买方数',
    '当年已知向这家企业采购的企业数，不同产品的同一家只计一次。',
    'Σ 各级所在地的买方数',
  ],
  'firm-purchases': [
    'local-supply',
    '已知采购额',
    '当年有金额的采购之和，按供应商所在地分列；没有金额的不计，故不是采购总额。',
    'Σ 各级所在地的采购额',
  ],
  'firm-sales': [
    'local-supply',
    '已知供货额',
    '当年有金额的供货之和，按买方所在地分列；没有金额的不计，故不是销售总额。',
    'Σ 各级所在地的供货额',
  ],
  'firm-top-supplier': [
    'local-supply',
    '对最大供应商的依赖度',
    '当年已知采购额中，金额最大的一家供应商所占的比重；没有金额的采购不计。',
    '向最大供应商的采购额 ÷ 已知采购额',
  ],
  'firm-top-buyer': [
    'local-supply',
    '对最大买方的依赖度',
    '金额最大的一家买方占销售的比重；营业收入大于已知供货额时以营业收入为分母。',
    '向最大买方的供货额 ÷ 销售额',
  ],
  'firm-single-source': [
    'local-supply',
    '单一来源产品数',
    '当年这家企业采购的产品中，只有一家已知供应商的产品个数；没有写产品的采购不计。',
    'Σ 只有一家供应商的产品',
  ],
  'firm-multi-chain': [
    'local-supply',
    '服务两条链以上的供应商数',
    '这家企业的供应商中，其买方分属两条以上产业链的家数。',
    'Σ 服务 2 条、3 条……产业链的供应商数',
  ],
  'firm-community-1': community(1),
  'firm-community-2': community(2),
  'firm-community-3': community(3),
  'firm-community-4': community(4),
}

const COUNT: [form: ValueForm, unit: string] = ['count', '家']
const RATIO: [form: ValueForm, unit: string] = ['ratio', '']
const MONEY: [form: ValueForm, unit: string] = ['money', '万元']

export const PARTY_FORMS: Record<PartyFigure, [form: ValueForm, unit: string]> = {
  'firm-local-rate-county': RATIO,
  'firm-local-rate-city': RATIO,
  'firm-local-rate-province': RATIO,
  'firm-local-rate-county-amount': RATIO,
  'firm-local-rate-city-amount': RATIO,
  'firm-local-rate-province-amount': RATIO,
  'firm-suppliers': COUNT,
  'firm-city-suppliers': COUNT,
  'firm-buyers': COUNT,
  'firm-purchases': MONEY,
  'firm-sales': MONEY,
  'firm-top-supplier': RATIO,
  'firm-top-buyer': RATIO,
  'firm-single-source': ['count', '种'],
  'firm-multi-chain': COUNT,
  'firm-community-1': COUNT,
  'firm-community-2': COUNT,
  'firm-community-3': COUNT,
  'firm-community-4': COUNT,
}

export const PARTY_MISSING: Missing = {
  reason: '没有可以计算的供应关系',
  remedy: '在“数据接入”导入带金额的供应关系和企业名录并发布',
}

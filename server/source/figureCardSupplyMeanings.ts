import type { FigureIndicator } from '@domain/figure/figureRef'
import type { Missing } from './figureCardMissing'

type Supplement = [leansOn: string, name: string, definition: string, formula: string]

const RATE = '在本地的按链主各自所在地判定，县、市、省逐级包含；所在地不明的供应商计入分母、不计入本地。'

const byCount = (zone: string): Supplement => [
  'local-supply',
  `${zone}配套率（按供应商数）`,
  `链主的供应商中所在地在${zone}的比重，一家供应商只计一次，取离链主最近的一级。${RATE}`,
  `${zone}供应商数 ÷ 全部供应商数`,
]

const byAmount = (zone: string): Supplement => [
  'local-supply',
  `${zone}配套率（按采购额）`,
  `链主向${zone}供应商的采购额占全部采购额的比重；没有金额的采购不计。${RATE}`,
  `${zone}采购额 ÷ 全部采购额`,
]

/** 本地配套, 专精特新密度 and 偏离—份额: what they mean beyond their entries in the catalogue. */
export const SUPPLY_MEANINGS: Partial<Record<FigureIndicator, Supplement>> = {
  specialised: [
    'specialised-density',
    '专精特新企业数（含“小巨人”）',
    '持有效期内专精特新或“小巨人”称号的企业数；一家多项称号只计一次。',
    '持有效专精特新、“小巨人”称号的企业数',
  ],
  'specialised-per-yi': [
    'specialised-density',
    '每亿元营业收入的专精特新企业数',
    '有效期内专精特新（含“小巨人”）企业数与已报送营业收入之比。',
    '专精特新企业数 ÷ 营业收入（亿元）',
  ],
  'shift-change': [
    'shift-competitive',
    '营业收入增量（偏离—份额）',
    '本期与上年同期已报送营业收入之差；等于大势、结构、自身三部分之和。',
    '本期营业收入 − 上年同期营业收入',
  ],
  'leader-suppliers': [
    'local-supply',
    '链主的供应商数',
    '本地区链主当年有采购记录的供应商，一家只计一次；按离链主最近的一级分列。',
    'Σ 各级所在地的供应商数',
  ],
  'leader-purchases': [
    'local-supply',
    '链主采购额',
    '本地区链主当年有金额的采购之和，按供应商所在地分列。',
    'Σ 各级所在地的采购额',
  ],
  'local-supply-rate': byCount('本市'),
  'local-supply-rate-county': byCount('本县'),
  'local-supply-rate-province': byCount('本省'),
  'local-supply-rate-amount': byAmount('本市'),
  'local-supply-rate-county-amount': byAmount('本县'),
  'local-supply-rate-province-amount': byAmount('本省'),
}

const LINKS: Missing = { reason: '没有链主的采购记录', remedy: '在“数据接入”导入链主名单和供应关系并发布' }
const HONOURS: Missing = { reason: '没有导入荣誉名单', remedy: '在“数据接入”导入荣誉名单和带纳统情况的企业名录并发布' }
const YEARS: Missing = { reason: '两期不可比', remedy: '两期都导入本地区与上级地区同一批企业的营业收入并发布' }

export const SUPPLY_MISSING: Partial<Record<FigureIndicator, Missing>> = {
  specialised: HONOURS,
  'specialised-density': HONOURS,
  'specialised-per-yi': HONOURS,
  'shift-change': YEARS,
  'shift-growth': YEARS,
  'shift-mix': YEARS,
  'shift-competitive': YEARS,
  'leader-suppliers': LINKS,
  'leader-purchases': LINKS,
  'local-supply-rate': LINKS,
  'local-supply-rate-county': LINKS,
  'local-supply-rate-province': LINKS,
  'local-supply-rate-amount': LINKS,
  'local-supply-rate-county-amount': LINKS,
  'local-supply-rate-province-amount': LINKS,
}

import { Decimal } from 'decimal.js'
import { isFigureUnit } from '../regionFigures/figureUnits'

export const QUANTITIES = ['money', 'energy', 'people', 'percent', 'years', 'items', 'points'] as const
export type Quantity = (typeof QUANTITIES)[number]

/** 存储单位 of each quantity. */
export const STORED_UNIT: Record<Quantity, string> = {
  money: '万元',
  energy: '吨标准煤',
  people: '人',
  percent: '%',
  years: '年',
  items: '项',
  points: '分',
}

/** Factors to the stored unit, by written name. */
const FACTORS: Record<Quantity, Record<string, string>> = {
  money: { 元: '0.0001', 千元: '0.1', 万元: '1', 十万元: '10', 百万元: '100', 千万元: '1000', 亿元: '10000' },
  energy: { 吨标准煤: '1', 万吨标准煤: '10000', 千克标准煤: '0.001' },
  people: { 人: '1', 万人: '10000' },
  percent: { '%': '1', 小数: '100' },
  years: { 年: '1' },
  items: { 项: '1', 件: '1', 个: '1' },
  points: { 分: '1' },
}

const SPELLINGS: Record<string, string> = {
  人民币元: '元',
  元人民币: '元',
  人民币: '元',
  rmb: '元',
  cny: '元',
  万: '万元',
  万元人民币: '万元',
  万人民币: '万元',
  人民币万元: '万元',
  万人民币元: '万元',
  万元rmb: '万元',
  亿: '亿元',
  亿元人民币: '亿元',
  亿人民币: '亿元',
  人民币亿元: '亿元',
  百万: '百万元',
  千: '千元',
  吨标煤: '吨标准煤',
  万吨标煤: '万吨标准煤',
  tce: '吨标准煤',
  万tce: '万吨标准煤',
  kgce: '千克标准煤',
  公斤标准煤: '千克标准煤',
  名: '人',
  个: '人',
}

const plain = (unit: string) =>
  unit
    .normalize('NFKC')
    .replace(/[\s()]/gu, '')
    .toLowerCase()

const factors = new Map<string, Decimal | null>()
const FACTORS_KEPT = 500

/** The factor to the stored unit, or null for a unit that this quantity does not know. */
export function unitFactor(quantity: Quantity, unit: string): Decimal | null {
  const key = `${quantity} ${unit}`
  const known = factors.get(key)
  if (known !== undefined) return known
  const factor = findFactor(quantity, unit)
  if (factors.size < FACTORS_KEPT) factors.set(key, factor)
  return factor
}

function findFactor(quantity: Quantity, unit: string): Decimal | null {
  const written = plain(unit)
  const table = FACTORS[quantity]
  const spelled = quantity === 'people' && written === '万' ? '万人' : (SPELLINGS[written] ?? written)
  const name = [written, spelled].find((candidate) => Object.keys(table).includes(candidate))
  const factor = name === undefined ? undefined : table[name]
  return factor === undefined ? null : new Decimal(factor)
}

const FOREIGN = /美元|港元|港币|欧元|日元|英镑|澳元|加元|韩元|马克|法郎|usd|hkd|eur|jpy/u

export function isForeignMoney(unit: string): boolean {
  return FOREIGN.test(plain(unit))
}

/** Units offered to the user for a column. */
export const UNIT_CHOICES: Record<Quantity, string[]> = {
  money: ['元', '千元', '万元', '百万元', '亿元'],
  energy: ['吨标准煤', '万吨标准煤'],
  people: ['人', '万人'],
  percent: ['%', '小数'],
  years: ['年'],
  items: ['项'],
  points: ['分'],
}

export function isUnitName(text: string): boolean {
  const unit = plain(text)
  if (unit === '' || unit.length > 8) return false
  return (
    isForeignMoney(unit) ||
    isFigureUnit(unit) ||
    (['money', 'energy', 'people'] as const).some((quantity) => unitFactor(quantity, unit) !== null) ||
    /^(?:吨|千瓦时|万千瓦时|度|立方米|公顷|亩|平方米|%|家|户|个|件|台|套)$/u.test(unit)
  )
}

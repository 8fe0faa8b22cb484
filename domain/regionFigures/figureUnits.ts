import { Decimal } from 'decimal.js'

/** 量纲: units that convert into one another by a fixed factor; the value is the size in the first unit of the row. */
export const DIMENSIONS = {
  none: { '': '1' },
  money: { 万元: '1', 亿元: '10000', 元: '0.0001', 千元: '0.1', 百万元: '100', 千万元: '1000', 十亿元: '100000' },
  'money-per-person': { 元: '1', 万元: '10000' },
  people: { 万人: '1', 人: '0.0001', 千人: '0.1', 百万人: '100' },
  count: { 个: '1', 家: '1', 户: '1', 项: '1', 件: '1', 万家: '10000', 万户: '10000' },
  heads: { 人: '1', 千人: '1000', 万人: '10000' },
  percent: { '%': '1', '‰': '0.1', 小数: '100' },
  area: {
    平方公里: '1',
    万平方公里: '10000',
    公顷: '0.01',
    万公顷: '100',
    亩: '0.000666666666666666667',
    平方米: '0.000001',
  },
  density: { '人/平方公里': '1', '万人/平方公里': '10000' },
  energy: { 万吨标准煤: '1', 吨标准煤: '0.0001', 千克标准煤: '0.0000001' },
  'energy-intensity': { '吨标准煤/万元': '1', '千克标准煤/万元': '0.001' },
  electricity: { 亿千瓦时: '1', 万千瓦时: '0.0001', 千瓦时: '0.00000001' },
  water: { 亿立方米: '1', 万立方米: '0.0001', 立方米: '0.00000001' },
  mass: { 万吨: '1', 吨: '0.0001', 百万吨: '100', 亿吨: '10000', 千克: '0.0000001' },
  'mass-intensity': { '吨/万元': '1', '千克/万元': '0.001', '吨/亿元': '0.0001' },
} as const satisfies Record<string, Record<string, string>>

export type Dimension = keyof typeof DIMENSIONS

/** Spellings of units, after `plain`. */
const SPELLINGS: Record<string, string> = {
  平方千米: '平方公里',
  'km²': '平方公里',
  km2: '平方公里',
  'hm²': '公顷',
  'm²': '平方米',
  m2: '平方米',
  人每平方公里: '人/平方公里',
  '人/平方千米': '人/平方公里',
  '人/km2': '人/平方公里',
  '人/km²': '人/平方公里',
  tce: '吨标准煤',
  万tce: '万吨标准煤',
  吨标煤: '吨标准煤',
  万吨标煤: '万吨标准煤',
  吨煤: '吨标准煤',
  kgce: '千克标准煤',
  '吨标煤/万元': '吨标准煤/万元',
  'tce/万元': '吨标准煤/万元',
  kwh: '千瓦时',
  度: '千瓦时',
  万度: '万千瓦时',
  亿度: '亿千瓦时',
  万kwh: '万千瓦时',
  亿kwh: '亿千瓦时',
  方: '立方米',
  万方: '万立方米',
  亿方: '亿立方米',
  t: '吨',
  mt: '百万吨',
  兆吨: '百万吨',
  milliontons: '百万吨',
  milliontonnes: '百万吨',
  kg: '千克',
  公斤: '千克',
  tco2: '吨',
  吨co2: '吨',
  吨二氧化碳: '吨',
  万吨co2: '万吨',
  万吨二氧化碳: '万吨',
  万tco2: '万吨',
  mtco2: '百万吨',
  百分比: '%',
  人民币元: '元',
  万: '万元',
  亿: '亿元',
  人民币亿元: '亿元',
  人民币万元: '万元',
  亿元人民币: '亿元',
  万元人民币: '万元',
  名: '人',
  万名: '万人',
}

const has = (table: object, name: string) => Object.prototype.hasOwnProperty.call(table, name)

const plain = (unit: string) =>
  unit
    .normalize('NFKC')
    .replace(/[\s()]/gu, '')
    .toLowerCase()

/** The unit as this dimension writes it, or null. */
export function unitOf(dimension: Dimension, written: string): string | null {
  const table: Record<string, string> = DIMENSIONS[dimension]
  const name = plain(written)
  if (has(table, name)) return name
  // 亿 of people is not 亿元.
  const spelled = dimension === 'people' && name === '万' ? '万人' : has(SPELLINGS, name) ? SPELLINGS[name] : undefined
  return spelled !== undefined && has(table, spelled) ? spelled : null
}

const factors = new Map<string, Decimal>()

/** Size of a unit in the first unit of its dimension; null for a unit of another dimension. */
export function factorOf(dimension: Dimension, written: string): Decimal | null {
  const unit = unitOf(dimension, written)
  if (unit === null) return null
  const key = `${dimension} ${unit}`
  const known = factors.get(key)
  if (known) return known
  const table: Record<string, string> = DIMENSIONS[dimension]
  const factor = new Decimal(table[unit] ?? '1')
  factors.set(key, factor)
  return factor
}

/** `number` of `from` in `to`, exact; null where the two do not convert. */
export function convert(dimension: Dimension, number: Decimal, from: string, to: string): Decimal | null {
  const [own, wanted] = [factorOf(dimension, from), factorOf(dimension, to)]
  if (own === null || wanted === null) return null
  return own.eq(wanted) ? number : number.times(own).div(wanted)
}

export const unitChoices = (dimension: Dimension): string[] =>
  Object.keys(DIMENSIONS[dimension]).filter((unit) => unit !== '')

/** Without a unit a count is what its heading names; a sum of money could be anything. */
export const needsUnit = (dimension: Dimension) => !['count', 'heads', 'none'].includes(dimension)

const EVERY_UNIT = new Set<string>([
  ...Object.values(DIMENSIONS).flatMap((table) => Object.keys(table)),
  ...Object.keys(SPELLINGS),
  '百分点',
])

/** Anything that may stand in brackets as a unit. */
export const isFigureUnit = (text: string) => text !== '' && EVERY_UNIT.has(plain(text))

import type { Random } from './random'

const HEAVENLY_STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const EARTHLY_BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
/** Characters outside the common sets, one of them outside the basic plane: names like these exist and must survive. */
const RARE = ['𠅤', '䶮', '㛃', '𬭎']
const EVERY_RARE = 97
const EVERY_LONG = 613
const LONG_TAIL = '研究开发与生产制造及技术服务一体化综合示范基地运营管理'

/**
 * 演示 + a pair of the sexagenary cycle + place + product + running number: no firm is called like that.
 * The number keeps the product word from growing together with 有限公司.
 */
export function demoName(serial: number, place: string, word: string, form: string, random: Random): string {
  const rare = serial % EVERY_RARE === 0 ? random.pick(RARE) : ''
  const stem = `${random.pick(HEAVENLY_STEMS)}${random.pick(EARTHLY_BRANCHES)}`
  const tail = serial % EVERY_LONG === 0 ? LONG_TAIL : ''
  return `演示${stem}${rare}${place}${word}${String(serial).padStart(4, '0')}${tail}${form}`
}

export function legalForm(revenue: number, random: Random): string {
  if (revenue > 200_000) return '集团有限公司'
  if (revenue > 30_000 && random.chance(0.5)) return '股份有限公司'
  return random.chance(0.12) ? '有限责任公司' : '有限公司'
}

import { roundHalfUp, wanToYi } from '@domain/indicator/rounding'

/** One unit for all amounts of a row or an axis. */
export interface MoneyScale {
  unit: '亿元' | '万元'
  /** 万元 as the unit's number, for drawing. */
  numberOf: (wan: string) => number
  /** 万元 in words, without the unit. */
  textOf: (wan: string) => string
}

const YI_WAN = 10_000
const WAN: MoneyScale = { unit: '万元', numberOf: Number, textOf: (wan) => grouped(roundHalfUp(wan, 0)) }
const YI: MoneyScale = {
  unit: '亿元',
  numberOf: (wan) => Number(wanToYi(wan, 4)),
  textOf: (wan) => {
    const yi = wanToYi(wan, 2)
    return Number(yi) === 0 && Number(wan) > 0 ? '不足 0.01' : grouped(yi)
  },
}

/** 亿元 where any amount reaches one, otherwise 万元. */
export function moneyScale(amounts: readonly (string | null | undefined)[]): MoneyScale {
  return amounts.some((wan) => Math.abs(Number(wan ?? 0)) >= YI_WAN) ? YI : WAN
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? text : `${text}.${fraction}`
}

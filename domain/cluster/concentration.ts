import { ratioOf, roundHalfUp, type Numeric } from '../indicator/rounding'

const DIGITS = 4

export interface ConcentrationVerdict {
  /** Four places; null without a denominator, or when the data is wrong. */
  value: string | null
  /** 数据错误 in words; a part cannot be larger than its whole. */
  fault: string | null
}

/**
 * 产业集聚度 = Σ 主导产业营业收入 ÷ Σ 所在区县整体收入. For several counties the sums are divided, never the mean of the
 * ratios taken: 86.4 / 240 亿元 = 36.0 %.
 */
export function concentrationOf(numerator: Numeric | null, denominator: Numeric | null): ConcentrationVerdict {
  const ratio = ratioOf(numerator, denominator)
  if (ratio === null) return { value: null, fault: null }
  if (ratio.gt(1) || ratio.lt(0)) {
    return { value: null, fault: `数据错误：分子 ${numerator} 万元与分母 ${denominator} 万元之比不在 0 至 100% 之间` }
  }
  return { value: roundHalfUp(ratio, DIGITS), fault: null }
}

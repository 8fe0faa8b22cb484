/**
 * How a membership (挂链) gets its confidence.
 *
 * Every source gives one number between 0 and 1 and the sources combine as independent signs,
 * 1 − Π(1 − sign), so two half signs pass the threshold and one does not:
 *
 * - 主要产品: a keyword counts PRODUCTS, a weak one WEAK_PRODUCTS; a trader's only TRADER_PRODUCTS of that.
 * - 企业名称: a keyword counts NAME_PRODUCER when the name says works (厂, 制造 …), NAME_PLAIN when it says nothing,
 *   NAME_TRADER when it says shop (商贸, 经销 …) or when the whole 经营范围 only trades and serves.
 * - 经营范围: the best clause counts by what the firm does there: SCOPE_PRODUCE, SCOPE_DEVELOP, SCOPE_BARE_PRODUCER (goods
 *   without a verb, producer's name), SCOPE_BARE, SCOPE_TRADE; more than BARE_LIST_LIMIT goods without a verb are a shop's list.
 *   A trader's name multiplies a clause by TRADER_SCOPE, by TRADER_LIST when it is a long list.
 *   Keywords that end with a verb (医疗器械生产) are also found when list and verb stand apart (医疗器械、家具生产).
 *   On a service node (services: true) serving clauses count SCOPE_SERVICE_NODE.
 * - A weak keyword counts WEAK_SHARE of the same clause; up to WEAK_WORDS different ones add up.
 * - 行业代码: CODE_EXACT for a whole class, CODE_PART where the node is only a part of its class.
 *
 * A word that only describes what follows (机床用…, 制药设备) counts MODIFIER_SHARE. Goods after position LONG_LIST_FROM of a
 * long list fade by LONG_LIST_STEP per place down to LONG_LIST_FLOOR: a firm that lists 100 products makes few of them.
 * A firm whose scope says that it is dormant (债权债务, 养老统筹) is on no node. 仅限分支机构 and 筹建 clauses count RESERVED_SHARE. At most NODES_PER_CHAIN nodes per chain are kept, best first.
 */
export const SCORE = {
  THRESHOLD: 0.5,
  PRODUCTS: 0.9,
  WEAK_PRODUCTS: 0.45,
  TRADER_PRODUCTS: 0.5,
  NAME_PRODUCER: 0.75,
  NAME_PLAIN: 0.6,
  NAME_TRADER: 0.2,
  SCOPE_PRODUCE: 0.75,
  SCOPE_DEVELOP: 0.6,
  SCOPE_BARE_PRODUCER: 0.6,
  SCOPE_BARE: 0.4,
  SCOPE_TRADE: 0.15,
  BARE_LIST_LIMIT: 6,
  SCOPE_SERVICE_NODE: 0.65,
  TRADER_SCOPE: 0.8,
  TRADER_LIST: 0.6,
  WEAK_SHARE: 0.45,
  WEAK_WORDS: 2,
  CODE_EXACT: 0.6,
  CODE_PART: 0.25,
  MODIFIER_SHARE: 0.5,
  LONG_LIST_FROM: 12,
  LONG_LIST_STEP: 0.02,
  LONG_LIST_FLOOR: 0.6,
  RESERVED_SHARE: 0.6,
  NODES_PER_CHAIN: 12,
} as const

/** Signs are independent witnesses: 1 − Π(1 − sign). */
export function combineSigns(signs: readonly number[]): number {
  return 1 - signs.reduce((rest, sign) => rest * (1 - sign), 1)
}

export function longListShare(position: number): number {
  const faded = 1 - Math.max(0, position - SCORE.LONG_LIST_FROM) * SCORE.LONG_LIST_STEP
  return Math.max(SCORE.LONG_LIST_FLOOR, faded)
}

import type { Decimal } from 'decimal.js'

/** What a region has to be ranked by: the unrounded value, or none. */
export interface Ranked {
  exact: Decimal | null
  isSuppressed: boolean
}

export interface Order<T> {
  item: T
  /** null = has no rank. */
  rank: number | null
}

/**
 * 排名 from the unrounded values, the largest first; equal values share a rank (1, 2, 2, 4). What is missing comes after
 * them and what is suppressed last, without a rank: a rank would tell what the value is between.
 */
export function orderOf<T extends Ranked>(items: readonly T[], isRanked: (value: Decimal) => boolean): Order<T>[] {
  const ranked = items.flatMap((item) =>
    item.exact !== null && !item.isSuppressed && isRanked(item.exact) ? [{ item, exact: item.exact }] : [],
  )
  const sorted = [...ranked].sort((a, b) => b.exact.comparedTo(a.exact))
  let rank = 0
  const first = sorted.map(({ item, exact }, at): Order<T> => {
    const isTie = at > 0 && sorted[at - 1]?.exact.eq(exact)
    if (!isTie) rank = at + 1
    return { item, rank }
  })
  const placed = new Set(sorted.map(({ item }) => item))
  const others = items.filter((item) => !placed.has(item))
  const without = [
    ...others.filter(({ exact, isSuppressed }) => exact !== null && !isSuppressed),
    ...others.filter(({ exact, isSuppressed }) => exact === null && !isSuppressed),
    ...others.filter(({ isSuppressed }) => isSuppressed),
  ]
  return [...first, ...without.map((item): Order<T> => ({ item, rank: null }))]
}

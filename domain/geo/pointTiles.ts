/** The finest tiles there are; closer, these are enlarged. Only there every cluster has fallen apart. */
export const FINEST_TILE = 14

/** At most so many marks are drawn one by one where no tiles can be. */
export const MOST_MARKS = 2000

/** What fits into the disc of a 聚合点: 1,234 below ten thousand, 1.2万 from there on. */
export function countLabel(count: number): string {
  if (count >= 10_000) return `${Math.round(count / 1000) / 10}万`
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)},${String(count % 1000).padStart(3, '0')}`
}

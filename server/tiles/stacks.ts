/** One spot: `id` is a cluster's, or the number of an enterprise where `count` is 1; whole units. */
export interface Spot {
  id: number
  count: number
  x: number
  y: number
}

/*
 * 同一地点: enterprises of one address fall on one unit of the finest tiles. Cluster ids are
 * points + 32 × origin + zoom; 31 in place of the zoom marks a stack, its origin is the first enterprise of the stack.
 */
const STACK = 31

export const isStack = (id: number, points: number) => id >= points && (id - points) % 32 === STACK
export const stackFirst = (id: number, points: number) => Math.floor((id - points) / 32)

/** Every spot once, with how many enterprises stand there. */
export function gatherStacks(spots: readonly Spot[], points: number): Spot[] {
  const found = new Map<number, Spot>()
  for (const spot of spots) {
    const key = spotKey(spot)
    const known = found.get(key)
    found.set(key, known ? merged(known, spot) : spot)
  }
  return [...found.values()].map((spot) => (spot.count === 1 ? spot : { ...spot, id: points + spot.id * 32 + STACK }))
}

const merged = (one: Spot, other: Spot): Spot => ({
  ...one,
  id: Math.min(one.id, other.id),
  count: one.count + other.count,
})

/** Even the whole world at the finest zoom has no more than 2²⁶ units across. */
export const spotKey = ({ x, y }: { x: number; y: number }) => x * 2 ** 26 + y

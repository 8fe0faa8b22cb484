/** Reproducible chance: the same seed gives the same sequence in every run and on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(least: number, most: number): number
  between(least: number, most: number): number
  chance(probability: number): boolean
  /** Throws a RangeError on an empty list. */
  pick<T>(list: readonly T[]): T
  /** Up to `count` different items, in drawn order. */
  sample<T>(list: readonly T[], count: number): T[]
  weighted<T>(list: readonly Weighted<T>[]): T
}

export type Weighted<T> = readonly [item: T, weight: number]

/** FNV-1a over UTF-16 units, 32 bits: turns a word into a seed. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/**
 * A Weyl sequence (the counter grows by an odd constant, so all 2^32 states come up) whose state is stirred by
 * multiply-and-shift rounds, as the mulberry32 family does. Only integer arithmetic: no engine may answer differently.
 * For demonstration data, never for secrets.
 */
export function createRandom(seed: string): Random {
  let state = seedOf(seed)
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('Nothing to pick from')
    return list[whole(0, list.length - 1)] as T
  }
  return {
    next,
    whole,
    pick,
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
    sample: (list, count) => draw(list, count, whole),
    weighted: (list) => heaviest(list, next()),
  }
}

function draw<T>(list: readonly T[], count: number, whole: Random['whole']): T[] {
  const left = [...list]
  const drawn: T[] = []
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(whole(0, left.length - 1), 1))
  return drawn
}

function heaviest<T>(list: readonly Weighted<T>[], at: number): T {
  let rest = at * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of list) {
    rest -= weight
    if (rest < 0) return item
  }
  const last = list.at(-1)
  if (!last) throw new RangeError('Nothing to pick from')
  return last[0]
}

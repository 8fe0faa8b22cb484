/** mulberry32: a small reproducible generator, uniform on [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Simple random sample without replacement (partial Fisher–Yates); all items when there are fewer than `size`. */
export function drawSample<T>(items: readonly T[], size: number, seed: number): T[] {
  const random = seededRandom(seed)
  const pool = [...items]
  const count = Math.min(size, pool.length)
  for (let i = 0; i < count; i += 1) {
    const other = i + Math.floor(random() * (pool.length - i))
    const kept = pool[i] as T
    pool[i] = pool[other] as T
    pool[other] = kept
  }
  return pool.slice(0, count)
}

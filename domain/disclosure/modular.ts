/** A prime below 2^26: products of two residues stay exact in a double. */
export const PRIME = 67_108_859

export const times = (a: number, b: number) => (a * b) % PRIME
export const minus = (a: number, b: number) => (a >= b ? a - b : a - b + PRIME)
export const plus = (a: number, b: number) => (a + b >= PRIME ? a + b - PRIME : a + b)

/** By Fermat: a^(p-2). */
export function inverse(value: number): number {
  let [result, base, exponent] = [1, value, PRIME - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = times(result, base)
    base = times(base, base)
    exponent = Math.floor(exponent / 2)
  }
  return result
}

/** The same numbers every time, all below the prime and none zero. */
export function* residues(): Generator<number> {
  let state = 20_260_101
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield 1 + ((state >>> 6) % (PRIME - 1))
  }
}

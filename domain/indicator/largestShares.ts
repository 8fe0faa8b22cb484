import type { Suppression } from '../disclosure/suppression'

/** CRn of these n; the figure card of 集中度 is that of five. */
export const CR_SIZES = [1, 3, 5, 10] as const

/** Fewer enterprises than this tell about each other. */
const FEWEST = 3

/**
 * In this order they are let out. No others: the three largest of a node and the five largest of its chain, where they are
 * the same enterprises, differ by two.
 */
const PREFERRED = [5, 10]

/**
 * Which CRn may be shown among `reporting` enterprises. A share of one or two times a public sum is their revenue; and
 * what lies between two shares that are both shown, or beyond the last, is a sum of so many enterprises too.
 */
export function crDisclosure(reporting: number): Map<number, Suppression | null> {
  const shown: number[] = []
  const verdicts = new Map<number, Suppression | null>(
    CR_SIZES.map((size) => [size, size < FEWEST ? 'few' : 'complementary']),
  )
  for (const size of PREFERRED) {
    const borders = [0, Math.min(size, reporting), reporting, ...shown].sort((a, b) => a - b)
    const isSafe = borders.every((border, at) => {
      const step = border - (borders[at - 1] ?? border)
      return step === 0 || step >= FEWEST
    })
    verdicts.set(size, isSafe ? null : 'complementary')
    if (isSafe) shown.push(Math.min(size, reporting))
  }
  return verdicts
}

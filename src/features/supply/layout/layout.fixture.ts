import type { LayoutNode } from './layoutNode'

/** Repeatable numbers in 0…1 (LCG, Numerical Recipes constants). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** A 链主 with `count` others: tiers thin out, a few counties hold most firms, a few firms are large. */
export function sampleNodes(count: number, tiers: readonly number[] = [-3, -2, -1, 1, 2], counties = 40): LayoutNode[] {
  const next = numbersFrom(count)
  const nodes: LayoutNode[] = [{ id: 'ego', tier: 0, group: '甲县', groupOrder: 0, weight: 1e6, radius: 24 }]
  for (let i = 0; i < count; i++) {
    const county = Math.floor(next() ** 2.2 * counties)
    const weight = 1 / (0.02 + next())
    nodes.push({
      id: `n${i}`,
      tier: tiers[Math.floor(next() * tiers.length)] ?? 1,
      group: `县${county}`,
      groupOrder: county,
      weight,
      radius: Math.min(16, 3 + Math.sqrt(weight) * 1.6),
    })
  }
  return nodes
}

import { SCOPES, type Register } from './register'
import type { Remainder } from './regionLattice'

/** A unit, or what is left of a unit without a smaller one inside it. */
export interface Part {
  terms: Remainder['terms']
  /** Two other parts that it is made of; null where it is counted from the enterprises. */
  madeOf: readonly [number, number] | null
}

export interface UnitTree {
  /** Units first, by their own index, then remainders. */
  parts: Part[]
  /** For each set of units the parts that are counted in it. */
  partsOf: number[][]
  /** Levels below a unit. */
  heights: number[]
}

export function unitTree({ units, unitSets }: Pick<Register, 'units' | 'unitSets'>): UnitTree {
  const parts: Part[] = units.map((_, index) => ({ terms: [{ index, sign: 1 }], madeOf: null }))
  const direct = new Map<number, number[]>()
  const byPair = new Map<string, number>()
  const addDifference = (parent: number, child: number, madeOf: Part['madeOf']) => {
    byPair.set(`${parent} ${child}`, parts.length)
    parts.push({
      terms: [
        { index: parent, sign: 1 },
        { index: child, sign: -1 },
      ],
      madeOf,
    })
  }
  units.forEach(({ parent }, child) => {
    if (parent === -1) return
    direct.set(parent, [...(direct.get(parent) ?? []), child])
    addDifference(parent, child, null)
  })
  units.forEach(({ parent: nearest }, child) => {
    let inner = byPair.get(`${nearest} ${child}`)
    for (let below = nearest; below !== -1; below = units[below]?.parent ?? -1) {
      const above = units[below]?.parent ?? -1
      const outer = byPair.get(`${above} ${below}`)
      if (inner === undefined || outer === undefined) return
      addDifference(above, child, [outer, inner])
      inner = parts.length - 1
    }
  })
  const partsOf = unitSets.map((set) => {
    const own = new Set(set)
    const left = set.flatMap((unit) =>
      (direct.get(unit) ?? []).flatMap((child) => (own.has(child) ? [] : [byPair.get(`${unit} ${child}`) ?? -1])),
    )
    return [...set, ...left]
  })
  return { parts, partsOf, heights: heightsOf(units) }
}

function heightsOf(units: Register['units']): number[] {
  const heights = units.map(() => 0)
  units.forEach((_, unit) => {
    let height = 0
    for (let above = units[unit]?.parent ?? -1; above !== -1; above = units[above]?.parent ?? -1) {
      height += 1
      heights[above] = Math.max(heights[above] ?? 0, height)
    }
  })
  return heights
}

/** 口径 and what is left between two of them, as sums of the nested scopes. */
export const BANDS: readonly Remainder['terms'][] = [
  [{ index: 0, sign: 1 }],
  [{ index: 1, sign: 1 }],
  [{ index: 2, sign: 1 }],
  [
    { index: 0, sign: 1 },
    { index: 1, sign: -1 },
  ],
  [
    { index: 0, sign: 1 },
    { index: 2, sign: -1 },
  ],
  [
    { index: 1, sign: 1 },
    { index: 2, sign: -1 },
  ],
]

/** Bands that an atom counts in, by the last scope it is in. */
export const BANDS_OF: readonly (readonly number[])[] = Array.from({ length: SCOPES }, (_, last) =>
  BANDS.flatMap((terms, band) =>
    terms.reduce((sum, { index, sign }) => sum + (index <= last ? sign : 0), 0) > 0 ? [band] : [],
  ),
)

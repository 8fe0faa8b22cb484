import { inverse, minus, plus, times } from './modular'

/** 见证 (witness): weights on enterprises that every published sum adds up to zero. */
export interface Witness {
  atoms: number[]
  weights: number[]
}

/**
 * All witnesses of what is published so far, kept as a basis of short ones. Weights are residues; atoms are numbered as
 * the caller likes.
 */
export class BlindSpace {
  private readonly basis: (Witness | null)[]
  private readonly holders: number[][]
  private readonly inSum: Uint8Array
  private readonly slot: Int32Array
  private readonly seen: Int32Array
  private round = 0

  constructor(
    atoms: number,
    basis: readonly Witness[],
    /** Longer witnesses are dropped: fewer may be published without them, never more. */
    private readonly longest: number,
  ) {
    this.basis = [...basis]
    this.holders = Array.from({ length: atoms }, () => [])
    basis.forEach((own, witness) => own.atoms.forEach((atom) => this.holders[atom]?.push(witness)))
    this.inSum = new Uint8Array(atoms)
    this.slot = new Int32Array(atoms).fill(-1)
    this.seen = new Int32Array(atoms).fill(-1)
  }

  /** Witnesses of the basis that see a sum of atoms, with what they see; the shortest comes first. */
  seeing(sum: readonly number[]): { witness: number; product: number }[] {
    for (let i = 0; i < sum.length; i += 1) this.inSum[sum[i] ?? 0] = 1
    this.round += 1
    const found: { witness: number; product: number }[] = []
    for (let i = 0; i < sum.length; i += 1)
      for (const witness of this.holders[sum[i] ?? 0] ?? []) {
        if (this.seen[witness] === this.round) continue
        this.seen[witness] = this.round
        const product = this.product(witness)
        if (product !== 0) found.push({ witness, product })
      }
    for (let i = 0; i < sum.length; i += 1) this.inSum[sum[i] ?? 0] = 0
    const shortest = found.reduce((best, item, at) => (this.size(item) < this.size(found[best]) ? at : best), 0)
    const [first, chosen] = [found[0], found[shortest]]
    if (first && chosen) [found[0], found[shortest]] = [chosen, first]
    return found
  }

  private size = (item: { witness: number } | undefined) => (item && this.basis[item.witness]?.atoms.length) ?? Infinity

  private product(witness: number): number {
    const own = this.basis[witness]
    if (!own) return 0
    let product = 0
    for (let i = 0; i < own.atoms.length; i += 1)
      if (this.inSum[own.atoms[i] ?? 0] === 1) product = plus(product, own.weights[i] ?? 0)
    return product
  }

  at(witness: number): Witness {
    return this.basis[witness] ?? { atoms: [], weights: [] }
  }

  /** The sum is published: the first of `seeing` is given up, the others are made blind with it. */
  publish(seeing: readonly { witness: number; product: number }[]): void {
    const [pivot, ...others] = seeing
    const given = pivot && this.basis[pivot.witness]
    if (!pivot || !given) return
    const unit = inverse(pivot.product)
    for (const { witness, product } of others) this.subtract(witness, given, times(product, unit))
    this.basis[pivot.witness] = null
  }

  private subtract(witness: number, given: Witness, factor: number) {
    const own = this.basis[witness]
    if (!own) return
    const { atoms, weights } = own
    atoms.forEach((atom, at) => (this.slot[atom] = at))
    const before = atoms.length
    given.atoms.forEach((atom, i) => {
      const change = times(factor, given.weights[i] ?? 0)
      const at = this.slot[atom] ?? -1
      if (at >= 0) weights[at] = minus(weights[at] ?? 0, change)
      else {
        atoms.push(atom)
        weights.push(minus(0, change))
        this.holders[atom]?.push(witness)
      }
    })
    for (let at = 0; at < before; at += 1) this.slot[atoms[at] ?? 0] = -1
    let kept = 0
    for (let at = 0; at < atoms.length; at += 1) {
      const weight = weights[at] ?? 0
      if (weight === 0) continue
      atoms[kept] = atoms[at] ?? 0
      weights[kept] = weight
      kept += 1
    }
    atoms.length = weights.length = kept
    if (kept > this.longest) this.basis[witness] = null
  }
}

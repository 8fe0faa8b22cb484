/** Another prime than that of the product. */
const PRIME = 33_554_393

/** Lines of numbers, kept so that it is quick to see what follows from them. */
export class Span {
  private readonly rows = new Map<number, number[]>()

  private reduce(line: readonly number[]): number[] {
    const rest = line.map((value) => ((value % PRIME) + PRIME) % PRIME)
    for (const [pivot, row] of this.rows) {
      const factor = rest[pivot] ?? 0
      if (factor !== 0) row.forEach((value, at) => (rest[at] = ((rest[at] ?? 0) + (PRIME - factor) * value) % PRIME))
    }
    return rest
  }

  add(line: readonly number[]): void {
    const rest = this.reduce(line)
    const pivot = rest.findIndex((value) => value !== 0)
    if (pivot === -1) return
    const unit = power(rest[pivot] ?? 1, PRIME - 2)
    this.rows.set(
      pivot,
      rest.map((value) => (value * unit) % PRIME),
    )
  }

  has = (line: readonly number[]) => this.reduce(line).every((value) => value === 0)
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1
  const half = power((base * base) % PRIME, Math.floor(exponent / 2))
  return exponent % 2 === 1 ? (half * base) % PRIME : half
}

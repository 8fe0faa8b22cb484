import type { Region, RegionBook } from '../region/regionBook'

/** Of what the rows of a table are the parts, so that its 合计 has a name. */
export class TableScope {
  private readonly sampled = new Set<string>()
  private readonly passed = new Set<string>()
  /** Since the last 小计. */
  private part = new Set<string>()

  constructor(private readonly book: RegionBook) {}

  /** A row of the head of the table, seen before the reading began. */
  sample(region: Region | null): void {
    if (region) this.sampled.add(region.code)
  }

  pass(region: Region): void {
    this.passed.add(region.code)
    this.part.add(region.code)
  }

  /** The smallest division that holds all the rows; null for one region alone, or none. */
  total(isPart: boolean): Region | null {
    const codes = isPart ? this.part : new Set([...this.sampled, ...this.passed])
    if (isPart) this.part = new Set()
    return codes.size < 2 ? null : this.common([...codes])
  }

  private common(codes: string[]): Region | null {
    const paths = codes.map((code) => this.book.path(code).map((step) => step.code))
    const [first = []] = paths
    // A row of the whole itself (沈阳市 among its counties) is inside the whole.
    const shared = first.filter((code, depth) => paths.every((path) => path[depth] === code))
    const code = shared[shared.length - 1]
    return this.book.get(code ?? '100000') ?? null
  }
}

/** -1 = never reached. */
export const NEVER = -1

/** What a wave did to the firms. */
export interface Wave {
  /** By which share a firm produces or sells less, 0–1. */
  cut: Float64Array
  /** Step that first reached a firm; 0 = it stops itself, -1 = never. */
  tier: Int8Array
  /** 1 = reached over a trade whose weight is not known, so that the cut is a lower bound. */
  uncounted: Uint8Array
  /** Firms reached that do not stop themselves, each once. */
  reached: number[]
}

/**
 * The firms whose state changed in the last step; nobody else can change others in the next. A firm passes on the larger of its
 * own stop and `pass` × its cut, and never less than a step before, since cuts only grow.
 */
export class Front implements Wave {
  readonly cut: Float64Array
  readonly tier: Int8Array
  readonly uncounted: Uint8Array
  readonly reached: number[] = []
  /** What a firm passes on now, and what it passed on before the last step. */
  readonly now: Float64Array
  private before: number[]
  private firms: number[]

  constructor(
    private readonly own: Float64Array,
    stopped: readonly number[],
    private readonly pass: number,
  ) {
    this.cut = new Float64Array(own.length)
    this.tier = new Int8Array(own.length).fill(NEVER)
    this.uncounted = new Uint8Array(own.length)
    this.now = new Float64Array(own.length)
    for (const firm of stopped) {
      this.tier[firm] = 0
      this.now[firm] = own[firm] ?? 0
    }
    this.firms = [...stopped]
    this.before = stopped.map(() => 0)
  }

  /** The changed firms and what they passed on before; the next front is empty until `hit` fills it. */
  take(): { firms: readonly number[]; before: readonly number[] } {
    const { firms, before } = this
    this.firms = []
    this.before = []
    return { firms, before }
  }

  get isEmpty(): boolean {
    return this.firms.length === 0
  }

  /** The firm's cut is now this. To be called once a firm and step, after all of the step has been read. */
  hit(firm: number, cut: number, step: number): void {
    this.cut[firm] = cut
    if (cut === 0) return
    if (this.tier[firm] === NEVER) {
      this.tier[firm] = step
      if (this.uncounted[firm] === 0) this.reached.push(firm)
    }
    const passed = this.now[firm] ?? 0
    const next = Math.max(this.own[firm] ?? 0, this.pass * cut)
    if (next <= passed) return
    this.firms.push(firm)
    this.before.push(passed)
    this.now[firm] = next
  }

  /** Reached over a trade that cannot be weighed: by how much is not known, and nothing is passed on for it. */
  touch(firm: number, step: number): void {
    if ((this.own[firm] ?? 0) > 0 || this.uncounted[firm] !== 0) return
    this.uncounted[firm] = step
    if (this.tier[firm] === NEVER) this.reached.push(firm)
  }

  /** A firm of which nothing could be counted has the step that first reached it as its tier. */
  finish(): Wave {
    const { cut, tier, uncounted, reached } = this
    for (const firm of reached) {
      if (tier[firm] === NEVER) tier[firm] = uncounted[firm] ?? NEVER
      if (uncounted[firm] !== 0) uncounted[firm] = 1
    }
    return { cut, tier, uncounted, reached }
  }
}

import { larger, Numbers } from './numbers'

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
}

const FIRST_ROOM = 256

/** Firms that pass on more than before the last step, in three columns side by side. */
export class Changes {
  length = 0
  firms = new Int32Array(FIRST_ROOM)
  before = new Float64Array(FIRST_ROOM)
  now = new Float64Array(FIRST_ROOM)

  push(firm: number, before: number, now: number): void {
    if (this.length === this.firms.length) this.grow()
    this.firms[this.length] = firm
    this.before[this.length] = before
    this.now[this.length] = now
    this.length += 1
  }

  private grow(): void {
    const room = this.length * 2
    this.firms = larger(this.firms, new Int32Array(room))
    this.before = larger(this.before, new Float64Array(room))
    this.now = larger(this.now, new Float64Array(room))
  }
}

/**
 * The firms whose state changed in the last step; nobody else can change others in the next. A firm passes on the larger of its
 * own stop and `pass` × its cut, and never less than a step before, since cuts only grow.
 */
export class Front {
  private readonly cut: Float64Array
  private readonly tier: Int8Array
  private readonly uncounted: Uint8Array
  private readonly touched = new Numbers()
  private changes = new Changes()
  /** Those of the step before, whose room is used again. */
  private taken = new Changes()

  constructor(
    private readonly own: Float64Array,
    stopped: readonly number[],
    private readonly pass: number,
    private readonly tiers: number,
  ) {
    this.cut = new Float64Array(own.length)
    this.tier = new Int8Array(own.length).fill(NEVER)
    this.uncounted = new Uint8Array(own.length)
    for (const firm of stopped) this.tier[firm] = 0
    for (const firm of stopped) this.changes.push(firm, 0, own[firm] ?? 0)
  }

  get isEmpty(): boolean {
    return this.changes.length === 0
  }

  /** The front is empty afterwards, until `hit` fills it with that of the next step; what is taken is good until the next time. */
  take(): Changes {
    const { changes, taken } = this
    taken.length = 0
    this.changes = taken
    this.taken = changes
    return changes
  }

  /** The firm's cut has grown to this. To be called once a firm and step, after all of the step has been read. */
  hit(firm: number, cut: number, step: number): void {
    const before = this.cut[firm] ?? 0
    if (!(cut > before)) return
    this.cut[firm] = cut
    if (this.tier[firm] === NEVER) this.tier[firm] = step
    if (step < this.tiers) this.passOn(firm, this.pass * before, this.pass * cut)
  }

  private passOn(firm: number, before: number, now: number): void {
    const own = this.tier[firm] === 0 ? (this.own[firm] ?? 0) : 0
    if (now <= Math.max(before, own)) return
    this.changes.push(firm, Math.max(before, own), now)
  }

  /** Reached over a trade that cannot be weighed: by how much is not known, and nothing is passed on for it. */
  touch(firm: number, step: number): void {
    if (this.tier[firm] === 0 || this.uncounted[firm] !== 0) return
    this.uncounted[firm] = step
    this.touched.push(firm)
  }

  /** A firm of which nothing could be counted has the step that first reached it as its tier. */
  finish(): Wave {
    const { cut, tier, uncounted } = this
    for (const firm of this.touched.finish()) {
      if (tier[firm] === NEVER) tier[firm] = uncounted[firm] ?? NEVER
      uncounted[firm] = 1
    }
    return { cut, tier, uncounted }
  }
}

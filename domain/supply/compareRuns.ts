/** A firm hit in a run; firms have other numbers in other networks, so they go by their code. */
export interface RunFirm {
  firm: string
  /** 元; NaN = not known. */
  atRisk: number
}

export interface ChangedFirm {
  firm: string
  before: number
  after: number
  /** after − before; NaN where either is not known. */
  by: number
}

export interface RunComparison {
  /** Newly hit, the largest amount first, unknown ones last. */
  added: RunFirm[]
  /** No longer hit. */
  gone: RunFirm[]
  /** Hit in both by another amount, the largest change first, unknown ones last. */
  changed: ChangedFirm[]
  /** Hit in both by the same amount, or by none that is known in either. */
  same: number
}

/** 两次推演之比. A firm named twice in a run counts with its last amount. */
export function compareRuns(before: readonly RunFirm[], after: readonly RunFirm[]): RunComparison {
  const [was, is] = [byFirm(before), byFirm(after)]
  const both = [...is].flatMap(([firm, atRisk]): ChangedFirm[] => {
    const earlier = was.get(firm)
    return earlier === undefined ? [] : [{ firm, before: earlier, after: atRisk, by: atRisk - earlier }]
  })
  const changed = both.filter((own) => !Object.is(own.before, own.after))
  return {
    added: onlyIn(is, was),
    gone: onlyIn(was, is),
    changed: changed.sort((a, b) => bySize(Math.abs(a.by), Math.abs(b.by)) || byCode(a, b)),
    same: both.length - changed.length,
  }
}

const byFirm = (firms: readonly RunFirm[]) => new Map(firms.map(({ firm, atRisk }) => [firm, atRisk]))

const onlyIn = (own: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): RunFirm[] =>
  [...own]
    .filter(([firm]) => !other.has(firm))
    .map(([firm, atRisk]) => ({ firm, atRisk }))
    .sort((a, b) => bySize(a.atRisk, b.atRisk) || byCode(a, b))

const orLeast = (value: number) => (Number.isNaN(value) ? -1 : value)
const bySize = (a: number, b: number) => orLeast(b) - orLeast(a)
const byCode = (a: { firm: string }, b: { firm: string }) => (a.firm < b.firm ? -1 : 1)

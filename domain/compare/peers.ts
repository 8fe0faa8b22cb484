/** A region that may stand beside another: how many enterprises of the chain it has, and how they spread over its groups. */
export interface PeerCandidate {
  code: string
  enterprises: number
  /** Share of the region's enterprises in each group of the chain, in the order of the pack; groups overlap. */
  shares: readonly number[]
}

export type Peer<Candidate extends PeerCandidate> = Candidate & {
  /** How far from the region: ratio of sizes, or distance of structures; null where the rule measures nothing. */
  measure: number | null
}

/** Fewer enterprises than this are no ground for a comparison of regions. */
export const FEWEST_ENTERPRISES = 5
export const MOST_PEERS = 9

/** 规模之比: how many times the larger is the smaller, 1 when equal; null when one of them has nothing. */
export function sizeRatio(a: number, b: number): number | null {
  return a > 0 && b > 0 ? Math.max(a, b) / Math.min(a, b) : null
}

/** 结构距离: Euclidean distance between two vectors of group shares; 0 is the same structure. */
export function structureDistance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new Error('structures of different chains have no distance')
  return Math.sqrt(a.reduce((sum, share, i) => sum + (share - (b[i] ?? 0)) ** 2, 0))
}

/** 规模相近: the nearest by number of enterprises. */
export const nearestBySize = <Candidate extends PeerCandidate>(own: PeerCandidate, others: readonly Candidate[]) =>
  nearest(own, others, (other) => sizeRatio(own.enterprises, other.enterprises))

/** 结构相近: the nearest by group shares. */
export const nearestByStructure = <Candidate extends PeerCandidate>(
  own: PeerCandidate,
  others: readonly Candidate[],
) => (own.enterprises > 0 ? nearest(own, others, (other) => structureDistance(own.shares, other.shares)) : [])

/** The largest of a given set, such as the sister counties of one city. */
export function largest<Candidate extends PeerCandidate>(
  own: PeerCandidate,
  others: readonly Candidate[],
): Peer<Candidate>[] {
  return eligible(own, others)
    .map((other) => ({ ...other, measure: null }))
    .sort((a, b) => b.enterprises - a.enterprises || byCode(a, b))
    .slice(0, MOST_PEERS)
}

export const eligible = <Candidate extends PeerCandidate>(own: PeerCandidate, others: readonly Candidate[]) =>
  others.filter(({ code, enterprises }) => code !== own.code && enterprises >= FEWEST_ENTERPRISES)

function nearest<Candidate extends PeerCandidate>(
  own: PeerCandidate,
  others: readonly Candidate[],
  distanceTo: (other: Candidate) => number | null,
): Peer<Candidate>[] {
  return eligible(own, others)
    .flatMap((other) => {
      const measure = distanceTo(other)
      return measure === null ? [] : [{ ...other, measure }]
    })
    .sort((a, b) => a.measure - b.measure || byCode(a, b))
    .slice(0, MOST_PEERS)
}

const byCode = (a: PeerCandidate, b: PeerCandidate) => Number(a.code) - Number(b.code)

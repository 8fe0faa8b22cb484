import { Decimal } from 'decimal.js'
import type { Numeric } from '../indicator/rounding'

/** An edge of a snapshot. */
export interface TraversalEdge {
  supplier: string
  buyer: string
  /** null = not named. */
  product: string | null
  period: string
  /** 万元; null = not known. */
  amount: Numeric | null
  /** 份额 as it was given; null = not known. */
  share: Numeric | null
  evidence: string
}

export type EdgeChange = 'amount' | 'share' | 'evidence'

export interface ChangedEdge {
  before: TraversalEdge
  after: TraversalEdge
  changes: EdgeChange[]
}

export interface TraversalComparison {
  added: TraversalEdge[]
  gone: TraversalEdge[]
  changed: ChangedEdge[]
  same: number
}

/**
 * 两次快照之比, by supplier | buyer | product | period, in the order of these. Where several edges have the same key, equal ones
 * are matched first and the others in the order of evidence, amount and share. 5 and "5.0000" are the same amount.
 */
export function compareTraversals(
  before: readonly TraversalEdge[],
  after: readonly TraversalEdge[],
): TraversalComparison {
  const [was, is] = [byKey(before), byKey(after)]
  const found: TraversalComparison = { added: [], gone: [], changed: [], same: 0 }
  for (const key of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const { left, right, same } = withoutEqual(was.get(key) ?? [], is.get(key) ?? [])
    found.same += same
    left.forEach((edge, at) => {
      const now = right[at]
      if (now) found.changed.push({ before: edge, after: now, changes: changesOf(edge, now) })
      else found.gone.push(edge)
    })
    found.added.push(...right.slice(left.length))
  }
  return found
}

function byKey(edges: readonly TraversalEdge[]): Map<string, TraversalEdge[]> {
  const groups = new Map<string, TraversalEdge[]>()
  for (const edge of edges) {
    const key = JSON.stringify([edge.supplier, edge.buyer, edge.product, edge.period])
    const own = groups.get(key)
    if (own) own.push(edge)
    else groups.set(key, [edge])
  }
  return groups
}

function withoutEqual(before: readonly TraversalEdge[], after: readonly TraversalEdge[]) {
  const right = [...after]
  const left = before.filter((edge) => {
    const twin = right.findIndex((other) => changesOf(edge, other).length === 0)
    if (twin !== -1) right.splice(twin, 1)
    return twin === -1
  })
  return { left: left.sort(inOrder), right: right.sort(inOrder), same: before.length - left.length }
}

function changesOf(before: TraversalEdge, after: TraversalEdge): EdgeChange[] {
  const changes: EdgeChange[] = []
  if (!isSame(before.amount, after.amount)) changes.push('amount')
  if (!isSame(before.share, after.share)) changes.push('share')
  if (before.evidence !== after.evidence) changes.push('evidence')
  return changes
}

const isSame = (a: Numeric | null, b: Numeric | null) => (a === null || b === null ? a === b : new Decimal(a).eq(b))

const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
const compareNumbers = (a: Numeric | null, b: Numeric | null) => new Decimal(a ?? -1).comparedTo(b ?? -1)

const inOrder = (a: TraversalEdge, b: TraversalEdge) =>
  compareText(a.evidence, b.evidence) || compareNumbers(a.amount, b.amount) || compareNumbers(a.share, b.share)

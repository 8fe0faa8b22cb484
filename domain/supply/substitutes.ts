import { ringsIn, SUPPLY_RINGS, type SupplyRing } from '../indicator/localSupply'
import { DAYS_OF_YEAR } from './assumptions'
import { exactSum } from './exactSums'

/** A firm in a chain node (环节), seen from the firm that stops. */
export interface NodeMember {
  firm: string
  node: string
  /** How near its seat is to that of the firm that stops. */
  ring: SupplyRing
  /** A year of sales in 元; NaN = not known. */
  yuan: number
}

export interface Substitute {
  firm: string
  /** The nodes it shares with the firm that stops, sorted. */
  nodes: string[]
  ring: SupplyRing
  yuan: number
  /** 可增供 over the days in 元: ρ × its own year of sales × days ÷ 365; NaN = its size is not known. */
  spareYuan: number
}

export interface Substitutes {
  firms: Substitute[]
  /** 元 over the days, of those whose size is known. */
  spareYuan: number
  /** Firms of unknown size. */
  unknown: number
}

export interface SubstituteWish {
  /** Codes of firms that stop or are hit: none of them can help. */
  excluded: ReadonlySet<string>
  /** The nodes of the firm that stops. */
  nodes: readonly string[]
  members: readonly NodeMember[]
  /** 增供系数 ρ, 0–1. */
  spare: number
  days: number
}

/**
 * 省内替代企业: who sits in the same 环节, in the province. 可增供 assumes that a firm can raise all its sales by ρ and that all of
 * them are of this node: an upper bound, since no capacity is reported. Nearest first, then larger, unknown sizes last, then by
 * code. Throws a RangeError for ρ outside 0–1.
 */
export function substitutes({ excluded, nodes, members, spare, days }: SubstituteWish): Substitutes {
  if (!(spare >= 0 && spare <= 1)) throw new RangeError(`spare: ${spare}`)
  const own = new Set(nodes)
  const inProvince = new Set(ringsIn('province'))
  const byCode = new Map<string, Substitute>()
  for (const { firm, node, ring, yuan } of members) {
    if (excluded.has(firm) || !own.has(node) || !inProvince.has(ring)) continue
    const known = byCode.get(firm) ?? { firm, nodes: [], ring, yuan, spareYuan: (spare * yuan * days) / DAYS_OF_YEAR }
    if (!known.nodes.includes(node)) known.nodes = [...known.nodes, node].sort()
    byCode.set(firm, known)
  }
  const firms = [...byCode.values()].sort(byUse)
  const known = firms.filter(({ yuan }) => !Number.isNaN(yuan))
  return {
    firms,
    spareYuan: exactSum(known.map(({ spareYuan }) => spareYuan)),
    unknown: firms.length - known.length,
  }
}

const size = (yuan: number) => (Number.isNaN(yuan) ? -1 : yuan)

const byUse = (a: Substitute, b: Substitute) =>
  SUPPLY_RINGS.indexOf(a.ring) - SUPPLY_RINGS.indexOf(b.ring) ||
  size(b.yuan) - size(a.yuan) ||
  (a.firm < b.firm ? -1 : 1)

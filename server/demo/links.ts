import type { ChainEdge, ChainPack } from '@domain/chain/pack'
import type { DemoEnterprise } from './enterprises'
import type { DemoLeader } from './leaders'
import { createRandom, type Random } from './random'

export interface DemoLink {
  supplier: DemoEnterprise
  buyer: DemoEnterprise
  product: string
  year: number
  /** 万元. */
  amount: number
}

const LINKS = 3000
/** Suppliers that a 链主 has in each node that flows into its own. */
const LEADER_SUPPLIERS = 14
/** And buyers in each node that its own flows into. */
const LEADER_BUYERS = 5
const NEAR = 0.55

/** Who has firms, by chain/node. */
type Seats = ReadonlyMap<string, readonly DemoEnterprise[]>

/** 供应关系 along the product flows of the packs; leaders first, because they are the hubs. */
export function demoLinks(
  packs: readonly ChainPack[],
  enterprises: readonly DemoEnterprise[],
  leaders: readonly DemoLeader[],
): DemoLink[] {
  const random = createRandom('links')
  const seats = seatsOf(enterprises)
  const links = new Map<string, DemoLink>()
  for (const { enterprise, seat } of leaders) {
    const edges = packs.find(({ id }) => id === seat.chain)?.edges ?? []
    for (const edge of edges) {
      const { suppliers, buyers } = ends(seat.chain, edge, seats)
      const selling = edge.to === seat.node ? random.sample(suppliers, LEADER_SUPPLIERS) : []
      const buying = edge.from === seat.node ? random.sample(buyers, LEADER_BUYERS) : []
      for (const supplier of selling) record(links, supplier, enterprise, edge, random)
      for (const buyer of buying) record(links, enterprise, buyer, edge, random)
    }
  }
  const flows = packs.flatMap((pack) => pack.edges.map((edge) => ({ edge, ...ends(pack.id, edge, seats) })))
  const open = flows.filter(({ suppliers, buyers }) => suppliers.length > 0 && buyers.length > 0)
  // Every pass visits each flow once; firms are finite, so the passes are too.
  for (let at = 0; links.size < LINKS && at < LINKS * 4 && open.length > 0; at += 1) {
    const { edge, suppliers, buyers } = open[at % open.length] as (typeof open)[number]
    const buyer = largerOf(random.pick(buyers), random.pick(buyers))
    const near = suppliers.filter(({ county }) => county.city === buyer.county.city)
    const supplier = random.pick(near.length > 0 && random.chance(NEAR) ? near : suppliers)
    record(links, supplier, buyer, edge, random)
  }
  return [...links.values()]
}

const ends = (chain: string, { from, to }: ChainEdge, seats: Seats) => ({
  suppliers: seats.get(`${chain}/${from}`) ?? [],
  buyers: seats.get(`${chain}/${to}`) ?? [],
})

const largerOf = (a: DemoEnterprise, b: DemoEnterprise) => (a.size >= b.size ? a : b)

function seatsOf(enterprises: readonly DemoEnterprise[]): Seats {
  const seats = new Map<string, DemoEnterprise[]>()
  for (const enterprise of enterprises) {
    if (!enterprise.seat) continue
    const key = `${enterprise.seat.chain}/${enterprise.seat.node}`
    seats.set(key, [...(seats.get(key) ?? []), enterprise])
  }
  return seats
}

/** A trade of 2025, often one of 2024 too: at most 12 % of what the supplier sells and 20 % of what the buyer does. */
function record(
  links: Map<string, DemoLink>,
  supplier: DemoEnterprise,
  buyer: DemoEnterprise,
  edge: ChainEdge,
  random: Random,
): void {
  if (supplier === buyer) return
  const amount = Math.max(1, Math.round(Math.min(supplier.size * 0.12, buyer.size * 0.2) * random.between(0.1, 1)))
  // The sequence is older than the evidence classes: one number is still drawn for them.
  random.next()
  const years = random.chance(0.4) ? [2024, 2025] : [random.chance(0.8) ? 2025 : 2024]
  const founded = Math.max(...[supplier, buyer].map(({ registeredOn }) => Number(registeredOn.slice(0, 4))))
  for (const year of years) {
    const key = `${supplier.creditCode} ${buyer.creditCode} ${edge.product} ${year}`
    const value = year === 2025 ? amount : Math.max(1, Math.round(amount * random.between(0.75, 1.15)))
    if (year >= founded && !links.has(key)) {
      links.set(key, { supplier, buyer, product: edge.product, year, amount: value })
    }
  }
}

import type { Network, NetworkFirm, NetworkGroup } from '@contract/supply'
import { SUPPLY_RINGS, type SupplyRing } from '@domain/indicator/localSupply'

export type NetworkNode = Network['nodes'][number]

/** Where a node stands among others of its tier: a county, a city, 省外 …, or a node of a chain. */
export interface Heading {
  text: string
  order: number
}

/** More counties than this have no room for their names around a ring. */
const MOST_COUNTIES = 14
const BEHIND = 100_000

/** By the grouping that the answer has; by county, or by city where counties are too many. */
export function headingsOf({ nodes, grouped, firm }: Network): Map<string, Heading> {
  const keys = nodes.map((node) => ({ node, ...(grouped === 'node' ? seatKey(node) : placeKey(node, false)) }))
  const counties = new Set(keys.map(({ key }) => key)).size
  const entries =
    grouped !== 'node' && counties > MOST_COUNTIES ? nodes.map((node) => ({ node, ...placeKey(node, true) })) : keys
  const sizes = new Map<string, number>()
  for (const { key, node } of entries) sizes.set(key, (sizes.get(key) ?? 0) + firmsIn(node))
  const ranked = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  const rankOf = new Map(ranked.map((key, i) => [key, i]))
  const own = firm.county
  return new Map(
    entries.map(({ node, key, text, ring }) => {
      const near = own !== null && key === own ? -1 : SUPPLY_RINGS.indexOf(ring ?? 'unknown')
      return [node.id, { text, order: near * BEHIND + (rankOf.get(key) ?? 0) }]
    }),
  )
}

/** Enterprises that a node stands for. */
export const firmsIn = (node: NetworkNode): number => (node.what === 'group' ? node.firms : 1)

interface Key {
  key: string
  text: string
  ring: SupplyRing | null
}

function placeKey(node: NetworkNode, byCity: boolean): Key {
  const { ring, county } = node
  if (ring === 'outside') return { key: 'outside', text: '省外', ring }
  if (county === null) return { key: 'unknown', text: '地点不明', ring: 'unknown' }
  const [city = '', part] = placeOf(node).split(' · ')
  if (byCity) return { key: county.slice(0, 4), text: city, ring: ring === 'county' ? 'city' : ring }
  return { key: county, text: part ?? city, ring }
}

const placeOf = (node: NetworkFirm | NetworkGroup) => (node.what === 'group' ? node.name : node.placeName)

/** Not a matter of places: rings do not order these. */
function seatKey(node: NetworkNode): Key {
  if (node.what === 'group') return { key: node.name, text: node.name, ring: 'county' }
  const seat = node.seats[0]
  const text = seat ? seat.nodeName : '未挂链'
  return { key: text, text, ring: seat ? 'county' : 'unknown' }
}

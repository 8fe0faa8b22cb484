import type { Network } from '@contract/supply'
import { SUPPLY_RINGS, type SupplyRing } from '@domain/indicator/localSupply'
import { RING_WORDS, tierWords } from './supplyWords'

export type NetworkNode = Network['nodes'][number]

/** Where a node stands among others of its tier: a county, a city, 省外 …, or a node of a chain. */
export interface Heading {
  text: string
  order: number
}

/** More counties than this have no room for their names around a ring. */
const MOST_COUNTIES = 14
const BEHIND = 100_000

/** By place, or by node of a chain where the answer is grouped so; by city where counties are too many. */
export function headingsOf({ nodes, firm }: Network): Map<string, Heading> {
  const byNode = nodes.some((node) => groupOf(node).startsWith(NODE))
  const counties = new Set(nodes.map((node) => placeKey(node, false).key)).size
  const byCity = counties > MOST_COUNTIES
  const entries = nodes.map((node) => ({ node, ...(byNode ? nodeKey(node) : placeKey(node, byCity)) }))
  const sizes = new Map<string, number>()
  for (const { key, node } of entries) sizes.set(key, (sizes.get(key) ?? 0) + firmsIn(node))
  const ranked = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  const rankOf = new Map(ranked.map((key, i) => [key, i]))
  const own = firm.county === null ? null : byCity ? firm.county.slice(0, 4) : firm.county
  return new Map(
    entries.map(({ node, key, text, ring }) => {
      const near = key === own ? -1 : SUPPLY_RINGS.indexOf(ring)
      return [node.id, { text, order: near * BEHIND + (rankOf.get(key) ?? 0) }]
    }),
  )
}

/** Enterprises that a node stands for. */
export const firmsIn = (node: NetworkNode): number => (node.what === 'group' ? node.firms : 1)

/** Names of groups by their id, whether they are folded or were opened. */
export function groupNames({ nodes }: Network): Map<string, string> {
  return new Map(
    nodes.map((node) => {
      if (node.what === 'group') return [node.id, `${node.name} ${tierWords(node.tier)}`]
      const seat = node.seats.find(({ chain, node: id }) => node.group.startsWith(`${NODE}${chain}/${id}:`))
      const name = node.group.startsWith(NODE) ? (seat?.nodeName ?? '未挂链') : node.placeName
      return [node.group, `${name} ${tierWords(node.tier)}`]
    }),
  )
}

const NODE = 'node:'

interface Key {
  key: string
  text: string
  ring: SupplyRing
}

/** `county:210106:-1`, `node:cnc-machine-tools/vmc:2`, … */
const groupOf = (node: NetworkNode): string => (node.what === 'group' ? node.id : node.group)

function placeKey(node: NetworkNode, byCity: boolean): Key {
  const { ring, county } = node
  if (ring === 'outside') return { key: 'outside', text: RING_WORDS.outside, ring }
  const [city = '', part] = (node.what === 'group' ? node.name : node.placeName).split(' · ')
  if (county === null) return { key: 'unknown', text: RING_WORDS.unknown, ring: 'unknown' }
  if (byCity) return { key: county.slice(0, 4), text: city, ring: ring === 'county' ? 'city' : (ring ?? 'unknown') }
  return { key: county, text: part ?? city, ring: ring ?? 'unknown' }
}

/** Not a matter of places: all alike but those on no chain, which stand last. */
function nodeKey(node: NetworkNode): Key {
  const key = groupOf(node).replace(/:-?\d+$/u, '')
  const seat = node.what === 'firm' ? node.seats.find((own) => key === `${NODE}${own.chain}/${own.node}`) : undefined
  const text = node.what === 'group' ? (node.name.split(' · ').pop() ?? node.name) : (seat?.nodeName ?? '未挂链')
  return { key, text, ring: text === '未挂链' ? 'unknown' : 'county' }
}

import type { Network, NetworkLink } from '@contract/supply'
import type { ArcTone, LngLat, MapArc, MapStop } from '@/lib/regionSurface'
import { countText } from '@/lib/format'
import { arcWidth, stopSize } from '@/map/arcsScale'
import { firmsIn, type NetworkNode } from './networkGroups'
import { sideOf } from './networkScene'
import { shownAmount } from './supplyWords'
import { sumOf } from './networkRows'

export interface PlaceOnMap {
  name: string
  at: LngLat
}

export interface NetworkArcs {
  arcs: MapArc[]
  stops: MapStop[]
  /** Firms that are on no map: their seat is not known. */
  unplaced: number
  /** Links of each arc, by its id. */
  linksOf: ReadonlyMap<string, readonly NetworkLink[]>
}

/** Codes of counties, and of provinces for firms of other provinces → where they lie. */
export type PlaceBook = ReadonlyMap<string, PlaceOnMap>

/** 供应关系 between places: firms of one county together, those of other provinces in theirs; supplier to buyer. */
export function networkArcs(network: Network, places: PlaceBook): NetworkArcs {
  const seats = new Map<string, string>()
  let unplaced = 0
  for (const node of network.nodes) {
    const code = placeCode(node, places)
    if (code === null) unplaced += firmsIn(node)
    else seats.set(node.id, code)
  }
  const home = seats.get(network.firm.id) ?? null
  const pairs = pairsOf(network, seats)
  const largest = Math.max(0, ...[...pairs.values()].map(({ links }) => Number(sumOf(links) ?? 0)))
  const arcs = [...pairs].flatMap(([id, { from, to, links, tone }]): MapArc[] => {
    const [start, end] = [places.get(from), places.get(to)]
    if (!start || !end) return []
    const amount = sumOf(links)
    return [
      {
        id,
        from: start.at,
        to: end.at,
        width: arcWidth(amount === null ? null : Number(amount), largest),
        dashed: links.every(({ isInferred }) => isInferred),
        tone,
        label: `${start.name} → ${end.name}\n${countText(links.length)} 条关系，金额 ${shownAmount(amount).text}`,
      },
    ]
  })
  const linksOf = new Map([...pairs].map(([id, { links }]) => [id, links]))
  return { arcs, stops: stopsOf(network, seats, places, home), unplaced, linksOf }
}

/** County, else the province that it is known to lie in; null where neither is known. */
export function placeCode(node: NetworkNode, places: PlaceBook): string | null {
  if (node.county !== null && places.has(node.county)) return node.county
  if (node.what === 'group' || node.ring !== 'outside') return null
  const byCode = node.id.startsWith('name:') ? null : `${node.id.slice(2, 4)}0000`
  if (byCode !== null && places.has(byCode)) return byCode
  // Of a name only the province may be known.
  for (const [code, { name }] of places) if (code.endsWith('0000') && name === node.placeName) return code
  return null
}

interface Pair {
  from: string
  to: string
  tone: ArcTone
  links: NetworkLink[]
}

function pairsOf({ nodes, links }: Network, seats: ReadonlyMap<string, string>): Map<string, Pair> {
  const tiers = new Map(nodes.map(({ id, tier }) => [id, tier]))
  const pairs = new Map<string, Pair>()
  for (const link of links) {
    const [from, to] = [seats.get(link.from), seats.get(link.to)]
    if (from === undefined || to === undefined) continue
    const side = sideOf(tiers.get(link.from) ?? 0, tiers.get(link.to) ?? 0)
    const tone: ArcTone = from === to ? 'within' : side === 'down' ? 'out' : 'in'
    const id = `${from}>${to}>${tone}`
    const known = pairs.get(id)
    if (known) known.links.push(link)
    else pairs.set(id, { from, to, tone, links: [link] })
  }
  return pairs
}

function stopsOf(
  { nodes }: Network,
  seats: ReadonlyMap<string, string>,
  places: PlaceBook,
  home: string | null,
): MapStop[] {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    const code = seats.get(node.id)
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + firmsIn(node))
  }
  const largest = Math.max(0, ...counts.values())
  return [...counts].flatMap(([code, count]): MapStop[] => {
    const place = places.get(code)
    if (!place) return []
    const tone = code === home ? 'ego' : code.endsWith('0000') ? 'far' : 'local'
    return [{ id: code, at: place.at, count, label: place.name, tone, size: stopSize(count, largest) }]
  })
}

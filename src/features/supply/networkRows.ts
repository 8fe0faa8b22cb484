import { Decimal } from 'decimal.js'
import type { Network, NetworkLink } from '@contract/supply'
import { firmsIn, type NetworkNode } from './networkGroups'
import { sideOf } from './networkScene'

/** A firm or a folded group, as a row. */
export interface FirmRow {
  id: string
  node: NetworkNode
  name: string
  tier: number
  firms: number
  /** 万元 of its links in the picture as far as they are known; null where no link has an amount. */
  amountWan: string | null
  /** Trades without an amount. */
  unknownAmounts: number
  links: number
  isMarked: boolean
}

export interface LinkRow {
  id: string
  link: NetworkLink
  fromName: string
  toName: string
  side: 'up' | 'down' | 'across'
}

/** Every node but the firm looked at; near tiers first, upstream before downstream, then by money. */
export function firmRows(network: Network): FirmRow[] {
  const touching = new Map<string, NetworkLink[]>()
  for (const link of network.links) {
    for (const id of new Set([link.from, link.to])) {
      const known = touching.get(id)
      if (known) known.push(link)
      else touching.set(id, [link])
    }
  }
  return network.nodes
    .filter(({ id }) => id !== network.firm.id)
    .map((node) => firmRow(node, touching.get(node.id) ?? []))
    .sort(
      (a, b) =>
        Math.abs(a.tier) - Math.abs(b.tier) ||
        a.tier - b.tier ||
        Number(b.amountWan ?? -1) - Number(a.amountWan ?? -1) ||
        (a.id < b.id ? -1 : 1),
    )
}

function firmRow(node: NetworkNode, links: readonly NetworkLink[]): FirmRow {
  return {
    id: node.id,
    node,
    name: node.name,
    tier: node.tier,
    firms: firmsIn(node),
    amountWan: sumOf(links),
    unknownAmounts: links.reduce((sum, { unknownAmounts }) => sum + unknownAmounts, 0),
    links: links.length,
    isMarked: links.some(({ marks }) => marks.length > 0),
  }
}

/** 万元; null where none is known: that is no zero. */
export function sumOf(links: readonly Pick<NetworkLink, 'amountWan'>[]): string | null {
  const known = links.flatMap(({ amountWan }) => (amountWan === null ? [] : [amountWan]))
  return known.length === 0 ? null : known.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed()
}

/** The largest first; without an amount at the end. */
export function linkRows({ nodes, links }: Network): LinkRow[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const tierOf = (id: string) => byId.get(id)?.tier ?? 0
  return links
    .map((link) => ({
      id: link.id,
      link,
      fromName: byId.get(link.from)?.name ?? link.from,
      toName: byId.get(link.to)?.name ?? link.to,
      side: sideOf(tierOf(link.from), tierOf(link.to)) as LinkRow['side'],
    }))
    .sort((a, b) => Number(b.link.amountWan ?? -1) - Number(a.link.amountWan ?? -1) || (a.id < b.id ? -1 : 1))
}

/** Links of one node with who stands at the other end, suppliers apart from buyers; each the largest first. */
export function partnersOf(network: Network, id: string): { suppliers: LinkRow[]; buyers: LinkRow[] } {
  const rows = linkRows({ ...network, links: network.links.filter(({ from, to }) => from === id || to === id) })
  return {
    suppliers: rows.filter(({ link }) => link.to === id),
    buyers: rows.filter(({ link }) => link.from === id),
  }
}

/** A node with all it trades with: what stays bright while it is looked at. */
export function neighbourhood({ links }: Pick<Network, 'links'>, id: string): Set<string> {
  const near = new Set([id])
  for (const { from, to } of links) {
    if (from === id) near.add(to)
    if (to === id) near.add(from)
  }
  return near
}

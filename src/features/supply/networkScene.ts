import { Decimal } from 'decimal.js'
import type { Network, NetworkLink } from '@contract/supply'
import type { Size } from '@/graph/camera'
import { nameWidth } from '@/graph/network/nameRoom'
import type { NetworkScene, SceneEdge, SceneGuide, SceneNode } from '@/graph/network/networkScene'
import { countText } from '@/lib/format'
import { columnLayout } from './layout/columnLayout'
import type { LayoutNode } from './layout/layoutNode'
import { ringLayout } from './layout/ringLayout'
import { firmsIn, headingsOf, type NetworkNode } from './networkGroups'
import type { NetworkTone } from './networkTheme'
import { partnerWords, RING_WORDS, tierWords } from './supplyWords'

interface SceneOptions {
  layout: 'rings' | 'columns'
  /** Width ÷ height of the screen. */
  aspect: number
  /** What of it is free for columns, in pixels of a usual screen. */
  room?: Size
}

const EGO_RADIUS = 24
const GROUP_RADIUS = { least: 11, most: 30 }
const FIRM_RADIUS = { least: 5, most: 17 }
/** Below areas (0.5): one giant does not make dots of all others. */
const SIZE_POWER = 0.4
/** Discs of thousands are drawn smaller from the start. */
const CROWD = 400
const CROWD_SCALE = 0.75
const WIDTH = { least: 0.8, most: 6.5 }
/** Less would not tell one firm from another. */
const SHORTEST_NAME = 3
const WIDEST_STRETCH = 1.8
/** More than any trade in 万元. */
const LEADERS_FIRST = 1e9

/** 供应网络 as it is drawn: tiers by distance from the firm looked at, places as directions or under headings. */
export function networkScene(network: Network, options: SceneOptions): NetworkScene {
  const money = tradedBy(network)
  const sizes = sizesOf(network, money)
  const headings = headingsOf(network)
  const looks = new Map(
    network.nodes.map((node) => {
      const radius = sizes.get(node.id) ?? FIRM_RADIUS.least
      return [node.id, { ...sceneNode(node, network), radius, weight: labelRank(node, money) }]
    }),
  )
  const laid = network.nodes.map((node): LayoutNode => {
    const look = looks.get(node.id)
    return {
      id: node.id,
      tier: node.tier,
      group: headings.get(node.id)?.text ?? '',
      groupOrder: headings.get(node.id)?.order ?? 0,
      weight: node.id === network.firm.id ? Infinity : (money.get(node.id) ?? 0),
      radius: look?.radius,
      nameWidth: look && nameWidth(look),
    }
  })
  const { positions, guides, rooms } =
    options.layout === 'rings'
      ? ringLayout(laid, { stretch: Math.min(WIDEST_STRETCH, options.aspect) })
      : columnLayout(laid, {
          aspect: options.aspect,
          room: options.room,
          labelWidth: nameRoom(laid.length),
          sub: (tier) => countOf(network, tier),
        })
  const nodes = network.nodes.flatMap((node): SceneNode[] => {
    const [look, at] = [looks.get(node.id), positions.get(node.id)]
    return look && at ? [{ ...look, ...at, room: rooms?.get(node.id) }] : []
  })
  return { nodes, edges: edgesOf(network), guides: named(guides, network) }
}

/** Names are the point of columns: they keep their room as long as the picture stays readable at all. */
const nameRoom = (count: number): number | undefined => (count <= 320 ? 176 : undefined)

/** 链主 are named before all others; a name is worth more near the middle, and money decides within a tier. */
function labelRank(node: NetworkNode, money: ReadonlyMap<string, number>): number {
  if (node.tier === 0) return Infinity
  const rank = (money.get(node.id) ?? 0) / 4 ** (Math.abs(node.tier) - 1) + firmsIn(node) / 1000
  return node.what === 'firm' && node.leader ? LEADERS_FIRST + rank : rank
}

/** 万元 known of each node's links in the picture. */
export function tradedBy({ links }: Pick<Network, 'links'>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { from, to, amountWan } of links) {
    const amount = Number(amountWan ?? 0)
    for (const id of [from, to]) sums.set(id, (sums.get(id) ?? 0) + amount)
  }
  return sums
}

function sizesOf(network: Network, money: ReadonlyMap<string, number>): Map<string, number> {
  const firms = network.nodes.filter(({ what, tier }) => what === 'firm' && tier !== 0)
  const richest = firms.reduce((most, { id }) => Math.max(most, money.get(id) ?? 0), 0)
  const fullest = network.nodes.reduce((most, node) => Math.max(most, firmsIn(node)), 1)
  const scale = network.nodes.length > CROWD ? CROWD_SCALE : 1
  return new Map(
    network.nodes.map((node) => {
      if (node.id === network.firm.id) return [node.id, EGO_RADIUS]
      const isGroup = node.what === 'group'
      const { least, most } = isGroup ? GROUP_RADIUS : FIRM_RADIUS
      const share = isGroup ? node.firms / fullest : richest > 0 ? (money.get(node.id) ?? 0) / richest : 0
      return [node.id, scale * (least + (most - least) * share ** SIZE_POWER)]
    }),
  )
}

function sceneNode(node: NetworkNode, { firm }: Network): Omit<SceneNode, 'x' | 'y' | 'radius' | 'weight'> {
  const tone: NetworkTone = `ring-${node.ring ?? 'mixed'}`
  if (node.what === 'group') {
    const leaders = node.leaders > 0 ? `，链主 ${countText(node.leaders)} 家` : ''
    const detail = `${tierWords(node.tier)}，${countText(node.firms)} 家${leaders}，回车展开`
    return { id: node.id, tone, label: node.name, detail, mark: 'group', count: node.firms }
  }
  const mark = node.leader || node.id === firm.id ? 'star' : node.kind === 'enterprise' ? undefined : 'outside'
  const via = node.isVia ? '，不合筛选，是通路上的一环' : ''
  const detail = `${tierWords(node.tier)}，${RING_WORDS[node.ring]}，${node.placeName}，${partnerWords(node)}${via}`
  const full = shortName(node.name) === node.name ? '' : `全称${node.name}，`
  return { id: node.id, tone, label: shortName(node.name), detail: `${full}${detail}`, ...(mark && { mark }) }
}

/** On the picture 某某轴承有限责任公司 is 某某轴承; everywhere else firms have their whole names. */
export function shortName(name: string): string {
  const short = name.replace(/(?:股份)?有限(?:责任)?公司$/u, '')
  return [...short].length >= SHORTEST_NAME ? short : name
}

function edgesOf({ nodes, links }: Network): SceneEdge[] {
  const tiers = new Map(nodes.map(({ id, tier }) => [id, tier]))
  const largest = links.reduce((most, { amountWan }) => Decimal.max(most, amountWan ?? 0), new Decimal(0)).toNumber()
  return links.map((link) => ({
    id: link.id,
    from: link.from,
    to: link.to,
    width: linkWidth(link.amountWan, largest),
    dashed: link.isInferred,
    tone: link.marks.length > 0 ? 'marked' : sideOf(tiers.get(link.from) ?? 0, tiers.get(link.to) ?? 0),
  }))
}

/** Pixels; its square grows with the amount. Without an amount (未报) as thin as can be. */
export function linkWidth(amountWan: NetworkLink['amountWan'], largest: number): number {
  const share = largest > 0 ? Math.min(1, Number(amountWan ?? 0) / largest) : 0
  return WIDTH.least + (WIDTH.most - WIDTH.least) * Math.sqrt(share)
}

/** Which side of the firm looked at a link belongs to. */
export function sideOf(from: number, to: number): NetworkTone {
  if (from + to < 0) return 'up'
  return from + to > 0 ? 'down' : 'across'
}

const countOf = ({ totals }: Network, tier: number) => {
  const firms = totals.byTier.find((row) => row.tier === tier)?.firms
  return firms === undefined ? undefined : `${countText(firms)} 家`
}

/** Titles of tiers say how many firms they have, folded ones included; the middle is the firm itself, not always a 链主. */
function named(guides: readonly SceneGuide[], network: Network): SceneGuide[] {
  const byTitle = new Map(network.totals.byTier.map(({ tier }) => [tierWords(tier), countOf(network, tier)]))
  return guides.map((guide) => {
    if (guide.kind === 'column' && guide.label === '链主')
      return { ...guide, label: network.firm.leader ? '链主' : '本企业' }
    if (guide.kind !== 'ring') return guide
    const count = byTitle.get(guide.label)
    return count === undefined ? guide : { ...guide, label: `${guide.label} ${count}` }
  })
}

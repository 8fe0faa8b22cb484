import type { KnockOut, KnockOutHit } from '@contract/knockOut'
import type { Size } from '@/graph/camera'
import { nameWidth } from '@/graph/network/nameRoom'
import type { NetworkPalette } from '@/graph/network/networkPalette'
import type { NetworkScene, SceneEdge, SceneNode } from '@/graph/network/networkScene'
import { columnLayout } from '@/features/supply/layout/columnLayout'
import type { LayoutNode } from '@/features/supply/layout/layoutNode'
import { shortName } from '@/features/supply/networkScene'
import { NETWORK_PALETTES } from '@/features/supply/networkTheme'
import type { Theme } from '@/stores/theme'
import type { WaveState } from './knockOutWaves'

/** `firm` and `link`: not reached yet. */
type WaveTone = WaveState['tone'] | 'firm' | 'link'

const SMALLEST = 5
const GROWTH = 13
const STOPPED_RADIUS = 13
const THINNEST = 0.8
const WIDENING = 4
const OUTSIDE = '省外或未入库'
/** With more firms than this a heading for every county leaves no room for the firms. */
const MOST_BY_COUNTY = 60
const LAST = 1_000_000

/**
 * Suppliers hit stand left, buyers right, by the step that reached them; what stops stands in the middle. Discs grow with the
 * 风险收入, lines with the amount of the trade (both by their square root).
 */
export function waveScene(
  { hits, links }: Pick<KnockOut, 'hits' | 'links'>,
  aspect: number,
  room?: Size,
): NetworkScene {
  const byCity = hits.length > MOST_BY_COUNTY
  const most = Math.max(1, ...hits.map(({ atRiskWan }) => Number(atRiskWan ?? 0)))
  const nodes = hits.map((hit) => ({ hit, layout: layoutNode(hit, most, byCity) }))
  const { positions, guides, rooms } = columnLayout(
    nodes.map(({ layout }) => layout),
    { aspect, room },
  )
  return {
    nodes: nodes.map(({ hit, layout }) => ({
      ...sceneNode(hit, layout, positions.get(hit.party.id) ?? { x: 0, y: 0 }),
      room: rooms?.get(hit.party.id),
    })),
    edges: sceneEdges(links),
    guides: guides.map((guide) => (guide.kind === 'column' ? { ...guide, label: columnTitle(guide.label) } : guide)),
  }
}

/** The layout says 链主 of its middle column. */
const columnTitle = (label: string) => (label === '链主' ? '停摆对象' : label)

/** −n for suppliers, n for buyers; hit from both sides, the nearer one counts, suppliers first. */
export function tierOf({ isStopped, shortageTier, lostOrdersTier }: KnockOutHit): number {
  if (isStopped) return 0
  const [down, up] = [shortageTier ?? Infinity, lostOrdersTier ?? Infinity]
  if (down === Infinity && up === Infinity) return 0
  return up <= down ? -up : down
}

function layoutNode(hit: KnockOutHit, most: number, byCity: boolean): LayoutNode {
  const { party, isStopped, atRiskWan } = hit
  const weight = Number(atRiskWan ?? 0)
  const isHere = party.kind === 'enterprise'
  const radius = isStopped ? STOPPED_RADIUS : SMALLEST + GROWTH * Math.sqrt(weight / most)
  return {
    id: party.id,
    tier: tierOf(hit),
    group: isHere ? placeOf(party.placeName, byCity) : OUTSIDE,
    groupOrder: isHere ? orderOf(party.county, byCity) : LAST + 1,
    weight,
    radius,
    nameWidth: nameWidth({ label: shortName(party.name), radius }),
  }
}

/** 沈阳市 · 铁西区, or only 沈阳市. */
const placeOf = (placeName: string, byCity: boolean) => (byCity ? (placeName.split(' · ')[0] ?? placeName) : placeName)

function orderOf(county: string | null, byCity: boolean): number {
  if (county === null) return LAST
  return Number(byCity ? `${county.slice(0, 4)}00` : county)
}

function sceneNode(hit: KnockOutHit, layout: LayoutNode, { x, y }: { x: number; y: number }): SceneNode {
  const { party, isStopped } = hit
  return {
    id: party.id,
    x,
    y,
    radius: layout.radius ?? SMALLEST,
    tone: 'firm',
    label: shortName(party.name),
    detail: detailOf(hit),
    // What stops is named before anything else.
    weight: isStopped ? Number.MAX_SAFE_INTEGER : layout.weight,
    ...(party.kind !== 'enterprise' && { mark: 'outside' as const }),
  }
}

function detailOf({ isStopped, shortageTier, lostOrdersTier, party }: KnockOutHit): string {
  if (isStopped) return `停摆对象，${party.placeName}`
  const ways = [
    ...(shortageTier === null ? [] : [`下游缺料，第 ${shortageTier} 级`]),
    ...(lostOrdersTier === null ? [] : [`上游断单，第 ${lostOrdersTier} 级`]),
  ]
  return [...ways, party.placeName].join('，')
}

function sceneEdges(links: KnockOut['links']): SceneEdge[] {
  const most = Math.max(1, ...links.map(({ amountWan }) => Number(amountWan ?? 0)))
  return links.map(({ id, from, to, amountWan, isInferred }) => ({
    id,
    from,
    to,
    width: THINNEST + WIDENING * Math.sqrt(Math.max(0, Number(amountWan ?? 0)) / most),
    dashed: isInferred,
    tone: 'link',
  }))
}

const WAVE_TONES: Record<Theme, Record<WaveTone, string>> = {
  dark: { firm: '#4a689c', link: '#4a6ea8', stopped: '#ff5468', shortage: '#ffb02e', lostOrders: '#4bc3ff' },
  light: { firm: '#9fb1cd', link: '#8ea5c6', stopped: '#c8102e', shortage: '#b86e00', lostOrders: '#1f6fd1' },
}

/** The colours of the network, with those of a wave. */
export function wavePalette(theme: Theme): NetworkPalette {
  const palette = NETWORK_PALETTES[theme]
  return { ...palette, tones: { ...palette.tones, ...WAVE_TONES[theme] } }
}

export const WAVE_LEGEND: readonly { tone: WaveTone; label: string }[] = [
  { tone: 'stopped', label: '停摆对象' },
  { tone: 'shortage', label: '下游缺料' },
  { tone: 'lostOrders', label: '上游断单' },
  { tone: 'firm', label: '还没波及' },
]

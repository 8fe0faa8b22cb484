import type { RegionLook } from '@/lib/regionShape'
import type { ArcTone, MapArc, StopTone } from '@/lib/regionSurface'

/** Colours as `#rrggbb`; those of a kind keep 3 : 1 to the grounds of both ramps' ends through their casing. */
export interface ArcLook {
  arcs: Record<ArcTone, string>
  /** From hardly hit to fully hit. */
  levels: readonly [string, string]
  /** What a stop does not reach. */
  spared: string
  casing: string
  stops: Record<StopTone, { disc: string; ring: string; text: string }>
  words: string
  dock: { ground: string; line: string; text: string }
}

const DARK: ArcLook = {
  arcs: { in: '#46d3ff', out: '#ffb347', within: '#c3a6ff' },
  levels: ['#ffd166', '#ff3d57'],
  spared: '#8a9bb8',
  casing: '#04102a',
  stops: {
    ego: { disc: '#ffd66b', ring: '#04102a', text: '#3a2a00' },
    local: { disc: '#e8f0ff', ring: '#04102a', text: '#0b1c39' },
    far: { disc: '#17304f', ring: '#b9cdf0', text: '#ffffff' },
    hit: { disc: '#d81e3c', ring: '#ffffff', text: '#ffffff' },
  },
  words: '#ffffff',
  dock: { ground: '#10274a', line: '#b9cdf0', text: '#ffffff' },
}

const LIGHT: ArcLook = {
  arcs: { in: '#0072b2', out: '#b65a00', within: '#6f3fb5' },
  levels: ['#c98500', '#c1002b'],
  spared: '#7d899c',
  casing: '#ffffff',
  stops: {
    ego: { disc: '#ffc42e', ring: '#0d1a30', text: '#3a2a00' },
    local: { disc: '#22375c', ring: '#ffffff', text: '#ffffff' },
    far: { disc: '#ffffff', ring: '#22375c', text: '#0d1a30' },
    hit: { disc: '#c1002b', ring: '#ffffff', text: '#ffffff' },
  },
  words: '#0d1a30',
  dock: { ground: '#ffffff', line: '#22375c', text: '#0d1a30' },
}

/** For the ground that the map has. */
export const arcLook = ({ background }: Pick<RegionLook, 'background'>): ArcLook =>
  lightness(background) < 0.5 ? DARK : LIGHT

const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))

const lightness = (colour: string) => channels(colour).reduce((sum, channel) => sum + channel, 0) / (3 * 255)

export interface Stroke {
  colour: string
  alpha: number
}

const CROWD_FROM = 70
const FAINTEST = 0.07

/**
 * A crowd thins out, so that it stays a picture and not a ball of wool: opacity of one arc of `count` by its width as a
 * share of the widest. Up to 70 arcs all are full; the widest always are.
 */
export function crowdAlpha(count: number, share: number): number {
  const faint = Math.max(FAINTEST, Math.min(1, 1 - 0.72 * Math.log10(count / CROWD_FROM)))
  return faint + (1 - faint) * Math.min(1, Math.max(0, share)) ** 3
}

/** How an arc is drawn; `isStopped`: a stop is played, and some arc has a level. */
export function strokeOf({ tone, level = 0 }: MapArc, look: ArcLook, isStopped: boolean): Stroke {
  if (!isStopped) return { colour: look.arcs[tone], alpha: 1 }
  if (!(level > 0)) return { colour: look.spared, alpha: 0.3 }
  return { colour: blended(look.levels, Math.min(1, level)), alpha: 0.75 + 0.25 * Math.min(1, level) }
}

function blended([weak, strong]: readonly [string, string], share: number): string {
  const [from, to] = [channels(weak), channels(strong)]
  return `#${from
    .map((channel, i) =>
      Math.round(channel + ((to[i] ?? channel) - channel) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

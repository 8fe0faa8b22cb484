import { toneOf, type NetworkPalette } from './networkPalette'
import type { PlacedEdge } from './networkModel'
import type { SceneNode, SceneStates } from './networkScene'

/** Everything that changes how a scene looks, but not where anything is. */
export interface NetworkLook {
  palette: NetworkPalette
  /** Nodes that stay bright while the others fade; null = nothing fades. */
  focus: ReadonlySet<string> | null
  states: SceneStates | null
  edgeStates: SceneStates | null
}

/** Levels are painted in this many steps, so that things of one colour can be painted at once. */
export const LEVEL_STEPS = 5

export const levelStep = (level: number): number =>
  Math.round(Math.min(1, Math.max(0, level)) * LEVEL_STEPS) / LEVEL_STEPS

export function nodeColour({ id, tone }: SceneNode, { palette, states }: NetworkLook): string {
  const own = toneOf(palette, tone)
  const state = states?.get(id)
  // Weak states sink into the ground; mixed with the disc's own tone, opposite colours would turn grey.
  return state ? mixed(toneOf(palette, state.tone), palette.background, 0.38 * (1 - levelStep(state.level))) : own
}

export function edgeColour({ id, tone }: PlacedEdge, { palette, edgeStates }: NetworkLook): string {
  const state = edgeStates?.get(id)
  return toneOf(palette, state ? state.tone : tone)
}

const mixes = new Map<string, string>()
/** Palettes are few and steps too: the memory stays small, and is emptied should it ever not. */
const MOST_MIXES = 4096

/** `part` of the second colour in the first, both `#rrggbb`. */
export function mixed(first: string, second: string, part: number): string {
  const key = `${first}${second}${part}`
  const known = mixes.get(key)
  if (known) return known
  const channel = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16)
  const both = [1, 3, 5].map((at) => Math.round(channel(first, at) * (1 - part) + channel(second, at) * part))
  const made = `#${both.map((value) => value.toString(16).padStart(2, '0')).join('')}`
  if (mixes.size > MOST_MIXES) mixes.clear()
  mixes.set(key, made)
  return made
}

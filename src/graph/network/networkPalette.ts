/** Colours of one theme, all as `#rrggbb`. */
export interface NetworkPalette {
  background: string
  /** The middle of the background's soft light. */
  glow: string
  text: string
  subText: string
  /** Lines of rings, columns and sectors. */
  guide: string
  /** Titles of tiers. */
  guideText: string
  gold: string
  goldInk: string
  selection: string
  keyboard: string
  /** How much edges show when everything is in view, 0…1. */
  edgeAlpha: number
  /** How much of what is out of focus still shows, 0…1. */
  dimAlpha: number
  /** Tones of nodes, edges and states by name; an unknown tone takes `fallback`. */
  tones: Readonly<Record<string, string>>
  fallback: string
}

export const toneOf = ({ tones, fallback }: NetworkPalette, tone: string): string => tones[tone] ?? fallback

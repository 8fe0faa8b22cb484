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
  /** Gold where it writes words. */
  goldText: string
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

/** Everything but the tones, which are the screen's own; the ground and words are those of the panorama. */
export const NETWORK_PALETTES: Readonly<Record<'dark' | 'light', Omit<NetworkPalette, 'tones'>>> = {
  dark: {
    background: '#050f24',
    glow: '#0e2a58',
    text: '#f0f6ff',
    subText: '#a9c0e4',
    guide: '#2a508c',
    guideText: '#8abaff',
    gold: '#ffd66b',
    goldText: '#ffd66b',
    goldInk: '#4a3000',
    selection: '#ffffff',
    keyboard: '#5ff0ff',
    edgeAlpha: 0.5,
    dimAlpha: 0.2,
    fallback: '#6f8fc4',
  },
  light: {
    background: '#eef3fa',
    glow: '#ffffff',
    text: '#14233c',
    subText: '#4a5e80',
    guide: '#b4c9e6',
    guideText: '#1f55bd',
    gold: '#f0b73a',
    goldText: '#7a5600',
    goldInk: '#4a3000',
    selection: '#0b2f6b',
    keyboard: '#0b4fd0',
    edgeAlpha: 0.5,
    dimAlpha: 0.22,
    fallback: '#7f93b5',
  },
}

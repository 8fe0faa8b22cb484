import type { Strength } from '@contract/panorama'

export type PanoramaMode = 'dark' | 'light'

/** Colour tokens of the panorama. Strengths differ in lightness as well as hue, and glyphs 强/弱/缺 say them again. */
export interface PanoramaTheme {
  background: string
  text: string
  subText: string
  /** Discs, bars and strands. */
  strength: Record<Strength, string>
  /** The same colours where they write words on a card or panel. */
  strengthText: Record<Strength, string>
  /** The glyph inside a disc. */
  discInk: Record<Strength, string>
  card: string
  cardMissing: string
  cardStroke: string
  panel: string
  panelHead: string
  panelStroke: string
  stage: [string, string]
  stageStroke: string
  track: string
  /** Outlines; words use `goldText`. */
  gold: string
  goldText: string
  goldBadge: [string, string]
  goldInk: string
  honour: string
  /** 供应关键 and 断点. */
  supply: string
  focusRing: string
  match: string
  labelFill: string
  strandAlpha: number
  tintAlpha: number
  dimAlpha: number
}

export const PANORAMA_THEMES: Record<PanoramaMode, PanoramaTheme> = {
  dark: {
    background: '#06122a',
    text: '#f0f6ff',
    subText: '#b3c8ea',
    strength: { strong: '#1fd1a5', fair: '#4b93ff', weak: '#ffb02e', missing: '#ff5468' },
    strengthText: { strong: '#3ddcb4', fair: '#8abaff', weak: '#ffbf55', missing: '#ff9aa6' },
    discInk: { strong: '#03150f', fair: '#03101f', weak: '#241500', missing: '#ff9aa6' },
    card: '#102750',
    cardMissing: '#241a36',
    cardStroke: '#2a4f86',
    panel: '#0b1c39',
    panelHead: '#122c55',
    panelStroke: '#23447a',
    stage: ['#0d335f', '#124a83'],
    stageStroke: '#2f74c4',
    track: '#2b4675',
    gold: '#ffd66b',
    goldText: '#ffd66b',
    goldBadge: ['#ffe08a', '#f0a92e'],
    goldInk: '#3a2500',
    honour: '#c9b3ff',
    supply: '#ff9be8',
    focusRing: '#ffffff',
    match: '#5ff0ff',
    labelFill: '#0a1a35',
    strandAlpha: 0.44,
    tintAlpha: 0.26,
    dimAlpha: 0.24,
  },
  light: {
    background: '#eef3fa',
    text: '#14233c',
    subText: '#4a5e80',
    strength: { strong: '#0b9a78', fair: '#2f6fe4', weak: '#e08a00', missing: '#d22c47' },
    strengthText: { strong: '#06664f', fair: '#1f55bd', weak: '#854c00', missing: '#b3152f' },
    discInk: { strong: '#00140e', fair: '#ffffff', weak: '#241500', missing: '#b3152f' },
    card: '#fbfdff',
    cardMissing: '#fff1f3',
    cardStroke: '#c3d3ea',
    panel: '#ffffff',
    panelHead: '#edf3fc',
    panelStroke: '#ccd9ec',
    stage: ['#e3eefd', '#cfe1fa'],
    stageStroke: '#8fb4e8',
    track: '#dbe4f2',
    gold: '#cf9f1f',
    goldText: '#876000',
    goldBadge: ['#ffe08a', '#f0b23e'],
    goldInk: '#3a2500',
    honour: '#5b33b3',
    supply: '#9c1186',
    focusRing: '#0b2f6b',
    match: '#007a8a',
    labelFill: '#ffffff',
    strandAlpha: 0.5,
    tintAlpha: 0.16,
    dimAlpha: 0.28,
  },
}

export const STRENGTH_NAMES: Record<Strength, string> = { strong: '强链', fair: '一般', weak: '弱链', missing: '缺链' }

/** 一般 carries no glyph: only what stands out is marked. */
export const STRENGTH_GLYPHS: Record<Strength, string> = { strong: '强', fair: '', weak: '弱', missing: '缺' }

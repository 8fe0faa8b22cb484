import type { Strength } from '@contract/panorama'
import type { NameFit } from './cardLook'
import type { PanoramaMode } from './panoramaTheme'
import type { RouteStep } from './routePath'

export type StrengthCounts = Record<Strength, number>

/** How an item stands out or steps back while something is focused or searched for. */
export type Emphasis = 'plain' | 'dim' | 'focus' | 'match'

interface Painted {
  mode: PanoramaMode
  unit: number
}

export interface StagePaint extends Painted {
  kind: 'stage'
  name: string
  title: string
  /** From the fullest wording to the shortest. */
  totals: string[]
  counts: StrengthCounts
  first: boolean
  last: boolean
  /** How far the arrow reaches into the gutter, in world units. */
  reach: number
}

export interface GroupPaint extends Painted {
  kind: 'group'
  name: string
  /** From the fullest wording to the shortest. */
  totals: string[]
  counts: StrengthCounts
  headHeight: number
}

export interface CardPaint extends Painted {
  kind: 'card'
  name: string
  strength: Strength
  /** Second line: enterprises and revenue, or 本地空白. */
  figures: string
  /** The same in fewer characters, for narrow cards. */
  figuresShort: string
  /** Third line of a missing node: what its absence endangers. */
  impact: string
  /** Share of the largest node's measure, 0–1; null when the node reported nothing. */
  disc: number | null
  /** The measure of the disc is not public: a neutral disc with a lock. */
  isLocked: boolean
  /** 规上 share of the enterprises; null when no enterprise reported. */
  aboveScale: { share: number; text: string } | null
  leaders: number
  honoured: number
  /** 关键: decides the chain. */
  key: boolean
  /** 供应关键 or 断点 by the supply relations; `glyph` is what is written of it. */
  supply: { glyph: string; isCritical: boolean; isGap: boolean } | null
  /** In world units. */
  fit: NameFit
  emphasis: Emphasis
}

export interface RoutePaint extends Painted {
  kind: 'route'
  steps: RouteStep[]
  from: Strength
  to: Strength
  /** A strand of a bundle, a broken supply, the focused node's own edge, or one hop further. */
  role: 'strand' | 'arc' | 'broken' | 'near' | 'far' | 'dim'
  /** Left and right end of the route in world units, for the colour run. */
  run: [number, number]
  origin: [number, number]
}

export interface LabelPaint extends Painted {
  kind: 'label'
  text: string
  strength: Strength
  side: 'left' | 'right'
}

export type PanoramaPaint = StagePaint | GroupPaint | CardPaint | RoutePaint | LabelPaint

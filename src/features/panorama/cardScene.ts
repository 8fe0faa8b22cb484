import type { Brush } from '@/graph/scene'
import type { CardLook } from './cardLook'
import type { CardPaint } from './panoramaPaint'
import type { PanoramaTheme } from './panoramaTheme'

/** What every part of a card's painting shares. */
export interface CardScene {
  brush: Brush
  card: CardPaint
  look: CardLook
  theme: PanoramaTheme
  /** Height of the middle of the name, of the second line and of the disc. */
  nameY: number
  metaY: number
  discY: number
}

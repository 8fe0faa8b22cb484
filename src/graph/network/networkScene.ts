/** A disc of the network; place and radius in world units (CSS pixels at zoom 1), any origin. */
export interface SceneNode {
  id: string
  x: number
  y: number
  radius: number
  /** Key into the palette's tones. */
  tone: string
  label: string
  /** Read aloud after the label, never drawn. */
  detail?: string
  /** Larger is labelled earlier. */
  weight: number
  /** 链主 as a gold star, a group of several firms as a plate, a firm outside the data as an open ring. */
  mark?: 'star' | 'group' | 'outside'
  /** World units beside the disc that are free for its name, where it stands alone in its row. */
  room?: number | undefined
  /** Members of a group. */
  count?: number
}

/** A relation; `from` supplies `to`, so arrows and light run towards the buyer. */
export interface SceneEdge {
  id: string
  from: string
  to: string
  /** In pixels of the screen when all is in view; grows a little when zoomed in. */
  width: number
  dashed: boolean
  tone: string
  /** Sideways bulge as a part of the length; A→B and B→A bulge to opposite sides. `DEFAULT_BEND` when left out. */
  bend?: number
}

/** Angles in radians, clockwise from the right, as on a canvas. `stretch` widens circles to ellipses. */
export type SceneGuide =
  | { kind: 'ring'; radius: number; label: string; side?: 'left' | 'right'; stretch?: number }
  | { kind: 'sector'; from: number; to: number; label: string; inner?: number; outer?: number; stretch?: number }
  | {
      kind: 'column'
      x: number
      width: number
      label: string
      sub?: string
      /** From one disc of a row to the next, or to where the next row's discs stand; names longer than that are cut. */
      pitch?: number
    }
  | { kind: 'heading'; x: number; y: number; width: number; label: string }

export interface NetworkScene {
  nodes: SceneNode[]
  edges: SceneEdge[]
  guides: SceneGuide[]
}

/** A passing state of a node or edge, by id: its tone, and how strongly from 0 (barely) to 1 (fully). */
export interface SceneState {
  tone: string
  level: number
}

export type SceneStates = ReadonlyMap<string, SceneState>

export const DEFAULT_BEND = 0.1

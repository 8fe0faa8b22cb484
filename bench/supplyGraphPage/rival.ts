import type { NetworkScene } from '@/graph/network/networkScene'

/** One library drawing the sample, as far as the measuring goes. Every call returns when the library has been told, not when it has drawn. */
export interface Drawing {
  panBy: (dx: number, dy: number) => void
  /** About the middle of the screen. */
  zoomBy: (factor: number) => void
  /** Highlights the node, its edges and its neighbours; null ends it. */
  hover: (id: string | null) => void | Promise<void>
  /** Another colour and size for every node and edge. */
  restyle: (turn: number) => void | Promise<void>
  destroy: () => void | Promise<void>
}

/** Draws the scene into the host; resolves when the library says it has. */
export type Rival = (
  host: HTMLElement,
  scene: NetworkScene,
  viewport: { width: number; height: number },
) => Promise<Drawing>

/** So many names every rival may write when everything is in view: as many as ours writes. */
export const NAMES = 40
/** Two tones for the change of all states. */
export const STATE_COLOURS = ['#ff5468', '#ffb02e']

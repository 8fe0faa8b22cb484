import type { Camera } from '@/lib/regionSurface'

/** A map on the page, whoever draws it. */
export interface Drawn {
  /** Resolves with the frame after the one that shows it. */
  look: (camera: Camera) => Promise<void>
  close: () => void
}

export const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

/** Over a city and out of it again, closer and farther by two zooms. */
export function pathOfPan([lng, lat]: [number, number], frames: number): Camera[] {
  return Array.from({ length: frames }, (_none, i) => {
    const turn = (i / frames) * 2 * Math.PI
    return { centre: [lng + 0.8 * Math.sin(turn), lat + 0.4 * Math.sin(2 * turn)], zoom: 9 - Math.cos(turn) }
  })
}

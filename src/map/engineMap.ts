import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import type { Bounds } from '@/lib/regionShape'

/**
 * What the rest of the kit may use of a live map: calls that MapLibre and Mapbox GL spell and answer alike, in the
 * types of the former. What `on` returns differs and is nobody's business.
 */
export type EngineMap = Pick<
  MapLibreMap,
  | 'addImage'
  | 'addLayer'
  | 'addSource'
  | 'fitBounds'
  | 'getBounds'
  | 'getCanvas'
  | 'getCenter'
  | 'getContainer'
  | 'getLayer'
  | 'getPixelRatio'
  | 'getSource'
  | 'getZoom'
  | 'hasImage'
  | 'isMoving'
  | 'jumpTo'
  | 'on'
  | 'once'
  | 'project'
  | 'queryRenderedFeatures'
  | 'remove'
  | 'removeLayer'
  | 'removeSource'
  | 'setFeatureState'
  | 'setFilter'
  | 'setLayoutProperty'
  | 'setPixelRatio'
  | 'triggerRepaint'
  | 'unproject'
  | 'zoomIn'
  | 'zoomOut'
>

export interface EngineOptions {
  container: HTMLElement
  style: StyleSpecification
  pixelRatio: number
  /** Opens where it will stay: from another place the shapes would be cut into tiles twice. */
  bounds: Bounds
  fitBoundsOptions: { padding: number; maxZoom: number }
}

export interface MapEngine {
  /** `refused` is called when the engine may not draw here (its licence check, a policy), so that the screen stays blank. */
  create: (options: EngineOptions, refused: (why: string) => void) => EngineMap
}

/** Both engines take these alike: a flat map that the frame around it steers. */
export const FLAT_MAP = {
  keyboard: false,
  dragRotate: false,
  touchPitch: false,
  maxPitch: 0,
  renderWorldCopies: false,
  fadeDuration: 0,
} as const

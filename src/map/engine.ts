import type { Map as EngineMap, MapOptions } from 'maplibre-gl'

/** What the rest of the kit may use: only calls that MapLibre and Mapbox GL spell and answer alike. */
export interface MapEngine {
  create: (options: MapOptions) => EngineMap
}

let loading: Promise<MapEngine> | undefined

/**
 * Loads the drawing engine once. A second one may stand beside it: with a token in VITE_MAPBOX_TOKEN an adapter of
 * mapbox-gl would be returned here; without the token none of its code may reach the browser.
 */
export function loadEngine(): Promise<MapEngine> {
  loading ??= loadMapLibre().catch((reason: unknown) => {
    loading = undefined
    throw reason
  })
  return loading
}

async function loadMapLibre(): Promise<MapEngine> {
  const { createMapLibre } = await import('./mapLibre')
  return { create: createMapLibre }
}

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

/** The page fills in what older browsers lack, a worker of the engine's cannot: `Object.hasOwn` came with `Error.cause` (Chromium 93). */
const canRunWorker = () => 'cause' in new Error('', { cause: null })

async function loadMapLibre(): Promise<MapEngine> {
  if (!canRunWorker()) throw new Error('this browser is too old for the worker of the map engine')
  const { createMapLibre } = await import('./mapLibre')
  return { create: createMapLibre }
}

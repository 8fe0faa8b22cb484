import type { MapEngine } from './engineMap'

let loading: Promise<MapEngine> | undefined
let isMapboxRefused = false

/**
 * Loads the drawing engine once: MapLibre, or Mapbox GL where the build was given a token (VITE_MAPBOX_TOKEN). Vite
 * writes the token in as a constant, so that a build without it drops the branch with all of Mapbox's code.
 */
export function loadEngine(): Promise<MapEngine> {
  loading ??= chosenEngine().catch((reason: unknown) => {
    loading = undefined
    throw reason
  })
  return loading
}

/** The token was refused: from now on, until the page is loaded again, MapLibre draws. */
export function giveUpMapbox() {
  isMapboxRefused = true
  loading = undefined
}

async function chosenEngine(): Promise<MapEngine> {
  if (import.meta.env.VITE_MAPBOX_TOKEN) {
    if (!isMapboxRefused) return (await import('./mapboxGl')).mapboxGl
  }
  return loadMapLibre()
}

/** The page fills in what older browsers lack, a worker of the engine's cannot: `Object.hasOwn` came with `Error.cause` (Chromium 93). */
const canRunWorker = () => 'cause' in new Error('', { cause: null })

async function loadMapLibre(): Promise<MapEngine> {
  if (!canRunWorker()) throw new Error('this browser is too old for the worker of the map engine')
  return (await import('./mapLibre')).mapLibre
}

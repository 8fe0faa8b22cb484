import { Map as EngineMap, setWorkerUrl, type MapOptions } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
// As a file of our own origin, and by address: an import of the module is shaken off as free of side effects.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

setWorkerUrl(workerUrl)

export function createMapLibre(options: MapOptions): EngineMap {
  return new EngineMap(options)
}

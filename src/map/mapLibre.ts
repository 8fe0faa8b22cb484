import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
// As a file of our own origin, and by address: an import of the module is shaken off as free of side effects.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { FONT_STACK } from '@/lib/fontStack'
import { FLAT_MAP, type MapEngine } from './engineMap'
import { isSoftwareRenderer, rendererOf } from './softwareRendering'

setWorkerUrl(workerUrl)

export const mapLibre: MapEngine = {
  create(options) {
    const map = new MapLibreMap({
      ...FLAT_MAP,
      ...options,
      attributionControl: false,
      localIdeographFontFamily: FONT_STACK,
    })
    if (isSoftwareRenderer(rendererOf(map.getCanvas()))) map.once('style.load', () => skipSky(map))
    return map
  },
}

/**
 * MapLibre draws a sky over the whole screen even where the style has none and the map is flat: two thirds of the
 * processor time of a frame where the processor draws. Without values for it the pass is left out, as before the style
 * has loaded. Not a documented call: seen in maplibre-gl 6.17.0, held by softwareRendering.test.ts.
 */
function skipSky({ style }: MapLibreMap) {
  const sky: { getEvaluated: () => unknown } | undefined = style?.sky
  if (sky) sky.getEvaluated = () => undefined
}

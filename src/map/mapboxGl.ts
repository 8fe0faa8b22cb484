import mapboxgl from 'mapbox-gl'
import 'mapbox-gl/dist/mapbox-gl.css'
import { FONT_STACK } from '@/lib/fontStack'
import { FLAT_MAP, type EngineMap, type MapEngine } from './engineMap'

const BASE_URL: string | undefined = import.meta.env.VITE_MAPBOX_BASE_URL

/*
 * Reached only by builds with a token: the licence of Mapbox GL covers none but holders of an account. Its attribution,
 * its session and usage reports are left as they come; the licence asks for them.
 */
mapboxgl.accessToken = import.meta.env.VITE_MAPBOX_TOKEN
if (BASE_URL) mapboxgl.baseApiUrl = BASE_URL

export const mapboxGl: MapEngine = {
  create({ container, style, bounds, fitBoundsOptions }, refused) {
    const map = new mapboxgl.Map({
      ...FLAT_MAP,
      container,
      bounds,
      fitBoundsOptions,
      // The style is rejected without an address of glyphs; with a local font none is asked for.
      style: { ...(style as mapboxgl.StyleSpecification), glyphs: `${location.origin}/{fontstack}/{range}.pbf` },
      projection: 'mercator',
      localFontFamily: FONT_STACK,
    })
    watchForRefusal(map, refused)
    return withPixelRatio(map)
  },
}

/** Either leaves a blank screen: a token that is not recognised, and a policy without `blob:` for its worker. */
function watchForRefusal(map: mapboxgl.Map, refused: (why: string) => void) {
  map.on('error', ({ error }) => {
    const status: unknown = 'status' in error ? error.status : undefined
    if (status === 401 || /access token/i.test(error.message)) refused('Mapbox 没有认可访问令牌')
  })
  const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'worker-src') refused('Mapbox 需要在服务端设 MAP_ENGINE_ORIGINS')
  }
  document.addEventListener('securitypolicyviolation', onViolation)
  map.once('load', () => document.removeEventListener('securitypolicyviolation', onViolation))
  map.once('remove', () => document.removeEventListener('securitypolicyviolation', onViolation))
}

/**
 * Mapbox GL always draws at the ratio of the screen and cannot be told another one: on walls beyond the pixel budget it
 * takes more memory than MapLibre does. The kit hears that the ratio is what it asks for.
 */
function withPixelRatio(map: mapboxgl.Map): EngineMap {
  let told = window.devicePixelRatio
  const ratio = {
    getPixelRatio: () => told,
    setPixelRatio: (next: number) => {
      told = next
    },
  }
  return Object.assign(map, ratio) as unknown as EngineMap
}

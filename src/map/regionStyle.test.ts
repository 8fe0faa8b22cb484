import { createRequire } from 'node:module'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { pointLayers, POINTS } from './pointStyle'
import { REGION_LOOKS } from './ramps'
import { regionStyle, RINGS } from './regionStyle'

const mapbox = createRequire(import.meta.url)('mapbox-gl/dist/style-spec/index.cjs') as {
  validate: (style: unknown) => unknown[]
}

const style = (() => {
  const base = regionStyle(REGION_LOOKS.dark, 1.5)
  return {
    ...base,
    sources: { ...base.sources, [POINTS]: { type: 'vector' as const, tiles: ['https://x/{z}/{x}/{y}'], maxzoom: 12 } },
    layers: [...base.layers, ...pointLayers(REGION_LOOKS.dark, 1.5)],
  }
})()

describe('the style of the map', () => {
  it('is understood by MapLibre', () => {
    expect(validateStyleMin(style)).toEqual([])
  })

  it('is understood by Mapbox GL, which wants an address of glyphs', () => {
    expect(mapbox.validate({ ...style, glyphs: 'https://x/{fontstack}/{range}.pbf' })).toEqual([])
  })

  it('has a layer of rings for points to stay below', () => {
    expect(style.layers.map(({ id }) => id)).toContain(RINGS)
  })
})

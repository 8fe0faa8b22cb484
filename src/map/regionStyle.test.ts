import { createRequire } from 'node:module'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import type { RegionPicture } from '@/lib/regionShape'
import { pointLayers, POINTS } from './pointStyle'
import { REGION_LOOKS } from './ramps'
import { REGIONS, regionStyle, RINGS } from './regionStyle'

const mapbox = createRequire(import.meta.url)('mapbox-gl/dist/style-spec/index.cjs') as {
  validate: (style: unknown) => unknown[]
}

const PICTURE: RegionPicture = {
  shapes: [
    {
      code: '210102',
      name: '和平区',
      city: '210100',
      centre: [123.4, 41.8],
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [123, 41],
            [124, 41],
            [124, 42],
            [123, 41],
          ],
        ],
      },
    },
  ],
  context: [],
  borders: { type: 'MultiLineString', coordinates: [] },
  fills: new Map(),
  labels: new Map([['210102', '和平区']]),
}

const style = (() => {
  const base = regionStyle(REGION_LOOKS.dark, 1.5, PICTURE)
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

  it('brings the picture it opens with, hatched where there is no value', () => {
    const { sources, layers } = regionStyle(REGION_LOOKS.dark, 1, PICTURE)
    expect(JSON.stringify(sources[REGIONS])).toContain('210102')
    expect(JSON.stringify(layers.find(({ id }) => id === 'hatch'))).toContain('210102')
  })

  it('dots, and does not hatch, what is not public', () => {
    const picture = { ...PICTURE, suppressed: new Set(['210102']) }
    const { layers } = regionStyle(REGION_LOOKS.dark, 1, picture)
    const of = (texture: string) => JSON.stringify(layers.find(({ id }) => id === texture))
    expect(of('dots')).toContain('210102')
    expect(of('hatch')).not.toContain('210102')
  })

  it('has a layer of rings for points to stay below', () => {
    expect(style.layers.map(({ id }) => id)).toContain(RINGS)
  })
})

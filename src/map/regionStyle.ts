import type { FeatureCollection } from 'geojson'
import type {
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import { FONT_STACK } from '@/lib/fontStack'
import type { Texture } from '@/lib/hatch'
import { textureOf, type RegionLook, type RegionPicture } from '@/lib/regionShape'
import { borderFeatures, contextFeatures, labelFeatures, regionFeatures } from './regionFeatures'

/** Sources and layers are named alike where they belong together. */
export const REGIONS = 'regions'
export const CONTEXT = 'context'
export const BORDERS = 'borders'
export const LABELS = 'labels'
export const TEXTURES: readonly Texture[] = ['hatch', 'dots']
/**
 * Around what is looked at. Outlines of their own: rings on all divisions, most of them without width, took a quarter
 * of a frame where the processor draws. The lowest layer has this name; enterprises are drawn below it.
 */
export const RINGS = 'rings'

/** Outlines are simplified when they are built; doing it again for each polygon would open gaps between neighbours. */
const source = (data: FeatureCollection): GeoJSONSourceSpecification => ({ type: 'geojson', data, tolerance: 0 })

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Divisions of these codes have the texture. Patterns cannot follow a feature's state, so the layer is filtered. */
export const textureFilter = (codes: readonly string[]): FilterSpecification => [
  'in',
  ['get', 'code'],
  ['literal', [...codes]],
]

export const codesWith = (picture: RegionPicture, texture: Texture): string[] =>
  picture.shapes.flatMap(({ code }) => (textureOf(picture, code) === texture ? [code] : []))

/**
 * A style of our own: no tiles, no glyphs, no sprite, nothing from outside. `scale` makes words and lines fit for walls.
 * It brings the picture it opens with: shapes that come later are cut into tiles a second time.
 */
export function regionStyle(look: RegionLook, scale: number, picture: RegionPicture): StyleSpecification {
  return {
    version: 8,
    sources: {
      [CONTEXT]: source(contextFeatures(picture)),
      [REGIONS]: source(regionFeatures(picture)),
      [BORDERS]: source(borderFeatures(picture)),
      [LABELS]: source(labelFeatures(picture)),
      [RINGS]: source(NOTHING),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': look.background } },
      { id: CONTEXT, type: 'fill', source: CONTEXT, paint: { 'fill-color': look.context } },
      ...fillLayers(picture),
      ...lineLayers(look, scale),
      labelLayer(look, scale),
    ],
  }
}

function fillLayers(picture: RegionPicture): LayerSpecification[] {
  return [
    {
      id: REGIONS,
      type: 'fill',
      source: REGIONS,
      paint: {
        'fill-color': ['to-color', ['feature-state', 'fill'], 'rgba(0,0,0,0)'],
        'fill-antialias': false,
      },
    },
    ...TEXTURES.map((texture): LayerSpecification => ({
      id: texture,
      type: 'fill',
      source: REGIONS,
      filter: textureFilter(codesWith(picture, texture)),
      paint: { 'fill-pattern': texture },
    })),
  ]
}

function lineLayers(look: RegionLook, scale: number): LayerSpecification[] {
  // Left out on hair lines: nobody sees it there, and it multiplies what the worker has to build.
  const join = { 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    {
      id: 'context-line',
      type: 'line',
      source: CONTEXT,
      paint: { 'line-color': look.line, 'line-width': 0.5 * scale },
    },
    {
      id: 'region-line',
      type: 'line',
      source: REGIONS,
      paint: { 'line-color': look.line, 'line-width': 0.8 * scale },
    },
    {
      id: BORDERS,
      type: 'line',
      source: BORDERS,
      layout: join,
      paint: { 'line-color': look.border, 'line-width': 1.6 * scale },
    },
    {
      id: RINGS,
      type: 'line',
      source: RINGS,
      layout: join,
      paint: { 'line-color': look.halo, 'line-width': 5.5 * scale },
    },
    {
      id: 'ring-line',
      type: 'line',
      source: RINGS,
      layout: join,
      paint: {
        'line-color': ['case', ['get', 'selected'], look.selected, look.hovered],
        'line-width': 3 * scale,
      },
    },
  ]
}

function labelLayer(look: RegionLook, scale: number): LayerSpecification {
  return {
    id: LABELS,
    type: 'symbol',
    source: LABELS,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': FONT_STACK.replace(/"/g, '').split(','),
      'text-size': ['interpolate', ['linear'], ['zoom'], 5, 12 * scale, 9, 14 * scale],
      'text-padding': 3,
      'text-line-height': 1.2,
      // Used where a name has to leave its place.
      'text-radial-offset': 1.5,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: { 'text-color': look.text, 'text-halo-color': look.halo, 'text-halo-width': 1.5 * scale },
  }
}

import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Texture } from '@/lib/hatch'
import {
  extentOf,
  mercator,
  ringsOf,
  paintOf,
  toFeature,
  unmercator,
  type RegionLook,
  type RegionPicture,
  type RegionShape,
} from '@/lib/regionShape'

/** Neighbours share the registered map; the prefix keeps them from being taken for regions with figures. */
const CONTEXT = 'context:'
export const MARGIN = 28

export interface GeoState {
  look: RegionLook
  selected: string | null
  hovered: string | null
  /** Repeats under divisions without a colour. */
  textures: Record<Texture, HTMLCanvasElement>
  /** How much larger words and lines are than on a desk. */
  scale: number
}

/**
 * Names under which a picture's outlines are registered, for good: the same outlines have the same name, other ones of
 * the same divisions another. Never 'china', which makes the library draw lines of its own.
 */
export function geoMapName({ shapes, context }: RegionPicture): string {
  const code = (shape: RegionShape | undefined) => shape?.code ?? ''
  const corners = [...shapes, ...context].reduce(
    (sum, { geometry }) => ringsOf(geometry).reduce((inner, ring) => inner + ring.length, sum),
    0,
  )
  return `regions-${code(shapes[0])}-${code(shapes[shapes.length - 1])}-${shapes.length}-${context.length}-${corners}`
}

export function geoCollection({
  shapes,
  context,
}: RegionPicture): FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }> {
  const around = context.map((shape) => toFeature({ ...shape, code: CONTEXT + shape.code }))
  return { type: 'FeatureCollection', features: [...around, ...shapes.map(toFeature)] }
}

/** Code of a region of the registered map; null for a neighbour. */
export const codeOfName = (name: string) => (name.startsWith(CONTEXT) ? null : name)

/** The same picture as the engine's, for the geo component. No tooltip: it would be a string of HTML. */
export function geoOption(picture: RegionPicture, state: GeoState) {
  const { look } = state
  const bounds = extentOf(picture)
  return {
    backgroundColor: look.background,
    animation: false,
    geo: {
      map: geoMapName(picture),
      nameProperty: 'code',
      roam: true,
      selectedMode: false,
      projection: { project: mercator, unproject: unmercator },
      ...(bounds && {
        boundingCoords: [
          [bounds[0], bounds[3]],
          [bounds[2], bounds[1]],
        ],
      }),
      left: MARGIN,
      right: MARGIN,
      top: MARGIN,
      bottom: MARGIN,
      preserveAspect: 'contain',
      itemStyle: { areaColor: look.context, borderColor: look.line, borderWidth: 0.7 * state.scale },
      emphasis: { disabled: true },
      label: { show: false },
      regions: [
        ...picture.context.map(contextRegion),
        ...picture.shapes.map((shape) => region(shape, picture, state.textures)),
      ],
    },
    series: [geoLines(picture, state)],
  }
}

type LineState = Pick<GeoState, 'look' | 'selected' | 'hovered' | 'scale'>

/** Borders, and the rings of what is looked at. */
export function geoLines(picture: RegionPicture, { look, selected, hovered, scale }: LineState) {
  return {
    id: 'lines',
    type: 'lines' as const,
    coordinateSystem: 'geo' as const,
    polyline: true,
    silent: true,
    lineStyle: { color: look.border, width: 1.4 * scale, opacity: 1 },
    data: [
      ...picture.borders.coordinates.map((coords) => ({ coords })),
      ...ringLines(picture, hovered, look.hovered, look.halo),
      ...ringLines(picture, selected, look.selected, look.halo),
    ],
  }
}

/** Lines of their own, above all borders: a region's own outline is half covered by its neighbours. */
function ringLines({ shapes }: RegionPicture, code: string | null, colour: string, halo: string) {
  const shape = shapes.find((candidate) => candidate.code === code)
  const rings = shape ? ringsOf(shape.geometry) : []
  const line = (color: string, width: number) => rings.map((coords) => ({ coords, lineStyle: { color, width } }))
  return [...line(halo, 6), ...line(colour, 3)]
}

const contextRegion = ({ code }: RegionShape) => ({ name: CONTEXT + code, silent: true })

function region({ code }: RegionShape, picture: RegionPicture, { hatch, dots }: GeoState['textures']) {
  const pattern = (image: HTMLCanvasElement) => ({ image, repeat: 'repeat' as const })
  const areaColor = paintOf(picture, code, { hatch: pattern(hatch), dots: pattern(dots) })
  return { name: code, itemStyle: { areaColor } }
}

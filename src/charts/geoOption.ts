import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { FONT_STACK } from '@/lib/fontStack'
import { LABEL_LINE_EM, placeLabels } from '@/lib/regionLabels'
import { projectionFor } from '@/lib/regionProjection'
import {
  boundsOf,
  mercator,
  ringsOf,
  toFeature,
  type RegionLook,
  type RegionPicture,
  type RegionShape,
} from '@/lib/regionShape'

/** Neighbours share the registered map; the prefix keeps them from being taken for regions with figures. */
const CONTEXT = 'context:'
const MARGIN = 28
const LABEL_SIZE = 12

export interface GeoState {
  look: RegionLook
  selected: string | null
  hovered: string | null
  /** Repeats under divisions without a value. */
  hatch: HTMLCanvasElement
  width: number
  height: number
  /** How much larger words and lines are than on a desk. */
  scale: number
}

/** Names under which a picture's outlines are registered; never 'china', which makes the library draw lines of its own. */
export function geoMapName({ shapes, context }: RegionPicture): string {
  const code = (shape: RegionShape | undefined) => shape?.code ?? ''
  return `regions-${code(shapes[0])}-${code(shapes[shapes.length - 1])}-${shapes.length}-${context.length}`
}

export function geoCollection({
  shapes,
  context,
}: RegionPicture): FeatureCollection<Polygon | MultiPolygon, { code: string; name: string; cp?: number[] }> {
  const around = context.map((shape) => toFeature({ ...shape, code: CONTEXT + shape.code }))
  return { type: 'FeatureCollection', features: [...around, ...shapes.map(placed)] }
}

/** `cp` is where the library puts the words. */
function placed(shape: RegionShape) {
  const feature = toFeature(shape)
  return { ...feature, properties: { ...feature.properties, cp: shape.centre } }
}

/** Code of a region of the registered map; null for a neighbour. */
export const codeOfName = (name: string) => (name.startsWith(CONTEXT) ? null : name)

/** The same picture as the engine's, for the geo component. No tooltip: it would be a string of HTML. */
export function geoOption(picture: RegionPicture, state: GeoState) {
  const { look } = state
  const bounds = boundsOf(picture.shapes)
  const project = projectionFor(picture.shapes, { width: state.width, height: state.height, margin: MARGIN })
  const labelled = new Map(
    placeLabels(picture, project, LABEL_SIZE * state.scale).map(({ code, lines }) => [code, lines.join('\n')]),
  )
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
        ...picture.shapes.map((shape) => region(shape, picture.fills, labelled, state)),
      ],
    },
    series: [
      {
        type: 'lines',
        coordinateSystem: 'geo',
        polyline: true,
        silent: true,
        lineStyle: { color: look.border, width: 1.4 * state.scale, opacity: 1 },
        data: [
          ...picture.borders.coordinates.map((coords) => ({ coords })),
          ...ringLines(picture, state.hovered, look.hovered, look.halo),
          ...ringLines(picture, state.selected, look.selected, look.halo),
        ],
      },
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

const contextRegion = ({ code }: RegionShape) => ({ name: CONTEXT + code, silent: true, label: { show: false } })

function region(
  { code }: RegionShape,
  fills: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
  state: GeoState,
) {
  const { look, hatch, scale } = state
  const label = labels.get(code)
  return {
    name: code,
    itemStyle: {
      areaColor: fills.get(code) ?? { image: hatch, repeat: 'repeat' },
    },
    label: {
      show: label !== undefined,
      // Words come through a function: braces in a name would otherwise be read as a template.
      formatter: () => label ?? '',
      color: look.text,
      textBorderColor: look.halo,
      textBorderWidth: 3.5 * scale,
      lineHeight: LABEL_SIZE * LABEL_LINE_EM * scale,
      fontFamily: FONT_STACK,
      fontSize: LABEL_SIZE * scale,
    },
  }
}

function unmercator([x = 0, y = 0]: number[]): [number, number] {
  return [x, (Math.atan(Math.exp((-y * Math.PI) / 180)) * 360) / Math.PI - 90]
}

import type { FeatureCollection } from 'geojson'
import { FONT_STACK } from '@/lib/fontStack'
import { boundsOf, mercator, toFeature, type RegionLook, type RegionPicture, type RegionShape } from '@/lib/regionShape'

/** Neighbours share the registered map; the prefix keeps them from being taken for regions with figures. */
const CONTEXT = 'context:'

export interface GeoState {
  look: RegionLook
  selected: string | null
  hovered: string | null
  /** Repeats under divisions without a value. */
  hatch: HTMLCanvasElement
}

/** Names under which a picture's outlines are registered; never 'china', which makes the library draw lines of its own. */
export function geoMapName({ shapes, context }: RegionPicture): string {
  const code = (shape: RegionShape | undefined) => shape?.code ?? ''
  return `regions-${code(shapes[0])}-${code(shapes[shapes.length - 1])}-${shapes.length}-${context.length}`
}

export function geoCollection({ shapes, context }: RegionPicture): FeatureCollection {
  const around = context.map((shape) => toFeature({ ...shape, code: CONTEXT + shape.code }))
  return { type: 'FeatureCollection', features: [...around, ...shapes.map(toFeature)] }
}

/** Code of a region of the registered map; null for a neighbour. */
export const codeOfName = (name: string) => (name.startsWith(CONTEXT) ? null : name)

/** The same picture as the engine's, for the geo component. No tooltip: it would be a string of HTML. */
export function geoOption(picture: RegionPicture, state: GeoState) {
  const { look } = state
  const bounds = boundsOf(picture.shapes)
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
      left: 28,
      right: 28,
      top: 28,
      bottom: 28,
      itemStyle: { areaColor: look.context, borderColor: look.line, borderWidth: 0.7 },
      emphasis: { disabled: true },
      label: { show: false },
      labelLayout: { hideOverlap: true },
      regions: [...picture.context.map(contextRegion), ...picture.shapes.map((shape) => region(shape, picture, state))],
    },
    series: [
      {
        type: 'lines',
        coordinateSystem: 'geo',
        polyline: true,
        silent: true,
        lineStyle: { color: look.border, width: 1.4, opacity: 1 },
        data: picture.borders.coordinates.map((coords) => ({ coords })),
      },
    ],
  }
}

const contextRegion = ({ code }: RegionShape) => ({ name: CONTEXT + code, silent: true, label: { show: false } })

function region({ code }: RegionShape, { fills, labels }: RegionPicture, { look, selected, hovered, hatch }: GeoState) {
  const ring = code === selected ? look.selected : code === hovered ? look.hovered : null
  const label = labels.get(code)
  return {
    name: code,
    itemStyle: {
      areaColor: fills.get(code) ?? { image: hatch, repeat: 'repeat' },
      ...(ring && { borderColor: ring, borderWidth: 3 }),
    },
    label: {
      show: label !== undefined,
      // Words come through a function: braces in a name would otherwise be read as a template.
      formatter: () => label ?? '',
      color: look.text,
      textBorderColor: look.halo,
      textBorderWidth: 2.5,
      fontFamily: FONT_STACK,
      fontSize: 12,
    },
  }
}

function unmercator([x = 0, y = 0]: number[]): [number, number] {
  return [x, (Math.atan(Math.exp((-y * Math.PI) / 180)) * 360) / Math.PI - 90]
}

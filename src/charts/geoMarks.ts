import type { Position } from 'geojson'
import { FONT_STACK } from '@/lib/fontStack'
import { LABEL_LINE_EM, placeLabels, type PlacedLabel } from '@/lib/regionLabels'
import { pointCountLabel, radiusOf } from '@/lib/regionPoints'
import type { RegionLook, RegionPicture } from '@/lib/regionShape'
import type { PointMark } from '@/lib/regionSurface'

export const POINTS = 'points'
const LABEL_SIZE = 12

interface MarkState {
  look: RegionLook
  /** How much larger words and discs are than on a desk. */
  scale: number
}

/** Enterprises and their clusters, above the divisions. */
export function geoPoints(marks: readonly PointMark[], { look, scale }: MarkState) {
  return {
    id: POINTS,
    type: 'scatter' as const,
    coordinateSystem: 'geo' as const,
    z: 3,
    itemStyle: { color: look.points.disc, borderColor: look.points.ring, borderWidth: 1.5 * scale, opacity: 1 },
    label: { color: look.points.text, fontFamily: FONT_STACK, fontSize: 11.5 * scale },
    data: marks.map(({ lng, lat, count }) => ({
      value: [lng, lat],
      symbolSize: 2 * radiusOf(count) * scale,
      label: { show: count > 1, formatter: () => pointCountLabel(count) },
    })),
  }
}

/** The words of the map where they have room at the present zoom: the library itself would let them overlap. */
export function geoLabels(
  picture: RegionPicture,
  marks: readonly PointMark[],
  project: (point: Position) => [number, number],
  { look, scale }: MarkState,
) {
  const size = LABEL_SIZE * scale
  const discs = marks.flatMap(({ lng, lat, count }) => {
    const [x, y] = project([lng, lat])
    return count > 1 ? [{ x, y, radius: radiusOf(count) * scale }] : []
  })
  const centres = new Map(picture.shapes.map(({ code, centre }) => [code, centre]))
  return {
    id: 'labels',
    type: 'scatter' as const,
    coordinateSystem: 'geo' as const,
    z: 4,
    silent: true,
    symbolSize: 1,
    itemStyle: { opacity: 0 },
    label: {
      show: true,
      color: look.text,
      textBorderColor: look.halo,
      textBorderWidth: 3.5 * scale,
      lineHeight: size * LABEL_LINE_EM,
      fontFamily: FONT_STACK,
      fontSize: size,
      opacity: 1,
    },
    data: placeLabels(picture, project, size, discs).map((label) => labelItem(label, centres.get(label.code))),
  }
}

const labelItem = ({ lines, dy }: PlacedLabel, centre: Position | undefined) => ({
  value: centre,
  // Words come through a function: braces in a name would otherwise be read as a template.
  label: { offset: [0, dy], formatter: () => lines.join('\n') },
})

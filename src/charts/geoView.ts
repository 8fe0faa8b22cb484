import type { ECharts } from 'echarts/core'
import { mercator, unmercator, type Bounds } from '@/lib/regionShape'
import type { Camera, LngLat, ScreenPoint } from '@/lib/regionSurface'

/** Drawing engines count zoom so that the world is this wide at 0. */
const WORLD_PX = 512

/** The chart as a sheet of Web Mercator: where its zero lies on the screen, and how many pixels a degree takes there. */
interface Sheet extends ScreenPoint {
  scale: number
}

/**
 * Measured at two points of the equator: with a projection of its own, echarts 6.1 answers the way back from pixels
 * wrongly (it unprojects the pixel itself).
 */
function sheetOf(chart: ECharts): Sheet | null {
  const [zero, one] = [0, 1].map((lng): unknown => chart.convertToPixel({ geoIndex: 0 }, [lng, 0]))
  if (!isPair(zero) || !isPair(one)) return null
  return { x: zero[0], y: zero[1], scale: one[0] - zero[0] }
}

const isPair = (found: unknown): found is [number, number] =>
  Array.isArray(found) && found.length >= 2 && found.every((part) => typeof part === 'number' && isFinite(part))

export function projectOn(chart: ECharts, [lng, lat]: LngLat): ScreenPoint | null {
  const sheet = sheetOf(chart)
  const [x, y] = mercator([lng, lat])
  return sheet && { x: sheet.x + x * sheet.scale, y: sheet.y + y * sheet.scale }
}

export function unprojectOn(chart: ECharts, { x, y }: ScreenPoint): [number, number] | null {
  const sheet = sheetOf(chart)
  return sheet && unmercator([(x - sheet.x) / sheet.scale, (y - sheet.y) / sheet.scale])
}

/** Pixels that a degree of longitude takes now. */
export const scaleOf = (chart: ECharts): number => sheetOf(chart)?.scale ?? NaN

const zoomOfScale = (pixelsPerDegree: number) => Math.log2((360 * pixelsPerDegree) / WORLD_PX)
const scaleOfZoom = (zoom: number) => (WORLD_PX * 2 ** zoom) / 360

export function cameraOf(chart: ECharts): Camera | null {
  const centre = unprojectOn(chart, { x: chart.getWidth() / 2, y: chart.getHeight() / 2 })
  const zoom = zoomOfScale(scaleOf(chart))
  return centre && isFinite(zoom) ? { centre, zoom } : null
}

export function boundsOn(chart: ECharts): Bounds | null {
  const upperLeft = unprojectOn(chart, { x: 0, y: 0 })
  const lowerRight = unprojectOn(chart, { x: chart.getWidth(), y: chart.getHeight() })
  return upperLeft && lowerRight && [upperLeft[0], lowerRight[1], lowerRight[0], upperLeft[1]]
}

/** Looks somewhere; `fittedScale` is the scale at which all divisions just fit. The centre is one of the projected plane. */
export function lookAt({ centre, zoom }: Camera, fittedScale: number) {
  return { geo: { center: mercator([...centre]), zoom: scaleOfZoom(zoom) / fittedScale } }
}

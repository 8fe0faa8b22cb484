import { SVGRenderer } from 'echarts/renderers'
import { use } from 'echarts/core'
import { describe, expect, it } from 'vitest'
import { projectionFor } from '@/lib/regionProjection'
import type { RegionPicture } from '@/lib/regionShape'
import { REGION_LOOKS } from '@/map/ramps'
import { init, registerMap } from './echarts'
import { geoCollection, geoMapName, geoOption, MARGIN } from './geoOption'
import { boundsOn, cameraOf, lookAt, projectOn, scaleOf, unprojectOn } from './geoView'

use([SVGRenderer])

const ring = [
  [120, 40],
  [125, 40],
  [125, 43],
  [120, 43],
  [120, 40],
]
const picture: RegionPicture = {
  shapes: [
    {
      code: '210100',
      name: '沈阳市',
      city: null,
      centre: [122.5, 41.5],
      geometry: { type: 'Polygon', coordinates: [ring] },
    },
  ],
  context: [],
  borders: { type: 'MultiLineString', coordinates: [] },
  fills: new Map([['210100', '#123456']]),
  labels: new Map(),
}
const size = { width: 900, height: 600 }

function openChart() {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  registerMap(geoMapName(picture), geoCollection(picture))
  const state = {
    look: REGION_LOOKS.dark,
    selected: null,
    hovered: null,
    textures: { hatch: {} as HTMLCanvasElement, dots: {} as HTMLCanvasElement },
    scale: 1,
  }
  chart.setOption(geoOption(picture, state))
  return chart
}

describe('the view of the map without WebGL', () => {
  it('fits the divisions as the drawing engines do', () => {
    const project = projectionFor(picture.shapes, { ...size, margin: MARGIN })
    for (const corner of ring) {
      const placed = projectOn(openChart(), [corner[0] ?? 0, corner[1] ?? 0])
      const [x, y] = project(corner)
      expect(placed?.x).toBeCloseTo(x, 6)
      expect(placed?.y).toBeCloseTo(y, 6)
    }
  })

  it('finds the place of a pixel again', () => {
    const chart = openChart()
    const [lng = 0, lat = 0] = unprojectOn(chart, projectOn(chart, [123.4, 41.8]) ?? { x: 0, y: 0 }) ?? []
    expect(lng).toBeCloseTo(123.4, 9)
    expect(lat).toBeCloseTo(41.8, 9)
  })

  it('looks where it is told, in the zoom that drawing engines count', () => {
    const chart = openChart()
    chart.setOption(lookAt({ centre: [123.4, 41.8], zoom: 9.5 }, scaleOf(chart)))
    const camera = cameraOf(chart)
    expect(camera?.centre[0]).toBeCloseTo(123.4, 6)
    expect(camera?.centre[1]).toBeCloseTo(41.8, 6)
    expect(camera?.zoom).toBeCloseTo(9.5, 6)
    const [west = 0, south = 0, east = 0, north = 0] = boundsOn(chart) ?? []
    expect(west).toBeLessThan(123.4)
    expect(east).toBeGreaterThan(123.4)
    expect(south).toBeLessThan(41.8)
    expect(north).toBeGreaterThan(41.8)
  })
})

import { describe, expect, it } from 'vitest'
import { geoLabels, geoPoints } from '@/charts/geoMarks'
import { geoCollection, geoMapName, geoOption } from '@/charts/geoOption'
import { projectionFor } from '@/lib/regionProjection'
import type { PointMark } from '@/lib/regionSurface'
import { REGION_LOOKS } from '@/map/ramps'
import { indicatorOf } from './clusterIndicators'
import { classedMap, fillsOf, labelsOf } from './clusterMap'
import { CLUSTERS, SHAPES } from './clusters.fixture'

const indicator = indicatorOf('enterprises')
const map = classedMap(CLUSTERS, indicator, { method: 'quantile', mode: 'dark' }, SHAPES)
const textures = { hatch: {} as HTMLCanvasElement, dots: {} as HTMLCanvasElement }
const picture = {
  shapes: SHAPES,
  context: [{ ...SHAPES[0]!, code: '210200' }],
  borders: { type: 'MultiLineString' as const, coordinates: [] },
  ...fillsOf(CLUSTERS, map),
  labels: labelsOf(CLUSTERS, indicator),
}
const state = { look: REGION_LOOKS.dark, selected: '210104', hovered: null, textures, scale: 1 }

describe('the map without WebGL', () => {
  const option = geoOption(picture, state)

  it('paints every region in the colour of the map, hatches those without and dots those that are withheld', () => {
    const withheld = new Set(['210104'])
    const regions = geoOption({ ...picture, suppressed: withheld }, state).geo.regions
    for (const { code } of SHAPES) {
      const region = regions.find(({ name }) => name === code)
      const pattern = (image: HTMLCanvasElement) => ({ image, repeat: 'repeat' })
      const colour = picture.fills.get(code) ?? pattern(textures.hatch)
      const expected = withheld.has(code) ? pattern(textures.dots) : colour
      expect(region).toMatchObject({ itemStyle: { areaColor: expected } })
    }
  })

  const project = projectionFor(SHAPES, { width: 900, height: 600, margin: 28 })
  const wordsAround = (marks: PointMark[]) => geoLabels(picture, marks, project, state).data

  it('writes the words of the map', () => {
    const words = wordsAround([]).map(({ label }) => label.formatter())
    expect(words.length).toBeGreaterThan(0)
    for (const text of words) expect([...picture.labels.values()]).toContain(text)
  })

  it('moves words aside of a cluster, which shows its number', () => {
    const [shape] = SHAPES
    const [lng = 0, lat = 0] = shape?.centre ?? []
    const cluster = { lng, lat, count: 12_340, cluster: 7, creditCode: null }
    const offsetOf = (marks: PointMark[]) =>
      wordsAround(marks).find(({ value }) => value === shape?.centre)?.label.offset[1]
    expect(offsetOf([])).toBe(0)
    expect(offsetOf([cluster])).not.toBe(0)
    expect(geoPoints([cluster], state).data[0]?.label.formatter()).toBe('1.2万')
  })

  it('registers outlines under a name of its own and has no tooltip of HTML', () => {
    expect(geoMapName(picture)).not.toContain('china')
    expect(geoCollection(picture).features).toHaveLength(4)
    expect(JSON.stringify(option)).not.toContain('tooltip')
  })
})

import { describe, expect, it } from 'vitest'
import { geoCollection, geoMapName, geoOption } from '@/charts/geoOption'
import { REGION_LOOKS } from '@/map/ramps'
import { indicatorOf } from './clusterIndicators'
import { classedMap, fillsOf, labelsOf } from './clusterMap'
import { CLUSTERS, SHAPES } from './clusters.fixture'

const indicator = indicatorOf('enterprises')
const map = classedMap(CLUSTERS, indicator, { method: 'quantile', mode: 'dark' }, SHAPES)
const picture = {
  shapes: SHAPES,
  context: [{ ...SHAPES[0]!, code: '210200' }],
  borders: { type: 'MultiLineString' as const, coordinates: [] },
  fills: fillsOf(CLUSTERS, map),
  labels: labelsOf(CLUSTERS, indicator),
}
const hatch = {} as HTMLCanvasElement
const state = { look: REGION_LOOKS.dark, selected: '210104', hovered: null, hatch, width: 900, height: 600, scale: 1 }

describe('the map without WebGL', () => {
  const option = geoOption(picture, state)

  it('paints every region in the colour of the map, and hatches those without', () => {
    for (const { code } of SHAPES) {
      const region = option.geo.regions.find(({ name }) => name === code)
      const expected = picture.fills.get(code) ?? { image: hatch, repeat: 'repeat' }
      expect(region).toMatchObject({ itemStyle: { areaColor: expected } })
    }
  })

  it('writes the words of the map', () => {
    for (const region of option.geo.regions) {
      if (!('formatter' in region.label) || !region.label.show) continue
      expect(region.label.formatter()).toBe(picture.labels.get(region.name))
    }
  })

  it('registers outlines under a name of its own and has no tooltip of HTML', () => {
    expect(geoMapName(picture)).not.toContain('china')
    expect(geoCollection(picture).features).toHaveLength(4)
    expect(JSON.stringify(option)).not.toContain('tooltip')
  })
})

import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { RegionPicture, RegionShape } from '@/lib/regionShape'
import type { EngineMap } from './engineMap'
import { GlRegions } from './glRegions'
import { REGION_LOOKS } from './ramps'

const shape = (code: string): RegionShape => ({
  code,
  name: code,
  city: null,
  centre: [123, 41],
  geometry: { type: 'Polygon', coordinates: [] },
})
const picture: RegionPicture = {
  shapes: [shape('210102'), shape('210103')],
  context: [],
  borders: { type: 'MultiLineString', coordinates: [] },
  fills: new Map([
    ['210102', '#111111'],
    ['210103', '#222222'],
  ]),
  labels: new Map([['210102', '和平区']]),
}

/** Writes down what an engine is told. */
function recorder() {
  const data: string[] = []
  const rings: unknown[] = []
  const states: unknown[] = []
  let filters = 0
  const calls = {
    hasImage: () => true,
    getPixelRatio: () => 1,
    getSource: (id: string) => ({
      setData({ features }: FeatureCollection) {
        data.push(id)
        if (id === 'rings') rings.push(features.map(({ properties }) => properties))
      },
    }),
    setFeatureState: (_target: unknown, state: unknown) => states.push(state),
    setFilter: () => (filters += 1),
  }
  const regions = new GlRegions(calls as unknown as EngineMap, REGION_LOOKS.dark, picture)
  const taken = <T>(list: T[]) => list.splice(0, list.length)
  return {
    regions,
    data: () => taken(data),
    states: () => taken(states),
    rings: () => taken(rings),
    filters: () => filters,
  }
}

describe('the divisions on a map engine', () => {
  it('come as outlines with the style; another indicator sends words and the colours that differ', () => {
    const { regions, data, states, filters } = recorder()
    regions.show(picture)
    expect(data()).toEqual([])
    expect(states()).toHaveLength(2)
    const fills = new Map([...picture.fills, ['210103', '#333333']])
    regions.show({ ...picture, fills, labels: new Map(picture.labels) })
    expect(data()).toEqual(['labels'])
    expect(states()).toEqual([{ fill: '#333333' }])
    expect(filters()).toBe(0)
  })

  it('of another place are sent anew, all but what is the same', () => {
    const { regions, data } = recorder()
    regions.show({ ...picture, shapes: [shape('210104')], labels: new Map() })
    expect(data().sort()).toEqual(['labels', 'regions', 'rings'])
  })

  it('are hatched anew only when others have no value', () => {
    const { regions, filters } = recorder()
    const fills = new Map([['210102', '#111111']])
    regions.show({ ...picture, fills })
    regions.show({ ...picture, fills: new Map(fills) })
    expect(filters()).toBe(1)
  })

  it('are sent not at all where nothing of them changed', () => {
    const { regions, data, states } = recorder()
    regions.show(picture)
    data()
    states()
    regions.show({ ...picture })
    expect(data()).toEqual([])
    expect(states()).toEqual([])
  })

  it('are ringed where they are looked at, the selected one above', () => {
    const { regions, data, rings } = recorder()
    regions.show(picture)
    data()
    regions.mark('selected', '210102')
    regions.mark('hovered', '210103')
    regions.mark('hovered', '210102')
    regions.mark('hovered', '999999')
    regions.mark('selected', null)
    expect(rings()).toEqual([
      [{ selected: true }],
      [{ selected: false }, { selected: true }],
      [{ selected: true }],
      [{ selected: true }],
      [],
    ])
    expect(new Set(data())).toEqual(new Set(['rings']))
  })

  it('tell all colours again once the drawing context was lost', () => {
    const { regions, states } = recorder()
    regions.show(picture)
    states()
    regions.repaint()
    expect(states()).toHaveLength(2)
  })
})

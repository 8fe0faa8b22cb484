import { describe, expect, it } from 'vitest'
import { indicatorOf, INDICATORS, indicatorText } from './clusterIndicators'
import { classedMap, fillsOf, labelsOf, mapFrame } from './clusterMap'
import { CLUSTERS, SHAPES } from './clusters.fixture'
import { clusterRows } from './clusterTable'
import { drawnRegion } from './drawnRegion'
import { legendRows } from './legendRows'
import { regionPicked } from './regionPicked'

const mapOf = (value: 'enterprises' | 'revenue') =>
  classedMap(CLUSTERS, indicatorOf(value), { method: 'quantile', mode: 'dark' }, SHAPES)

describe('the map of clusters', () => {
  it('gives zero its own colour and leaves what is not reported without one', () => {
    const { fills: counts } = fillsOf(CLUSTERS, mapOf('enterprises'))
    expect(counts.get('210103')).toBe(mapOf('enterprises').zeroColour)
    const { fills: revenue } = fillsOf(CLUSTERS, mapOf('revenue'))
    expect(revenue.has('210103')).toBe(false)
    expect(revenue.has('210104')).toBe(false)
    expect(revenue.get('210102')).toMatch(/^#/)
  })

  it('tells regions without an outline and draws none for 未定位', () => {
    expect(mapOf('enterprises').unshaped.map(({ code }) => code)).toEqual(['210199'])
    expect(labelsOf(CLUSTERS, indicatorOf('enterprises')).has('210100')).toBe(false)
  })

  it('calls no region without an outline where no outlines were read', () => {
    const map = classedMap(CLUSTERS, indicatorOf('enterprises'), { method: 'quantile', mode: 'dark' }, null)
    expect(map.unshaped).toEqual([])
  })

  it('says 未报送 where there are enterprises and 无企业 where there are none', () => {
    const texts = CLUSTERS.regions.map((region) => indicatorText(indicatorOf('revenue'), region))
    expect(texts.slice(0, 3)).toEqual(['8.0亿', '无企业', '未报送'])
  })

  it('counts every drawn or undrawn region once in the legend', () => {
    for (const { value } of INDICATORS) {
      const map = classedMap(CLUSTERS, indicatorOf(value), { method: 'jenks', mode: 'light' }, SHAPES)
      expect(legendRows(map).reduce((sum, { n }) => sum + n, 0)).toBe(4)
    }
  })

  it('counts outlines without any figures as not reported', () => {
    const shapes = [...SHAPES, { ...SHAPES[0]!, code: '210105' }]
    const map = classedMap(CLUSTERS, indicatorOf('enterprises'), { method: 'quantile', mode: 'dark' }, shapes)
    expect(legendRows(map).find(({ texture }) => texture === 'hatch')?.n).toBe(1)
  })

  it('dots what is not public: in no class, not among the missing, and named as such', () => {
    const [first, ...others] = CLUSTERS.regions
    const withheld = { ...first!, figures: { ...first!.figures, revenueWan: null, revenueSuppressed: 'few' as const } }
    const clusters = { ...CLUSTERS, regions: [withheld, ...others] }
    const map = classedMap(clusters, indicatorOf('revenue'), { method: 'quantile', mode: 'dark' }, SHAPES)
    const { fills, suppressed } = fillsOf(clusters, map)
    expect([fills.has('210102'), [...suppressed]]).toEqual([false, ['210102']])
    expect(legendRows(map).map(({ id, texture, text, n }) => [id, texture, text, n])).toEqual([
      ['class-0', null, '0.5亿', 1],
      ['missing', 'hatch', '未报送或无企业', 2],
      ['suppressed', 'dots', '不公布', 1],
    ])
    expect(labelsOf(clusters, indicatorOf('revenue')).get('210102')).toBe('甲区\n不公布')
    for (const direction of ['ascending', 'descending'] as const) {
      const rows = clusterRows(clusters, map, { column: 'revenue', direction })
      expect(rows.map(({ code }) => code).slice(0, 4)).toEqual(['210199', '210103', '210104', '210102'])
      expect(rows[3]?.className).toBe('不公布')
    }
  })

  it('labels the largest first', () => {
    expect([...labelsOf(CLUSTERS, indicatorOf('enterprises')).values()][0]).toBe('甲区\n12 家')
  })
})

describe('the table of clusters', () => {
  it('adds up: regions and 未定位 make the total', () => {
    const rows = clusterRows(CLUSTERS, mapOf('enterprises'), null)
    const total = rows.find(({ kind }) => kind === 'total')
    const parts = rows.filter(({ kind }) => kind !== 'total')
    const houses = parts.reduce((sum, { own }) => sum + own.figures.enterprises, 0)
    expect(houses).toBe(total?.own.figures.enterprises)
    expect(rows.slice(-2).map(({ kind }) => kind)).toEqual(['unlocated', 'total'])
  })

  it('sorts what is not reported last in both directions', () => {
    for (const direction of ['ascending', 'descending'] as const) {
      const rows = clusterRows(CLUSTERS, mapOf('revenue'), { column: 'revenue', direction })
      expect(rows.slice(2, 4).map(({ own }) => own.figures.revenueWan)).toEqual([null, null])
    }
  })

  it('names the class that the map paints', () => {
    const map = mapOf('enterprises')
    const names = legendRows(map)
    for (const row of clusterRows(CLUSTERS, map, null).filter(({ kind }) => kind === 'region')) {
      const fill = fillsOf(CLUSTERS, map).fills.get(row.code ?? '')
      expect(row.className).toBe(names.find(({ colour }) => colour === fill)?.text)
    }
  })
})

describe('drilling', () => {
  const lines = { type: 'MultiLineString' as const, coordinates: [] }
  const province = { counties: SHAPES, cities: [{ ...SHAPES[0]!, code: '210100', city: null }], cityLines: lines }

  it('shows counties of a province, its cities on request, and the counties of a city among its neighbours', () => {
    expect(mapFrame(province, '210000', 'county').shapes).toBe(SHAPES)
    expect(mapFrame(province, '210000', 'city').shapes).toBe(province.cities)
    expect(mapFrame(province, '210100', 'county')).toMatchObject({ shapes: SHAPES, context: [] })
    expect(mapFrame(province, '210200', 'county').context).toHaveLength(1)
  })

  it('goes from the province to the city and from the city to the county', () => {
    expect(regionPicked('210102', '210000', { shapes: SHAPES })).toBe('210100')
    expect(regionPicked('210102', '210100', { shapes: SHAPES })).toBe('210102')
    expect(regionPicked('500101', '500000', { shapes: [{ ...SHAPES[0]!, code: '500101', city: null }] })).toBe('500101')
  })

  it('draws a county among its sisters, in a municipality those of the whole', () => {
    const step = (code: string, level: string) => ({ code, level })
    expect(drawnRegion('210000', undefined)).toBe('210000')
    expect(drawnRegion('210102', undefined)).toBeUndefined()
    const inCity = [step('210000', 'province'), step('210100', 'city'), step('210102', 'county')]
    expect(drawnRegion('210102', inCity)).toBe('210100')
    expect(drawnRegion('500101', [step('500000', 'province'), step('500101', 'county')])).toBe('500000')
  })
})

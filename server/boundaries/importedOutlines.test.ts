import fs from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { signedArea } from '@domain/geo/outline'
import { regionBook } from '@server/catalogue'
import { decodeProvince } from '../../src/map/decodeBoundaries'
import { BUNDLED_OUTLINES } from './bundledOutlines'
import { joinOutlines, unitsOf } from './joinOutlines'
import { codeProperty, sixDigits } from './outlineCode'
import { outlineTopology } from './outlineTopology'
import { readOutlines, type Outcome } from './readOutlines'

const book = regionBook()
const JILIN = '220000'
const codes = unitsOf(JILIN, book)

/** Squares in rows, each sharing its sides with the next. */
const square = (i: number, size = 0.2): number[][] => {
  const [x, y] = [122 + (i % 10) * size, 41 + Math.floor(i / 10) * size]
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
}
const county = (code: string, i: number, properties: object = { adcode: Number(code), name: book.name(code) }) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [square(i)] as unknown },
})
const fileOf = (features: object[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features, ...more })
const whole = codes.map((code, i) => county(code, i))
const faultsOf = (outcome: Outcome<unknown>) => ('faults' in outcome ? outcome.faults.join() : '')
const valueOf = <T>(outcome: Outcome<T>) => {
  if ('faults' in outcome) throw new Error(outcome.faults.join())
  return outcome
}
const joined = (features: object[], allowMissing = false) =>
  joinOutlines(valueOf(readOutlines(fileOf(features))).value, JILIN, book, allowMissing)

describe('a division code in a file', () => {
  it.each([
    [220102, '220102'],
    ['220102', '220102'],
    ['156220102', '220102'],
    ['220102000', '220102'],
    ['220102000000', '220102'],
    ['22010', null],
    ['220102001', null],
    [null, null],
  ])('%s is read as %s', (given, code) => expect(sixDigits(given)).toBe(code))

  it.each(['adcode', 'gb', 'PAC', 'XZQDM', '区划代码', '某列'])('is found in the property %s', (name) => {
    expect(
      codeProperty([
        { 序号: 1, [name]: '220102' },
        { 序号: 2, [name]: '220103' },
      ]),
    ).toBe(name)
  })
})

describe('a file of outlines', () => {
  const first = whole[0] ?? county(JILIN, 0)
  const withCoordinates = (type: string, coordinates: unknown) => ({ ...first, geometry: { type, coordinates } })
  it.each([
    ['a shapefile', 'PK\u0003\u0004', '不是 GeoJSON'],
    ['a single geometry', '{"type":"Polygon","coordinates":[]}', 'FeatureCollection'],
    ['no features', fileOf([]), '没有图形'],
    ['millions of objects', `{"type":"FeatureCollection","features":[${'{},'.repeat(600_000)}{}]}`, '对象过多'],
    ['a pit of brackets', '['.repeat(600_000), '嵌套过深'],
    ['brackets in a name', fileOf([county('220102', 0, { name: `\\"${'[{'.repeat(40)}` })]), '没有找到'],
    ['no codes', fileOf([county('220102', 0, { name: '南关区' })]), '没有找到'],
    ['lines', fileOf([withCoordinates('LineString', square(0))]), '是线'],
    ['points among polygons', fileOf([first, withCoordinates('Point', [125, 43])]), '第 2 个图形（南关区）是点'],
    ['holes in the coordinates', fileOf([withCoordinates('Polygon', [[[125, null]]])]), '坐标不完整'],
    [
      'metres',
      fileOf([withCoordinates('Polygon', [square(0).map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])])]),
      '投影坐标',
    ],
    ['latitudes first', fileOf([withCoordinates('Polygon', [square(0).map(([x, y]) => [y, x])])]), '写反'],
    [
      'another country',
      fileOf([withCoordinates('Polygon', [square(0).map(([x = 0, y]) => [x - 100, y])])]),
      '不在中国境内',
    ],
    ['a projected crs', fileOf(whole, { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::4549' } } }), '投影坐标'],
  ])('with %s is refused in words', (_what, text, words) => expect(faultsOf(readOutlines(text))).toContain(words))

  it('takes degrees that say so, and turns rings the right way round', () => {
    const text = fileOf([withCoordinates('Polygon', [[...square(0)].reverse().slice(0, 4)])], {
      crs: { properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
    })
    const ring = valueOf(readOutlines(text)).value[0]?.polygons[0]?.[0] ?? []
    expect(signedArea(ring)).toBeGreaterThan(0)
    expect(ring[0]).toEqual(ring[ring.length - 1])
  })
})

describe('joining outlines to divisions', () => {
  it('takes a whole province', () => expect(valueOf(joined(whole)).value).toHaveLength(codes.length))

  it('lists counties that are missing, and lets them be missed on request', () => {
    expect(faultsOf(joined(whole.slice(1)))).toContain('缺少 1 个区县：220102 南关区')
    expect(valueOf(joined(whole.slice(1), true)).notes.join()).toContain('220102 南关区')
  })

  it('refuses a code twice and a code of no division, by name', () => {
    const faults = faultsOf(
      joined([...whole, county('220102', 90), county('229999', 91, { adcode: 229999, name: '某县' })]),
    )
    expect(faults).toContain('220102 南关区')
    expect(faults).toContain('229999 某县')
  })

  it('leaves cities, the province and other provinces aside', () => {
    const more = [county(JILIN, 90), county('220100', 91), county('210102', 92)]
    const { value, notes } = valueOf(joined([...whole, ...more]))
    expect(value).toHaveLength(codes.length)
    expect(notes.join()).toContain('省、市界线 2 个未使用')
    expect(notes.join()).toContain('其他省份的图形 1 个')
  })

  it('warns of names that contradict their codes', () => {
    const swapped = [county('220102', 0, { adcode: 220102, name: '宽城区' }), ...whole.slice(1)]
    expect(valueOf(joined(swapped)).notes.join()).toContain('220102 文件作“宽城区”，代码表为“南关区”')
  })
})

describe('the topology made of outlines', () => {
  const topology = JSON.parse(JSON.stringify(outlineTopology(JILIN, valueOf(joined(whole)).value, book))) as Topology
  const shapes = decodeProvince(topology)

  it('reads like the bundled outlines', () => {
    const bundled = decodeProvince(
      JSON.parse(fs.readFileSync(new URL('../../public/geo/220000.json', import.meta.url), 'utf8')) as Topology,
    )
    const told = ({ counties, cities }: typeof shapes) => ({
      counties: counties.map(({ code, name, city }) => ({ code, name, city })),
      cities: cities.map(({ code, name }) => ({ code, name })),
    })
    expect(told(shapes)).toEqual(told(bundled))
    expect(Object.keys(topology.objects)).toEqual(['county', 'city', 'province'])
  })

  it('keeps every line once, whichever layers share it', () => {
    const sides = new Set<string>()
    codes.forEach((_code, i) => {
      const ring = square(i).map((point) => point.map((degrees) => degrees.toFixed(2)).join())
      ring.slice(1).forEach((end, k) => sides.add([ring[k], end].sort().join(' ')))
    })
    const segments = topology.arcs.reduce((sum, arc) => sum + arc.length - 1, 0)
    expect(segments).toBe(sides.size)
  })

  it('has centres inside', () => {
    for (const [i, { centre }] of shapes.counties.entries()) {
      const [[x = 0, y = 0] = []] = square(codes.indexOf(shapes.counties[i]?.code ?? ''))
      expect(centre[0] > x && centre[0] < x + 0.2 && centre[1] > y && centre[1] < y + 0.2).toBe(true)
    }
  })
})

it('the facts about the bundled outlines are those of their manifest', () => {
  const manifest = JSON.parse(fs.readFileSync(new URL('../../public/geo/manifest.json', import.meta.url), 'utf8')) as {
    crs: string
    sourceDate: string
    sources: { name: string; version: string }[]
  }
  expect(BUNDLED_OUTLINES).toMatchObject({ crs: manifest.crs, sourceDate: manifest.sourceDate })
  for (const { name, version } of manifest.sources) expect(BUNDLED_OUTLINES.source).toContain(`${name} ${version}`)
})

it.each([
  ['210000', 100],
  ['220000', 60],
  ['370000', 136],
  ['710000', 1],
])('province %s is made of %i divisions', (province, count) => {
  expect(unitsOf(province, book).length).toBeGreaterThanOrEqual(count)
})

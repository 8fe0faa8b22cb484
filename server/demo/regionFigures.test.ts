import { describe, expect, it } from 'vitest'
import { regionBook } from '../catalogue'
import { demoRegionFigures } from './regionFigures'

const { all, otherwise } = demoRegionFigures(regionBook(), '210000')
const rowsOf = (content: Uint8Array) => {
  const [headings = '', ...lines] = new TextDecoder().decode(content).trimEnd().split('\r\n')
  const keys = headings.replace('\ufeff', '').split(',')
  return lines.map((line) => new Map(line.split(',').map((cell, at) => [keys[at] ?? '', cell])))
}
const rows = rowsOf(all)
const regions = regionBook()
const OUTPUT = '地区生产总值（亿元）'
const hundredths = (row: Map<string, string>, heading: string) => Math.round(Number(row.get(heading)) * 100)
const yearsOf = (code: string) => rows.filter((row) => row.get('区划代码') === code)
const sum = (codes: string[], year: number, heading: string) =>
  codes.reduce((total, code) => total + hundredths(yearsOf(code)[year] ?? new Map(), heading), 0)

describe('the demonstration figures of regions', () => {
  it('cover the province, its cities and its counties in five years', () => {
    expect(new Set(rows.map((row) => row.get('区划代码'))).size).toBe(115)
    expect(rows).toHaveLength(115 * 5)
  })

  it('add up: sectors to output, counties to their city, cities to the province', () => {
    const wrong = rows.filter(
      (row) =>
        ['第一', '第二', '第三'].reduce(
          (total, sector) => total + hundredths(row, `${sector}产业增加值（亿元）`),
          0,
        ) !== hundredths(row, OUTPUT),
    )
    expect(wrong).toEqual([])
    for (const code of ['210000', ...regions.children('210000').map((city) => city.code)]) {
      const parts = regions.children(code).map((part) => part.code)
      for (const heading of [OUTPUT, '常住人口（万人）'])
        for (const year of [0, 1, 2, 3, 4]) expect(sum(parts, year, heading)).toBe(sum([code], year, heading))
    }
  })

  it('never add up to more than the whole where counties left cells blank, which some did', () => {
    const blank = rows.filter((row) => row.get('二氧化碳排放量（万吨）') === '')
    expect(blank.length / rows.length).toBeGreaterThan(0.1)
    expect(blank.length / rows.length).toBeLessThan(0.4)
    expect(blank.every((row) => !row.get('区划代码')?.endsWith('00'))).toBe(true)
    const parts = regions.children('210100').map((part) => part.code)
    expect(sum(parts, 4, '二氧化碳排放量（万吨）')).toBeLessThanOrEqual(sum(['210100'], 4, '二氧化碳排放量（万吨）'))
  })

  it('are contradicted by another provider on the output of two cities, by some per cent', () => {
    const others = rowsOf(otherwise)
    expect(new Set(others.map((row) => row.get('地区')))).toEqual(new Set(['沈阳市', '大连市']))
    others.forEach((row, at) => {
      const own = yearsOf(row.get('区划代码') ?? '')[at % 5] ?? new Map<string, string>()
      const ratio = Number(row.get('地区生产总值（万元）')) / 10_000 / Number(own.get(OUTPUT))
      expect(Math.abs(ratio - 1)).toBeGreaterThan(0.02)
      expect(Math.abs(ratio - 1)).toBeLessThan(0.06)
    })
  })
})

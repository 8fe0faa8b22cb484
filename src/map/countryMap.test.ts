import fs from 'node:fs'
import type { Topology } from 'topojson-specification'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '@/lib/regionShape'
import { decodeCountry } from './decodeBoundaries'
import { SEA_INSET, SEA_INSET_RATIO } from './paintSeaInset'

const read = <T>(file: string) =>
  JSON.parse(fs.readFileSync(new URL(`../../public/geo/${file}`, import.meta.url), 'utf8')) as T
const country = decodeCountry(read<Topology>('100000.json'))

describe('the map of the country', () => {
  it('has all 34 provinces, 台湾省, 香港 and 澳门 among them', () => {
    const codes = country.provinces.map(({ code }) => code)
    expect(codes).toHaveLength(34)
    for (const code of ['460000', '710000', '810000', '820000']) expect(codes).toContain(code)
  })

  it('has ten dashes, one of them east of 台湾岛', () => {
    expect(country.dashes.coordinates).toHaveLength(10)
    const easternmost = Math.max(...country.dashes.coordinates.flat().map(([lng = 0]) => lng))
    expect(easternmost).toBeGreaterThan(122)
  })

  it('names the islands that must be named', () => {
    expect(country.islands.map(({ name }) => name).sort()).toEqual(
      ['东沙群岛', '西沙群岛', '中沙群岛', '南沙群岛', '曾母暗沙', '黄岩岛', '钓鱼岛', '赤尾屿'].sort(),
    )
  })

  it('has an inset of the prescribed frame that holds the southernmost island', () => {
    expect(SEA_INSET).toEqual(read<{ inset: { bbox: number[] } }>('manifest.json').inset.bbox)
    const [, south = 0] = boundsOf(country.provinces) ?? []
    expect(south).toBeLessThan(4)
    expect(south).toBeGreaterThan(SEA_INSET[1])
    expect(SEA_INSET_RATIO).toBeGreaterThan(0.7)
  })
})

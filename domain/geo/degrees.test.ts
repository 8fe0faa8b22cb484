import { describe, expect, it } from 'vitest'
import { readDegreePair, readDegrees } from './degrees'

describe('an angle as people write it', () => {
  it.each<[string, number, number]>([
    ['123.4291', 123.4291, 4],
    [' １２３．４２９１ ', 123.4291, 4],
    ['123.43°', 123.43, 2],
    ['东经123.4291度', 123.4291, 4],
    ['123.4291E', 123.4291, 4],
    ['N41.7968', 41.7968, 4],
    ['123°25′31″', 123.425278, 4],
    ['123°25\'31.5"', 123.425417, 5],
    ["123°25'31''", 123.425278, 4],
    ['123度25分31秒', 123.425278, 4],
    ['E 123° 25′ 31″', 123.425278, 4],
    ['123度25分', 123.416667, 2],
    ['123°25.5′', 123.425, 3],
    ['-12.5', -12.5, 1],
    ['西经12.5', -12.5, 1],
    ['4628000.25', 4628000.25, 2],
  ])('“%s” is %d', (text, value, places) => {
    const read = readDegrees(text)
    expect(read?.value).toBeCloseTo(value, 6)
    expect(read?.places).toBe(places)
  })

  it('is not read out of anything else', () => {
    const none = ['', '-', '无', '沈阳市', '123°75′', '12:30', '1,234', '123.4291,41.7968', '1e5', '2024-01-02']
    expect(none.map(readDegrees)).toEqual(none.map(() => null))
  })

  it('says which of the two it is where the writing does', () => {
    expect(['东经123.4', '41.8N', '123.4'].map((text) => readDegrees(text)?.axis)).toEqual(['lng', 'lat', null])
  })
})

describe('two angles in one cell', () => {
  it.each([
    '123.4291,41.7968',
    '123.4291，41.7968',
    '(123.4291, 41.7968)',
    '[123.4291;41.7968]',
    '123.4291 41.7968',
    '东经123.4291°，北纬41.7968°',
    '123.4291/41.7968',
  ])('“%s”', (text) => {
    expect(readDegreePair(text)?.map(({ value }) => value)).toEqual([123.4291, 41.7968])
  })

  it('keep their order, and spaces within one of them', () => {
    expect(readDegreePair('41.8, 123.4')?.map(({ value }) => value)).toEqual([41.8, 123.4])
    expect(readDegreePair('123°25′31″E, 41°48′N')?.[1]?.value).toBeCloseTo(41.8, 6)
  })

  it('are exactly two', () => {
    expect(['123.4', '123.4,41.8,3', '沈阳,大连', ''].map(readDegreePair)).toEqual([null, null, null, null])
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { crsOf, fromCgcs2000, isOtherCrs, toCgcs2000, withoutCrs, type Crs, type LngLat } from './crs'

const CENTROIDS = new URL('../../../shared/data/county-centroids.csv', import.meta.url)

/** Metres between two near points. */
function metres([lng, lat]: LngLat, [otherLng, otherLat]: LngLat): number {
  const degree = 111320
  return Math.hypot((otherLng - lng) * degree * Math.cos((lat * Math.PI) / 180), (otherLat - lat) * degree)
}

describe('published pairs', () => {
  it('agree with the GCJ-02 shift to a tenth of a millimetre', () => {
    const gcj = fromCgcs2000([116.404, 39.915], 'GCJ-02')
    expect(gcj[0]).toBeCloseTo(116.41024449916938, 9)
    expect(gcj[1]).toBeCloseTo(39.91640428150164, 9)
  })

  it('agree with the ways between GCJ-02 and BD-09', () => {
    const bd = fromCgcs2000(toCgcs2000([116.404, 39.915], 'GCJ-02'), 'BD-09')
    expect(bd[0]).toBeCloseTo(116.41036949371029, 8)
    expect(bd[1]).toBeCloseTo(39.92133699351021, 8)
    const gcj = fromCgcs2000(toCgcs2000([116.404, 39.915], 'BD-09'), 'GCJ-02')
    expect(gcj[0]).toBeCloseTo(116.39762729119315, 8)
    expect(gcj[1]).toBeCloseTo(39.90865673957631, 8)
  })
})

describe('there and back', () => {
  it.each<[Crs, number]>([
    ['CGCS2000', 0],
    ['GCJ-02', 0.001],
    ['BD-09', 1],
  ])('through %s is off by at most %d m anywhere in the country', (crs, most) => {
    let worst = 0
    for (let lng = 73.7; lng < 135; lng += 0.83) {
      for (let lat = 3.9; lat < 53.5; lat += 0.61) {
        const back = toCgcs2000(fromCgcs2000([lng, lat], crs), crs)
        worst = Math.max(worst, metres([lng, lat], back))
      }
    }
    expect(worst).toBeLessThanOrEqual(most)
  })

  it('leaves places abroad where they are', () => {
    for (const abroad of [
      [2.3522, 48.8566],
      [139.69, 35.69],
      [-74, 40.7],
    ] as LngLat[]) {
      expect(fromCgcs2000(abroad, 'GCJ-02')).toEqual(abroad)
      expect(toCgcs2000(abroad, 'BD-09')).toEqual(abroad)
    }
  })
})

describe('the name of a system', () => {
  it.each<[string, Crs | null]>([
    ['CGCS2000', 'CGCS2000'],
    ['国家大地2000', 'CGCS2000'],
    ['2000国家大地坐标系', 'CGCS2000'],
    ['国家 2000', 'CGCS2000'],
    ['WGS84', 'CGCS2000'],
    ['WGS-84', 'CGCS2000'],
    ['ＧＰＳ', 'CGCS2000'],
    ['天地图', 'CGCS2000'],
    ['EPSG:4490', 'CGCS2000'],
    ['经度（GCJ-02）', 'GCJ-02'],
    ['gcj02', 'GCJ-02'],
    ['高德', 'GCJ-02'],
    ['腾讯地图', 'GCJ-02'],
    ['火星坐标系', 'GCJ-02'],
    ['国测局坐标', 'GCJ-02'],
    ['GCJ-02（高德、腾讯）', 'GCJ-02'],
    ['百度经度', 'BD-09'],
    ['BD09', 'BD-09'],
    ['bd09ll', 'BD-09'],
    ['BD-09（百度）', 'BD-09'],
    ['bd09mc', null],
    ['西安80', null],
    ['百度转高德', null],
    ['经度', null],
    ['2000年', null],
    ['', null],
  ])('“%s” is read as %s', (text, crs) => {
    expect(crsOf(text)).toBe(crs)
  })
})

describe('a heading', () => {
  it.each([
    ['百度地图经度', '经度'],
    ['经度（GCJ-02）', '经度'],
    ['纬度(CGCS2000坐标系)', '纬度'],
    ['lng_bd09', 'lng'],
    ['bd_lat', 'lat'],
    ['高德坐标', '坐标'],
    ['国家2000经度', '经度'],
    ['经度', '经度'],
  ])('“%s” without its system is “%s”', (heading, rest) => {
    expect(withoutCrs(heading)).toBe(rest)
  })

  it('that names a system of the last century is known to do so', () => {
    expect(['经度（西安80）', '北京1954坐标', '高斯投影X', '经度'].map(isOtherCrs)).toEqual([true, true, true, false])
  })
})

describe('published county centres (real data)', () => {
  it.skipIf(!existsSync(CENTROIDS))('given in BD-09 come out where their WGS-84 approximation says', () => {
    const [heading = '', ...lines] = readFileSync(CENTROIDS, 'utf8').trim().split(/\r?\n/u)
    const at = (name: string) => heading.replace('\ufeff', '').split(',').indexOf(name)
    const columns = ['lng_bd09', 'lat_bd09', 'lng_wgs84_approx', 'lat_wgs84_approx'].map(at)
    const off = lines.flatMap((line) => {
      const cells = line.split(',')
      const [lngBd = NaN, latBd = NaN, lng = NaN, lat = NaN] = columns.map((index) =>
        Number.parseFloat(cells[index] ?? ''),
      )
      return [lngBd, latBd, lng, lat].some(Number.isNaN)
        ? []
        : [metres(toCgcs2000([lngBd, latBd], 'BD-09'), [lng, lat])]
    })
    expect(off.length).toBeGreaterThan(2000)
    expect(Math.max(...off)).toBeLessThan(10)
  })
})

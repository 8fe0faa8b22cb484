import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Selection } from '@contract/selection'
import { fromCgcs2000, type Crs, type LngLat } from '@domain/geo/crs'
import { LIAONING, VIEW, apiOf, type Query } from '../drivers/api'
import { describeApi, type Product } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { fictionalCode } from '../fixtures/creditCodes'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { firms, registerCsv } from '../fixtures/registers'

const COUNT = 40
/** A row of points from west to east, 0.01° apart; every ninth enterprise has none. */
const pointOf = (serial: number): LngLat => [123 + serial / 100, 41.8]
const hasPoint = (serial: number) => serial % 9 !== 0
const placed = Array.from({ length: COUNT }, (_none, i) => i + 1).filter(hasPoint)

const text = (ring: readonly LngLat[]) =>
  ring.map((point) => point.map((degrees) => degrees.toFixed(7)).join(',')).join(';')
const box = (west: number, east: number, south = 41.7, north = 41.9): LngLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]
const codesBetween = (from: number, to: number) =>
  placed
    .filter((serial) => serial >= from && serial <= to)
    .map(fictionalCode)
    .sort()

async function drawMapIn({ host }: Product, crs: Crs) {
  await sql`insert into boundary_set (province, topology, crs, source, source_date, imported_at, imported_by, file_name, file_hash)
    values (${LIAONING}, '{}', ${crs}, '虚构', '2025-01-01', '2025-01-01', '测试', '界线.json', '0')
    on conflict (province) do update set crs = excluded.crs`.execute(host.context.db)
}

describeApi('an area drawn on the map', (product) => {
  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(COUNT)))
    for (const serial of placed) {
      const [lng, lat] = pointOf(serial)
      await sql`update enterprise set lng = ${lng}, lat = ${lat}, crs = 'CGCS2000'
        where credit_code = ${fictionalCode(serial)}`.execute(product.host.context.db)
    }
    await drawMapIn(product, 'CGCS2000')
  })
  const everyone = { ...VIEW, chain: undefined }
  const listed = async (query: Query) => {
    const { rows, total } = await product.api.allEnterprises({ ...query, limit: 200 })
    expect(rows).toHaveLength(total)
    return rows.map(({ creditCode }) => creditCode).sort()
  }
  const selection = (query: Query) => product.api.get<Selection>('/clusters/selection', { ...VIEW, ...query })

  it('as a rectangle holds those inside, those on its edge, and nobody without a point', async () => {
    const area = text(box(123.1, 123.2))
    expect(await listed({ ...everyone, area })).toEqual(codesBetween(10, 20))
    expect(await listed({ ...everyone, area: text(box(123.101, 123.199)) })).toEqual(codesBetween(11, 19))
    const onTheLine = text(box(123.1, 123.2, 41.8))
    expect(await listed({ ...everyone, area: onTheLine })).toEqual(codesBetween(10, 20))
  })

  it('may be concave: a bay holds nobody', async () => {
    const ring: LngLat[] = [
      [123.095, 41.7],
      [123.305, 41.7],
      [123.305, 41.9],
      [123.255, 41.9],
      [123.2, 41.75],
      [123.145, 41.9],
      [123.095, 41.9],
    ]
    const codes = await listed({ ...everyone, area: text(ring) })
    expect(codes).toContain(fictionalCode(10))
    expect(codes).toContain(fictionalCode(30))
    expect(codes).not.toContain(fictionalCode(20))
    expect(await listed({ ...everyone, area: text([...ring].reverse()) })).toEqual(codes)
  })

  it('has edges that are straight on the map, not in degrees', async () => {
    // The chord from 121°E 40.8° to 125.2°E 42.8° is at 41.8° in the middle; on the map at 41.828°.
    const north = text([
      [121, 40.8],
      [125.2, 42.8],
      [121, 42.8],
    ])
    expect(await listed({ ...everyone, area: north })).not.toContain(fictionalCode(10))
    const south = text([
      [121, 40.8],
      [125.2, 40.8],
      [125.2, 42.8],
    ])
    expect(await listed({ ...everyone, area: south })).toContain(fictionalCode(10))
  })

  it.each([
    { county: '210200' },
    { honour: 'any' },
    { q: '虚构' },
    { scope: 'four' },
    { linked: 'yes' },
    { node: 'cnc-lathe' },
    { stage: 'up' },
  ])('goes together with %o: list and totals agree', async (filter) => {
    const area = text(box(123.05, 123.35))
    const inside = await listed({ ...filter, area })
    const anywhere = await listed(filter)
    expect(inside).toEqual(anywhere.filter((code) => codesBetween(5, 35).includes(code)))
    expect((await selection({ ...filter, area })).enterprises).toBe(inside.length)
  })

  it.each(['revenue', 'name', 'code', 'confidence'])('is paged by %s, everyone once and in order', async (sort) => {
    const query = { area: text(box(123.05, 123.35)), sort }
    const { rows, total } = await product.api.allEnterprises({ ...query, limit: 3 })
    const whole = await product.api.allEnterprises({ sort, limit: 200 })
    expect(rows).toHaveLength(total)
    const inside = new Set(codesBetween(5, 35))
    expect(rows).toEqual(whole.rows.filter(({ creditCode }) => inside.has(creditCode)))
  })

  it('has totals that are those of its list, county by county', async () => {
    const area = text(box(123.05, 123.35))
    const { rows, total } = await product.api.allEnterprises({ area, limit: 200 })
    const { enterprises, figures, byCounty, topNodes, notPlaced, crs } = await selection({ area })
    expect([enterprises, figures.enterprises, crs]).toEqual([total, total, 'CGCS2000'])
    const reporting = rows.flatMap(({ revenueWan }) => (revenueWan === null ? [] : [Number(revenueWan)]))
    expect(figures.revenueReporting).toBe(reporting.length)
    expect(Number(figures.revenueWan)).toBeCloseTo(
      reporting.reduce((sum, value) => sum + value, 0),
      4,
    )
    expect(figures.aboveScale).toBe(rows.filter(({ inStatScope }) => inStatScope).length)
    expect([figures.honoured, figures.leaders]).toEqual([null, null])
    expect(byCounty.reduce((sum, county) => sum + county.enterprises, 0)).toBe(total)
    for (const { code, name, enterprises: n } of byCounty) {
      expect([name, n]).toEqual([
        rows.find(({ county }) => county === code)?.countyName,
        rows.filter(({ county }) => county === code).length,
      ])
    }
    for (const { id, figures: own } of topNodes)
      expect((await product.api.enterprises({ node: id, area })).total).toBe(own.enterprises)
    const without = await product.api.allEnterprises({ limit: 200 })
    const touched = new Set(byCounty.map(({ code }) => code))
    const blank = without.rows.filter(
      ({ creditCode, county }) => !placed.map(fictionalCode).includes(creditCode) && touched.has(county ?? ''),
    )
    expect(notPlaced).toBe(blank.length)
    expect(notPlaced).toBeGreaterThan(0)
  })

  it('where nobody is comes to nothing, and touches no county', async () => {
    expect(await selection({ area: text(box(120, 120.5)) })).toMatchObject({
      enterprises: 0,
      figures: { enterprises: 0, revenueWan: null },
      byCounty: [],
      topNodes: [],
      notPlaced: 0,
    })
  })

  it('on a map in GCJ-02 is moved once', async () => {
    await drawMapIn(product, 'GCJ-02')
    // A shift of half a kilometre is more than the 0.002° that the box leaves at either side.
    const ring = box(123.098, 123.202)
    const drawn = text(ring.map((point) => fromCgcs2000(point, 'GCJ-02')))
    const twice = text(ring.map((point) => fromCgcs2000(fromCgcs2000(point, 'GCJ-02'), 'GCJ-02')))
    expect(await listed({ ...everyone, area: drawn })).toEqual(codesBetween(10, 20))
    expect(await listed({ ...everyone, area: text(ring) })).not.toEqual(codesBetween(10, 20))
    expect(await listed({ ...everyone, area: twice })).not.toEqual(codesBetween(10, 20))
    expect((await selection({ area: drawn })).crs).toBe('GCJ-02')
    await drawMapIn(product, 'CGCS2000')
  })

  it.each([
    ['is no ring', 'abc', '应写成'],
    ['has two vertices', '123,41;124,41', '3 至 60 个顶点'],
    ['crosses itself', '123,41;124,42;124,41;123,42', '自相交'],
    ['lies abroad', '2,48;3,48;3,49', '不在中国境内'],
    ['tries SQL', "123,41;124,41;124,42')--", '应写成'],
  ])('that %s is refused by name', async (_why, area, words) => {
    for (const route of ['/clusters/selection', '/enterprises']) {
      const { status, problem } = await product.api.refusal('GET', `${route}?${product.api.queryOf({ ...VIEW, area })}`)
      expect([status, problem.field]).toEqual([400, 'area'])
      expect(problem.detail).toContain(words)
    }
  })

  it('is one of a province: over the country it is refused', async () => {
    const query = { ...VIEW, region: '100000', area: text(box(123, 124)) }
    const { status, problem } = await product.api.refusal('GET', `/clusters/selection?${product.api.queryOf(query)}`)
    expect([status, problem.field]).toEqual([400, 'region'])
  })

  it('holds no more than the person may see', async () => {
    const dalian = apiOf(appAs(product.host, { id: 'dalian', name: '大连', region: '210200' }))
    const area = text(box(123, 124))
    expect((await dalian.refusal('GET', `/clusters/selection?${dalian.queryOf({ ...VIEW, area })}`)).status).toBe(403)
    const own = await dalian.get<Selection>('/clusters/selection', { ...VIEW, region: '210200', area })
    expect(own.byCounty.every(({ code }) => code.startsWith('2102'))).toBe(true)
    expect(own.enterprises).toBe((await selection({ area, county: '210200' })).enterprises)
  })

  it('leaves as a workbook with its totals and its list', async () => {
    const query = product.api.queryOf({ ...VIEW, area: text(box(123.05, 123.35)) })
    const response = await product.api.send('GET', `/clusters/selection/export.xlsx?${query}`)
    const sheets = await readWorkbook(await response.blob())
    const { rows, total } = await product.api.allEnterprises({ area: text(box(123.05, 123.35)), limit: 200 })
    const written = recordsUnder(sheets['企业清单'] ?? [], '企业名称')
    expect(written.map((row) => row['企业名称'])).toEqual(rows.map(({ name }) => name))
    const counties = recordsUnder(sheets['县（市、区）'] ?? [], '县（市、区）')
    expect(Number(counties[counties.length - 1]?.['企业数（家）'])).toBe(total)
    expect(JSON.stringify(sheets['圈选口径'])).toContain('没有坐标')
  })
})

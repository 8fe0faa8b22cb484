import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PointCluster, PointMarks, PointSummary } from '@contract/points'
import { fromCgcs2000, type LngLat } from '@domain/geo/crs'
import { listen } from '@server/node/listen'
import { filterOf } from '@server/source/enterpriseFilter'
import { PointsMoved, pointChunks } from '@server/source/pointRows'
import { LOCAL_PRINCIPAL } from '@server/source/principal'
import { frameOf } from '@server/source/view'
import { tileOf, unitsOf } from '@server/tiles/tileGrid'
import { apiOf, CNC, LIAONING, type Api, type Query } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs, silent } from '../drivers/hosts'
import { fictionalCode } from '../fixtures/creditCodes'
import { csv, firms, registerTable, type Firm } from '../fixtures/registers'

/**
 * Everyone within a hundred kilometres of Shenyang; each fifth without a place, 31 to 34 at one address, from 200 on
 * some four hundred metres apart.
 */
const PARK: LngLat = [123.2461, 41.7021]
function placeOf(serial: number): LngLat | null {
  if (serial >= 200) return [123.6 + (serial % 10) * 0.005, 41.9 + Math.floor(serial / 10) * 0.005]
  if (serial % 5 === 0) return null
  return serial > 30 && serial < 35 ? PARK : [123.2 + (serial % 7) * 0.1, 41.5 + (serial % 11) * 0.05]
}

function located(list: readonly Firm[], from = 1): Blob {
  const [headings = [], ...rows] = registerTable(list)
  const degrees = (row: number) => (placeOf(from + row) ?? ['', '']).map(String)
  return csv([
    [...headings, '经度（CGCS2000）', '纬度（CGCS2000）'],
    ...rows.map((row, index) => [...row, ...degrees(index)]),
  ])
}

interface TilePoint {
  x: number
  y: number
  count: number
  cluster: number | null
  code: string | null
  label: string | null
}

async function pointsOf(response: Response): Promise<TilePoint[]> {
  if (response.status === 204) return []
  const layer = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer()))).layers['points']
  return Array.from({ length: layer?.length ?? 0 }, (_none, index) => {
    const feature = layer?.feature(index)
    const [place] = feature?.loadGeometry()[0] ?? []
    const { point_count: count, cluster_id: cluster, code, label } = feature?.properties ?? {}
    return {
      x: place?.x ?? 0,
      y: place?.y ?? 0,
      count: Number(count ?? 1),
      cluster: typeof cluster === 'number' ? cluster : null,
      code: typeof code === 'string' ? code : null,
      label: typeof label === 'string' ? label : null,
    }
  })
}

const isOwned = ({ x, y }: TilePoint) => x >= 0 && x < 4096 && y >= 0 && y < 4096

function pointsApi(api: Api) {
  const tile = (z: number, x: number, y: number, query: Query = {}, headers: Record<string, string> = {}) =>
    api.send(
      'GET',
      `/points/tiles/${z}/${x}/${y}.mvt?${api.queryOf({ region: LIAONING, ...query })}`,
      undefined,
      headers,
    )
  /** Everything that the tiles of a zoom show, each point once. */
  const shown = async (z: number, query: Query = {}) => {
    const places = [[122.9, 41.3] as LngLat, [124.1, 42.2] as LngLat].map((place) => tileOf(place, z))
    const [from, to] = [places[0] ?? { x: 0, y: 0 }, places[1] ?? { x: 0, y: 0 }]
    const points: TilePoint[] = []
    for (let x = from.x; x <= to.x; x += 1) {
      for (let y = to.y; y <= from.y; y += 1) {
        points.push(...(await pointsOf(await tile(z, x, y, query))).filter(isOwned))
      }
    }
    return points
  }
  const total = (points: TilePoint[]) => points.reduce((sum, { count }) => sum + count, 0)
  const summary = (query: Query = {}) => api.get<PointSummary>('/points/summary', { region: LIAONING, ...query })
  return { tile, shown, total, summary }
}

describeApi('enterprise points', (product) => {
  beforeAll(async () => {
    await product.api.importFile(located(firms(40)))
  })

  it.each([
    {},
    { chain: CNC },
    { chain: CNC, node: 'cnc-lathe' },
    { scope: 'four' },
    { scope: 'above', chain: CNC },
    { region: '210200' },
    { region: '210213', mode: 'asof' },
    { honour: 'any' },
  ])('count everyone of the list, with a place or without: %o', async (query: Query) => {
    const { api } = product
    const summary = await pointsApi(api).summary(query)
    const list = await api.allEnterprises({ chain: undefined, ...query, limit: 200 })
    expect(summary.enterprises).toBe(list.total)
    expect(summary.located + summary.unlocated).toBe(summary.enterprises)
    const codes = new Set(
      Array.from({ length: 40 }, (_none, at) => at + 1)
        .filter((at) => placeOf(at) === null)
        .map(fictionalCode),
    )
    expect(summary.unlocated).toBe(list.rows.filter(({ creditCode }) => codes.has(creditCode)).length)
    expect(summary.crs).toBe('GCJ-02')
  })

  it.each([0, 5, 9, 12])('at zoom %i add up to everyone located', async (z) => {
    const { shown, total, summary } = pointsApi(product.api)
    expect(total(await shown(z))).toBe((await summary()).located)
  })

  it('never show an enterprise outside the filter', async () => {
    const { api } = product
    const { shown, total, summary } = pointsApi(api)
    for (const query of [{ region: '210200' }, { chain: CNC, node: 'cnc-lathe' }, { scope: 'four' }]) {
      const allowed = new Set(
        (await api.allEnterprises({ chain: undefined, ...query, limit: 200 })).rows.map(({ creditCode }) => creditCode),
      )
      const points = await shown(12, query)
      const codes = points.flatMap(({ code }) => code ?? [])
      expect(total(points)).toBe((await summary(query)).located)
      for (const { cluster } of points) {
        if (cluster === null) continue
        const { enterprises } = await api.get<PointCluster>(`/points/clusters/${cluster}`, {
          region: LIAONING,
          ...query,
        })
        codes.push(...enterprises.map(({ creditCode }) => creditCode))
      }
      expect(codes).toHaveLength(total(points))
      expect(codes.every((code) => allowed.has(code))).toBe(true)
    }
  })

  it('stand where the outlines have them, not at their own degrees', async () => {
    const drawn = fromCgcs2000(placeOf(1) ?? [0, 0], 'GCJ-02')
    const at = tileOf(drawn, 14)
    const points = await pointsOf(await pointsApi(product.api).tile(14, at.x, at.y))
    const { x, y } = unitsOf(drawn, 14)
    const [own] = points.filter(({ code }) => code === fictionalCode(1))
    expect(own).toMatchObject({ x: x - at.x * 4096, y: y - at.y * 4096 })
  })

  it('at one address are one spot that no zoom parts', async () => {
    const { api } = product
    const at = tileOf(fromCgcs2000(PARK, 'GCJ-02'), 14)
    const points = await pointsOf(await pointsApi(api).tile(14, at.x, at.y))
    const park = points.find(({ count }) => count === 4)
    expect(park).toMatchObject({ label: '4', code: null })
    const cluster = await api.get<PointCluster>(`/points/clusters/${park?.cluster}`, { region: LIAONING })
    expect(cluster).toMatchObject({ count: 4, expansionZoom: null })
    expect(cluster.enterprises.map(({ creditCode }) => creditCode).sort()).toEqual(
      [31, 32, 33, 34].map(fictionalCode).sort(),
    )
    expect(cluster.enterprises.map(({ countyName }) => countyName)).toContain('金州区')
  })

  it('say into what a cluster falls apart, and when', async () => {
    const { api } = product
    const { shown } = pointsApi(api)
    const [whole] = await shown(0)
    const cluster = await api.get<PointCluster>(`/points/clusters/${whole?.cluster}`, { region: LIAONING, limit: 3 })
    expect(cluster).toMatchObject({ count: 32 })
    expect(cluster.enterprises).toHaveLength(3)
    const zoom = cluster.expansionZoom ?? 0
    expect((await shown(zoom - 1)).length).toBe(1)
    expect((await shown(zoom)).length).toBeGreaterThan(1)
  })

  it('come as marks to browsers that cannot draw tiles', async () => {
    const { api } = product
    const ask = (query: Query) =>
      api.get<PointMarks>('/points/marks', { region: LIAONING, bbox: '122,41,125,43', ...query })
    const near = await ask({ zoom: 20 })
    expect(near.marks.reduce((sum, { count }) => sum + count, 0)).toBe(32)
    expect(
      near.marks.every(
        ({ count, cluster, creditCode }) =>
          (count === 1) === (cluster === null) && (cluster === null) === (creditCode !== null),
      ),
    ).toBe(true)
    expect(near.marks.find(({ count }) => count === 4)).toMatchObject({ creditCode: null })
    expect((await ask({ zoom: 3 })).marks).toHaveLength(1)
    expect((await ask({ zoom: 9, bbox: '100,20,101,21' })).marks).toEqual([])
  })

  it('are typed as a vector tile, empty ones without a body', async () => {
    const { tile } = pointsApi(product.api)
    const response = await tile(5, 26, 11)
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    expect((await tile(5, 0, 0)).status).toBe(204)
  })

  it('are compressed on the way', async () => {
    const { app } = product.host
    await product.api.importFile(located(firms(120, 200), 200))
    const listening = await listen(app, { host: '127.0.0.1', port: 0 }, silent)
    const at = tileOf(placeOf(255) ?? [0, 0], 13)
    const response = await fetch(`${listening.address}api/v1/points/tiles/13/${at.x}/${at.y}.mvt?region=${LIAONING}`, {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const plain = await pointsApi(product.api).tile(13, at.x, at.y)
    expect(await pointsOf(response)).toEqual(await pointsOf(plain))
    await listening.close()
  })

  it('are not sent twice at the same version, and change with a publication', async () => {
    const { api } = product
    const { tile, shown, total, summary } = pointsApi(api)
    const first = await tile(5, 26, 11)
    const tag = first.headers.get('etag') ?? ''
    expect((await tile(5, 26, 11, {}, { 'if-none-match': tag })).status).toBe(304)
    const before = await summary()
    const stale = (await shown(0))[0]?.cluster
    await api.importFile(located(firms(3, 41), 41))
    const after = await tile(5, 26, 11, {}, { 'if-none-match': tag })
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(tag)
    expect(total(await shown(5))).toBe(before.located + 3)
    const query = api.queryOf({ region: LIAONING, v: before.version })
    expect(await api.refusal('GET', `/points/clusters/${stale}?${query}`)).toMatchObject({
      status: 404,
      problem: { field: 'v' },
    })
  })

  it('are of one version each, also while a register is being published', async () => {
    const { api } = product
    const { summary } = pointsApi(api)
    const batch = await api.stage(located(firms(20, 60), 60))
    const state = { isOver: false }
    const publishing = api.publish(batch.id).finally(() => (state.isOver = true))
    const seen = [await summary()]
    while (!state.isOver) seen.push(await summary({ chain: seen.length % 2 ? CNC : undefined }))
    await publishing
    seen.push(await summary(), await summary({ chain: CNC }))
    const known = new Set(
      seen.map(({ version, enterprises, located: placed }) => `${version} ${enterprises} ${placed}`),
    )
    // Two filters, two versions.
    expect(known.size).toBeLessThanOrEqual(4)
    for (const { enterprises, located: placed, unlocated } of seen) expect(placed + unlocated).toBe(enterprises)
    expect(seen.every(({ unlocated }) => unlocated >= 0)).toBe(true)
  })

  it('read across a publication are refused, not mixed', async () => {
    const { context } = product.host
    const wish = { region: LIAONING, scope: 'all', mode: 'current', dataset: 'real' } as const
    const frame = await frameOf(context, LOCAL_PRINCIPAL, wish)
    const filter = await filterOf(context, frame, { ...wish, sort: 'code', limit: 1 })
    const read = async (version: number) => {
      for await (const chunk of pointChunks(context, filter, { dataset: 'real', version })) expect(chunk).not.toBe('')
    }
    await read(frame.version)
    await expect(read(frame.version - 1)).rejects.toThrow(PointsMoved)
  })

  it('are refused to one who answers for another region', async () => {
    const dalian = apiOf(appAs(product.host, { id: 'dalian', name: '大连', region: '210200' }))
    for (const route of [
      '/points/tiles/5/26/11.mvt?',
      '/points/summary?',
      '/points/marks?bbox=122,41,125,43&zoom=5&',
      '/points/clusters/99?',
    ]) {
      expect(await dalian.refusal('GET', `${route}region=${LIAONING}`)).toMatchObject({
        status: 403,
        problem: { field: 'region' },
      })
    }
    expect((await dalian.get<PointSummary>('/points/summary', { region: '210200' })).enterprises).toBeGreaterThan(0)
  })

  describe('are refused for', () => {
    const REGION = `region=${LIAONING}`
    it.each([
      ['a zoom beyond the finest', `/points/tiles/15/0/0.mvt?${REGION}`, 400, 'z'],
      ['a column outside the zoom', `/points/tiles/3/8/0.mvt?${REGION}`, 400, 'x'],
      ['a row outside the zoom', `/points/tiles/3/0/8.mvt?${REGION}`, 400, 'y'],
      ['a row that is no number', `/points/tiles/3/0/a.mvt?${REGION}`, 400, 'y'],
      ['another format', `/points/tiles/3/0/1.png?${REGION}`, 400, 'y'],
      ['an unknown filter', `/points/tiles/3/0/1.mvt?${REGION}&colour=red`, 400, 'colour'],
      ['an unknown region', '/points/tiles/3/0/1.mvt?region=999999', 404, 'region'],
      ['an unknown chain', `/points/summary?${REGION}&chain=nowhere`, 404, 'chain'],
      ['a node of another chain', `/points/summary?${REGION}&chain=${CNC}&node=nowhere`, 404, 'node'],
      ['a node without its chain', `/points/summary?${REGION}&node=cnc-lathe`, 400, 'chain'],
      ['a box inside out', `/points/marks?${REGION}&zoom=5&bbox=125,41,122,43`, 400, 'bbox'],
      ['a box of three numbers', `/points/marks?${REGION}&zoom=5&bbox=122,41,125`, 400, 'bbox'],
      ['a cluster that is none', `/points/clusters/7?${REGION}`, 404, 'id'],
      ['a forged stack', `/points/clusters/${35 + 32 * 3 + 31}?${REGION}`, 404, 'id'],
    ])('%s', async (_why, route, status, field) => {
      expect(await product.api.refusal('GET', route)).toMatchObject({ status, problem: { field } })
    })
  })
})

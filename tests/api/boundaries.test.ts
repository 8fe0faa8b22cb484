import fs from 'node:fs'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { expect, it } from 'vitest'
import type { BoundaryImport, BoundaryList, BoundarySet, BoundaryTopology } from '@contract/boundaries'
import { displayCrs } from '@server/source/boundaries'
import { LOCAL_PRINCIPAL } from '@server/source/principal'
import { describeApi } from '../drivers/eachHost'
import { apiOf } from '../drivers/api'
import { appAs } from '../drivers/hosts'

const LIAONING = '210000'

/** The bundled counties as the GeoJSON that an official provider would send. */
function countiesOf(province: string, leaveOut: readonly string[] = []): Blob {
  const file = new URL(`../../public/geo/${province}.json`, import.meta.url)
  const topology = JSON.parse(fs.readFileSync(file, 'utf8')) as Topology
  const layer = topology.objects.county
  if (layer?.type !== 'GeometryCollection') throw new Error('no counties')
  const { features } = feature(topology, layer)
  const kept = features.filter(({ id }) => !leaveOut.includes(String(id)))
  const described = kept.map(({ id, geometry }) => ({ type: 'Feature', properties: { gb: `156${id}` }, geometry }))
  return new Blob([JSON.stringify({ type: 'FeatureCollection', features: described })])
}

const FIELDS = {
  province: LIAONING,
  crs: 'CGCS2000',
  source: '虚构测绘院',
  sourceDate: '2025-06-30',
  fileName: '界线.geojson',
  reviewNumber: '辽S（2025）12号',
}

describeApi('official outlines', (product) => {
  const post = (query: object, file: Blob) =>
    product.api.send('POST', `/boundaries?${product.api.queryOf({ ...FIELDS, ...query })}`, file)
  const inUse = async () => {
    const { sets } = await product.api.get<BoundaryList>('/boundaries')
    return { sets, liaoning: sets.find(({ province }) => province === LIAONING) }
  }

  it('are not there at first: every province is drawn with the bundled ones, as a sketch', async () => {
    const { sets, liaoning } = await inUse()
    expect(sets).toHaveLength(35)
    expect(sets[0]).toMatchObject({ province: '100000', name: '全国', origin: 'bundled' })
    expect(liaoning).toMatchObject({ crs: 'GCJ-02', reviewNumber: null, publicExport: false, version: '' })
    expect(await product.api.refusal('GET', `/boundaries/${LIAONING}/outlines`)).toMatchObject({ status: 404 })
    expect(await displayCrs(product.host.context, '210102')).toBe('GCJ-02')
  })

  it('replace those of their province, with 坐标系 and 审图号', async () => {
    const answer = await product.api.answer<BoundaryImport>(await post({}, countiesOf(LIAONING)))
    expect(answer).toMatchObject({ counties: 100, cities: 14 })
    const { liaoning } = await inUse()
    expect(liaoning).toEqual(answer.set)
    expect(liaoning).toMatchObject({
      origin: 'official',
      crs: 'CGCS2000',
      reviewNumber: '辽S(2025)12号',
      publicExport: true,
      fileName: '界线.geojson',
      importedBy: '本机用户',
    })
    expect(await displayCrs(product.host.context, '210102')).toBe('CGCS2000')
    expect(await displayCrs(product.host.context, '370000')).toBe('GCJ-02')
  })

  it('are served as TopoJSON, and not twice to one who has them', async () => {
    const { api } = product
    const topology = await api.get<BoundaryTopology>(`/boundaries/${LIAONING}/outlines`)
    expect(Object.keys(topology.objects)).toEqual(['county', 'city', 'province'])
    const first = await api.send('GET', `/boundaries/${LIAONING}/outlines`)
    const tag = first.headers.get('etag') ?? ''
    // Compression on the way makes the tag a weak one.
    for (const known of [tag, `W/${tag}`]) {
      const again = await api.send('GET', `/boundaries/${LIAONING}/outlines`, undefined, { 'if-none-match': known })
      expect(again.status).toBe(304)
    }
  })

  it('stay as they are when a file is refused; every fault is told', async () => {
    const before = await inUse()
    const { status, problem } = await product.api.refusal(
      'POST',
      `/boundaries?${product.api.queryOf(FIELDS)}`,
      countiesOf(LIAONING, ['210102', '210103']),
    )
    expect(status).toBe(400)
    expect(problem.faults?.join()).toContain('210102 和平区、210103 沈河区')
    expect(await inUse()).toEqual(before)
  })

  it('may lack counties on request', async () => {
    const response = await post({ allowMissing: 'yes', reviewNumber: undefined }, countiesOf(LIAONING, ['210102']))
    const answer = await product.api.answer<BoundaryImport>(response)
    expect(answer.counties).toBe(99)
    expect(answer.notes.join()).toContain('210102 和平区')
    expect(answer.set).toMatchObject({ reviewNumber: null, publicExport: false })
  })

  it.each([
    [{ reviewNumber: '已审' }, 'reviewNumber'],
    [{ reviewNumber: 'GS(24)650号' }, 'reviewNumber'],
    [{ crs: 'WGS84' }, 'crs'],
    [{ sourceDate: '2025-02-30' }, 'sourceDate'],
    [{ source: '' }, 'source'],
    [{ province: '210100' }, 'province'],
    [{ province: '100000' }, 'province'],
    [{ province: '990000' }, 'province'],
  ])('refuse %o', async (query, field) => {
    const route = `/boundaries?${product.api.queryOf({ ...FIELDS, ...query })}`
    const { problem } = await product.api.refusal('POST', route, countiesOf(LIAONING))
    expect(problem.field).toBe(field)
  })

  it('belong to those who answer for the province', async () => {
    const clerk = apiOf(appAs(product.host, { id: 'c', name: '吉林', region: '220000' }))
    expect(await clerk.refusal('POST', `/boundaries?${clerk.queryOf(FIELDS)}`, countiesOf(LIAONING))).toMatchObject({
      status: 403,
    })
    expect(await clerk.refusal('DELETE', `/boundaries/${LIAONING}`)).toMatchObject({ status: 403 })
    const { sets } = await clerk.get<BoundaryList>('/boundaries')
    expect(sets.map(({ province }) => province)).toEqual(['100000', '220000'])
  })

  it('are seen by every office of the province, whose points are drawn with them', async () => {
    const city = apiOf(appAs(product.host, { id: 'c', name: '沈阳', region: '210100' }))
    const { sets } = await city.get<BoundaryList>('/boundaries')
    expect(sets.map(({ province, origin }) => [province, origin])).toEqual([
      ['100000', 'bundled'],
      [LIAONING, 'official'],
    ])
    const topology = await city.get<BoundaryTopology>(`/boundaries/${LIAONING}/outlines`)
    expect(Object.keys(topology.objects)).toContain('county')
    expect(await city.refusal('GET', '/boundaries/220000/outlines')).toMatchObject({ status: 403 })
    expect(await city.refusal('DELETE', `/boundaries/${LIAONING}`)).toMatchObject({ status: 403 })
  })

  it('go back to the bundled ones, once', async () => {
    const { api, host } = product
    const set = await api.answer<BoundarySet>(await api.send('DELETE', `/boundaries/${LIAONING}`))
    expect(set).toMatchObject({ province: LIAONING, origin: 'bundled' })
    expect((await inUse()).liaoning).toEqual(set)
    expect(await displayCrs(host.context, LIAONING)).toBe('GCJ-02')
    expect(await api.refusal('DELETE', `/boundaries/${LIAONING}`)).toMatchObject({ status: 404 })
  })

  it('need not be there for a 审图号 that the operator declares', async () => {
    const declared = { ...product.host, context: { ...product.host.context, mapReviewNumber: 'GS(2024)0650号' } }
    const { sets } = await apiOf(appAs(declared, LOCAL_PRINCIPAL)).get<BoundaryList>('/boundaries')
    expect(sets.every(({ publicExport, reviewNumber }) => publicExport && reviewNumber === 'GS(2024)0650号')).toBe(true)
  })
})

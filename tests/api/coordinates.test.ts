import { expect, it } from 'vitest'
import type { Batch, RowsPage } from '@contract/batches'
import type { EnterpriseDetail } from '@contract/enterprises'
import { fromCgcs2000, type Crs, type LngLat } from '@domain/geo/crs'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode } from '../fixtures/creditCodes'
import { csv, firms, registerCsv, registerTable } from '../fixtures/registers'

/** Where the firms of these tests stand, in CGCS2000: a little apart from each other. */
const placeOf = (serial: number): LngLat => [123.4291 + serial * 0.001, 41.7968 + serial * 0.001]
const written = (serial: number, crs: Crs) => fromCgcs2000(placeOf(serial), crs).map((degrees) => degrees.toFixed(6))

/** The register of some firms with more columns at the right. */
function tableWith(serial: number, count: number, headings: string[], cells: (serial: number) => string[]) {
  return csv(
    registerTable(firms(count, serial)).map((row, index) => [
      ...row,
      ...(index === 0 ? headings : cells(serial + index - 1)),
    ]),
  )
}

function metresFrom([lng, lat]: LngLat, point: EnterpriseDetail['point']): number {
  if (!point) return Infinity
  const degree = 111_320
  return Math.hypot((point.lng - lng) * degree * Math.cos((lat * Math.PI) / 180), (point.lat - lat) * degree)
}

describeApi('coordinates of enterprises', (product) => {
  const pointOf = async (serial: number) =>
    (await product.api.get<EnterpriseDetail>(`/enterprises/${fictionalCode(serial)}`)).point
  const columnOf = (batch: Batch, field: string) => batch.report?.columns.find((column) => column.field === field)

  it('in GCJ-02, as the heading says, are stored in CGCS2000 and shown with what they were', async () => {
    const { api } = product
    const file = tableWith(101, 2, ['经度（GCJ-02）', '纬度（GCJ-02）'], (serial) => written(serial, 'GCJ-02'))
    const staged = await api.stage(file)
    expect(columnOf(staged, 'lng')).toMatchObject({ unit: 'GCJ-02', unitFrom: 'header', question: null })
    await api.publish(staged.id)
    const point = await pointOf(102)
    expect(point?.givenAs).toBe('GCJ-02')
    expect(metresFrom(placeOf(102), point)).toBeLessThan(1)
  })

  it('take the system of each row from its column, and none where a row says none', async () => {
    const { api } = product
    const systems = ['百度', 'BD-09', 'CGCS2000', '', '西安80']
    const file = tableWith(110, 5, ['经度', '纬度', '坐标系'], (serial) => [
      ...written(serial, serial < 112 ? 'BD-09' : 'CGCS2000'),
      systems[serial - 110] ?? '',
    ])
    const staged = await api.stage(file)
    expect(columnOf(staged, 'lng')).toMatchObject({ unit: null, unitFrom: 'cells', question: null })
    expect(staged.counts).toMatchObject({ rows: 5, accepted: 5 })
    const problems = staged.report?.problems.map(({ code, rows }) => [code, rows])
    expect(problems).toEqual(
      expect.arrayContaining([
        ['crs-missing', 1],
        ['crs-unknown', 1],
      ]),
    )
    await api.publish(staged.id)
    for (const serial of [110, 111, 112]) expect(metresFrom(placeOf(serial), await pointOf(serial))).toBeLessThan(1)
    expect([await pointOf(113), await pointOf(114)]).toEqual([null, null])
  })

  it('of an unknown system wait for the answer, which converts them once however often the file is read', async () => {
    const { api } = product
    const provider = '丙县虚构局'
    const file = tableWith(120, 3, ['经度', '纬度'], (serial) => written(serial, 'BD-09'))
    const staged = await api.stage(file, { provider })
    const column = columnOf(staged, 'lng')
    expect(column?.question).toContain('没有注明坐标系')
    expect(staged.report?.notes.join()).toContain('坐标不读入')
    expect(staged.report?.fields.find(({ id }) => id === 'lng')).toMatchObject({
      measured: false,
      units: ['CGCS2000', 'GCJ-02', 'BD-09'],
    })
    expect(staged.counts.accepted).toBe(3)
    const choice = { columns: [{ column: column?.column ?? -1, field: 'lng', unit: 'BD-09' }] }
    for (let round = 0; round < 2; round += 1) {
      await api.put<Batch>(`/batches/${staged.id}/mapping`, choice)
      const settled = await api.settled(staged.id)
      expect(columnOf(settled, 'lng')).toMatchObject({ unit: 'BD-09', unitFrom: 'manual', question: null })
      expect(columnOf(settled, 'lat')).toMatchObject({ unit: 'BD-09', question: null })
    }
    await api.publish(staged.id)
    const point = await pointOf(121)
    expect(point?.givenAs).toBe('BD-09')
    expect(metresFrom(placeOf(121), point)).toBeLessThan(1)

    const next = await api.stage(file, { provider })
    expect(columnOf(next, 'lng')).toMatchObject({ unit: 'BD-09', unitFrom: 'saved', question: null })
    await api.post<Batch>(`/batches/${next.id}/cancel`)
    const stranger = await api.stage(file, { provider: '丁县虚构局' })
    expect(columnOf(stranger, 'lng')?.question).toContain('没有注明坐标系')
  })

  it('published without an answer are left out, and everything else is imported', async () => {
    const { api } = product
    await api.importFile(
      tableWith(130, 2, ['经度', '纬度'], (serial) => written(serial, 'GCJ-02')),
      { provider: '戊县' },
    )
    expect(await pointOf(130)).toBeNull()
    expect((await api.get<EnterpriseDetail>(`/enterprises/${fictionalCode(130)}`)).county).not.toBeNull()
  })

  it('stay when a later batch has none, move as a pair, and go with their batch', async () => {
    const { api } = product
    const first = await api.importFile(
      tableWith(140, 1, ['百度经度', '百度纬度'], (serial) => written(serial, 'BD-09')),
    )
    await api.importFile(registerCsv(firms(1, 140)))
    expect(metresFrom(placeOf(140), await pointOf(140))).toBeLessThan(1)

    const [lng = '', lat = ''] = written(141, 'GCJ-02')
    const half = await api.importFile(tableWith(140, 1, ['高德经度', '高德纬度'], () => [lng, '']))
    expect(metresFrom(placeOf(140), await pointOf(140))).toBeLessThan(1)

    const moved = await api.importFile(tableWith(140, 1, ['坐标（高德）'], () => [`${lng},${lat}`]))
    expect(metresFrom(placeOf(141), await pointOf(140))).toBeLessThan(1)
    expect((await pointOf(140))?.givenAs).toBe('GCJ-02')

    await api.post<Batch>(`/batches/${moved.id}/withdraw`)
    expect((await pointOf(140))?.givenAs).toBe('BD-09')
    await api.post<Batch>(`/batches/${half.id}/withdraw`)
    await api.post<Batch>(`/batches/${first.id}/withdraw`)
    expect(await pointOf(140)).toBeNull()
  })

  it('that cannot be right are warned of, row by row, and never swapped or guessed', async () => {
    const { api } = product
    const cells = [
      ['41.796800', '123.429100'],
      ['0', '0'],
      ['2.352200', '48.856600'],
      ['123°25′44.76″', '41度47分48.48秒'],
      ['123.4', '41.8'],
      ['大连', '38.9'],
    ]
    const { id, counts } = await api.stage(
      tableWith(150, 6, ['WGS84经度', 'WGS84纬度'], (serial) => cells[serial - 150] ?? []),
    )
    expect(counts.accepted).toBe(6)
    const { rows } = await api.get<RowsPage>(`/batches/${id}/rows`)
    const codes = rows.map(({ problems }) =>
      problems.map(({ code }) => code).filter((code) => code.startsWith('point')),
    )
    expect(codes).toEqual([
      ['point-swapped'],
      ['point-zero'],
      ['point-range'],
      [],
      ['point-coarse'],
      ['point-unreadable'],
    ])
    await api.publish(id)
    const points = await Promise.all([150, 151, 152, 153, 154, 155].map(pointOf))
    expect(points).toEqual([
      null,
      null,
      null,
      { lng: 123.4291, lat: 41.7968, givenAs: 'CGCS2000' },
      { lng: 123.4, lat: 41.8, givenAs: 'CGCS2000' },
      null,
    ])
  })
})

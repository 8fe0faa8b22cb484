import { beforeAll, expect, it } from 'vitest'
import type { Batch } from '@contract/batches'
import type { Snapshot, SnapshotComparison, SnapshotCreation } from '@contract/supplySnapshots'
import { LIAONING, apiOf } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { fictionalCode } from '../fixtures/creditCodes'
import { readWorkbook, recordsUnder } from '../fixtures/readWorkbook'
import { firm } from '../fixtures/registers'
import { makersCsv, tradesCsv, type Maker } from '../fixtures/supplyNetworks'

const OUTSIDE = '某某虚构外地汽车厂'

const MAKERS = [1, 2, 3, 4].map((serial): Maker => ({ serial, county: 'tiexi', makes: '大米、杂粮', revenue: '5000' }))

/** 3 → 2 → 1 → the outside buyer; 4 is nobody's partner at first. */
const BEFORE = tradesCsv([
  { supplier: 3, buyer: 2, product: '毛坯', amount: '400' },
  { supplier: 2, buyer: 1, product: '床身', amount: '1000' },
  { supplier: 1, buyer: OUTSIDE, product: '机床', amount: '' },
])
const AFTER = tradesCsv([
  { supplier: 2, buyer: 1, product: '床身', amount: '1200' },
  { supplier: 4, buyer: 1, product: '导轨', amount: '50', evidence: '申报' },
])

const CREATION: SnapshotCreation = {
  name: '年初',
  query: { region: LIAONING, year: '2025', firm: fictionalCode(1), tiers: 3 },
}

describeApi('a snapshot of a supply network', (product) => {
  let first: Batch
  let taken: Snapshot
  const list = async () => (await product.api.get<{ rows: Snapshot[] }>('/supply/snapshots', { region: LIAONING })).rows
  const changes = (id: string, other = 'now') =>
    product.api.get<SnapshotComparison>(`/supply/snapshots/${id}/changes`, { region: LIAONING, with: other })

  beforeAll(async () => {
    await product.api.importFile(makersCsv(MAKERS))
    first = await product.api.importFile(BEFORE, { kind: 'links', fileName: '年初.csv' })
    taken = await product.api.post<Snapshot>('/supply/snapshots', CREATION)
  })

  it('is listed under its name with what was walked', async () => {
    expect(taken).toMatchObject({ name: '年初', firmName: firm(1).name, year: '2025', edges: 3, isRemoved: false })
    expect(taken.firms).toBe(3)
    expect(taken.scopeText).toMatch(/上下游 3 级/u)
    expect(await list()).toEqual([taken])
  })

  it('finds nothing new while nothing was published', async () => {
    const comparison = await changes(taken.id)
    expect(comparison).toMatchObject({ after: null, same: 3, counts: { new: 0, gone: 0, changed: 0 } })
    expect(comparison).toMatchObject({ year: '2025', years: [{ year: '2025', links: 3 }] })
  })

  it('finds nothing new where a name is only found to be an enterprise', async () => {
    const { api } = product
    const mine = await api.post<Snapshot>('/supply/snapshots', {
      name: '外地厂',
      query: { ...CREATION.query, firm: `name:${OUTSIDE}` },
    })
    const name = { region: LIAONING, dataset: 'real', id: `name:${OUTSIDE}` }
    await api.post('/supply/names/decision', { ...name, creditCode: fictionalCode(4) })
    const found = [await changes(taken.id), await changes(mine.id)]
    await api.post('/supply/names/undo', name)
    await api.send('DELETE', `/supply/snapshots/${mine.id}`)
    const nothing = { same: 3, counts: { new: 0, gone: 0, changed: 0 } }
    expect(found).toMatchObject([nothing, nothing])
  })

  it('tells what is new, gone and changed since, and between two, both ways', async () => {
    const { api } = product
    await api.importFile(AFTER, { kind: 'links', fileName: '年中.csv' })
    const since = await changes(taken.id)
    expect(since).toMatchObject({ same: 2, counts: { new: 1, gone: 0, changed: 1 }, isCut: false })
    const of = (change: string) => since.edges.filter((edge) => edge.change === change)
    expect(of('new')).toMatchObject([
      { supplierName: firm(4).name, product: '导轨', before: null, after: { evidence: 'declared' } },
    ])
    expect(of('changed').map(({ before, after }) => [Number(before?.amountWan), Number(after?.amountWan)])).toEqual([
      [1000, 1200],
    ])
    const second = await api.post<Snapshot>('/supply/snapshots', { ...CREATION, name: '年中' })
    const { edges, counts } = await changes(taken.id, second.id)
    expect(edges).toEqual(since.edges)
    expect(counts).toEqual(since.counts)
    expect((await changes(second.id, taken.id)).counts).toEqual({ new: 0, gone: 1, changed: 1 })
    expect((await list()).map(({ name }) => name)).toEqual(['年中', '年初'])
  })

  it('keeps names as they were, also of what is gone', async () => {
    await product.api.post<Batch>(`/batches/${first.id}/withdraw`)
    const { edges, counts } = await changes(taken.id)
    expect(counts).toMatchObject({ gone: 2, new: 1, changed: 1 })
    expect(
      edges
        .filter(({ change }) => change === 'gone')
        .map(({ buyerName }) => buyerName)
        .sort(),
    ).toEqual([OUTSIDE, firm(2).name].sort())
  })

  it('is a workbook with a row for each change', async () => {
    const file = await product.api.send('GET', `/supply/snapshots/${taken.id}/changes/export.xlsx?region=${LIAONING}`)
    const rows = recordsUnder((await readWorkbook(await file.blob()))['变化'] ?? [], '变化')
    expect(rows.map((row) => row['变化']).sort()).toEqual(['新增', '改变', '消失', '消失'].sort())
  })

  it('can be removed and brought back', async () => {
    const { api } = product
    const [newest] = await list()
    const { id } = newest as Snapshot
    const removed = await api.answer<Snapshot>(await api.send('DELETE', `/supply/snapshots/${id}`))
    expect(removed.isRemoved).toBe(true)
    expect((await list()).map(({ name }) => name)).toEqual(['年初'])
    expect(await api.post<Snapshot>(`/supply/snapshots/${id}/restoration`)).toEqual(newest)
    expect(await list()).toHaveLength(2)
  })

  it('is refused without a name, of an unknown firm, of a region out of reach, and for visitors', async () => {
    const { api, host } = product
    const refused = async (creation: object) => (await api.refusal('POST', '/supply/snapshots', creation)).status
    expect(await refused({ ...CREATION, name: '  ' })).toBe(400)
    expect(await refused({ ...CREATION, query: { ...CREATION.query, firm: fictionalCode(999) } })).toBe(404)
    expect((await api.refusal('GET', `/supply/snapshots/nothing/changes?region=${LIAONING}`)).status).toBe(404)
    const dalian = apiOf(appAs(host, { region: '210200' }))
    expect((await dalian.refusal('POST', '/supply/snapshots', CREATION)).status).toBe(403)
    expect((await dalian.refusal('GET', `/supply/snapshots/${taken.id}/changes?region=210200`)).status).toBe(403)
    expect((await dalian.refusal('DELETE', `/supply/snapshots/${taken.id}`)).status).toBe(403)
    expect(await dalian.get('/supply/snapshots', { region: '210200' })).toEqual({ rows: [] })
    const visit = { cookie: 'audience=visitor' }
    expect((await api.send('GET', `/supply/snapshots?region=${LIAONING}`, undefined, visit)).status).toBe(403)
    expect((await api.send('DELETE', `/supply/snapshots/${taken.id}`, undefined, visit)).status).toBe(403)
  })
})

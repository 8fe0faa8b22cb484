import { expect, it } from 'vitest'
import type { Batch, RowsPage } from '@contract/batches'
import type { Panorama } from '@contract/panorama'
import type { Coverage } from '@contract/regions'
import { LIAONING, VIEW } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

describeApi('decisions about a batch', (product) => {
  it('of two corrections at once take one, and lose no row', async () => {
    const { api } = product
    const batch = await api.settled((await api.upload(registerCsv(firms(30)))).id)
    const { columns = [], headerRow } = batch.report ?? {}
    const request = {
      columns: columns.slice(0, 1).map(({ column, field }) => ({ column, field })),
      headerRow: headerRow ?? 1,
      remember: false,
    }
    const answers = await Promise.all([1, 2].map(() => api.send('PUT', `/batches/${batch.id}/mapping`, request)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await api.settled(batch.id)
    expect((await api.get<RowsPage>(`/batches/${batch.id}/rows`)).total).toBe(30)
  })

  it('either cancel it or publish it, never both', async () => {
    const { api } = product
    const { id } = await api.settled((await api.upload(registerCsv(firms(60)))).id)
    const [published, cancelled] = await Promise.all([
      api.send('POST', `/batches/${id}/publish`),
      api.send('POST', `/batches/${id}/cancel`),
    ])
    expect([published.status, cancelled.status].filter((status) => status === 200)).toHaveLength(1)
    const { status } = await api.get<Batch>(`/batches/${id}`)
    expect(status).toBe(published.status === 200 ? 'published' : 'cancelled')
    if (status === 'published') await api.post(`/batches/${id}/withdraw`)
  })
})

describeApi('a file', (product) => {
  it('is about a province, not about a city', async () => {
    const { api } = product
    const query = api.queryOf({
      kind: 'register',
      province: '210100',
      provider: '虚构局',
      period: '2025',
      fileName: 'a.csv',
    })
    expect(await api.refusal('POST', `/batches?${query}`, registerCsv(firms(1)))).toMatchObject({
      status: 400,
      problem: { field: 'province' },
    })
  })

  it('with an open quote is refused instead of being read short', async () => {
    const { api } = product
    const text = `企业名称,统一社会信用代码\n"没有收尾的名称,${firm(1).code}\n${firm(2).name},${firm(2).code}\n`
    const batch = await api.settled((await api.upload(new Blob([text]))).id)
    expect(batch).toMatchObject({ status: 'failed', failure: { code: 'broken' } })
  })

  it('keeps no phone number of a column that nobody mapped', async () => {
    const { api } = product
    const file = csv([
      ['企业名称', '统一社会信用代码', '备注'],
      [firm(3).name, firm(3).code, '请联系13800138000'],
    ])
    const batch = await api.settled((await api.upload(file)).id)
    expect(JSON.stringify(batch.report)).not.toContain('13800138000')
    await api.post(`/batches/${batch.id}/cancel`)
  })

  it('listing 规上 enterprises makes each of them one', async () => {
    const { api } = product
    const silent = firms(6).map((one) => ({ ...one, inScope: '' }))
    await api.importFile(registerCsv(silent), { scope: 'above' })
    expect((await api.get<Panorama>('/panorama', { ...VIEW, scope: 'four' })).figures.enterprises).toBeGreaterThan(0)
  })

  it('of a shorter period does not take the place of the year', async () => {
    const { api } = product
    await api.importFile(registerCsv(firms(6)), { period: '2025' })
    await api.importFile(registerCsv(firms(6)), { period: '2025Q1' })
    const { datasets } = await api.get<Coverage>(`/regions/${LIAONING}/coverage`)
    expect(datasets[0]?.periods).toEqual(['2025', '2025Q1'])
    expect((await api.get<Panorama>('/panorama', VIEW)).view.period).toBe('2025')
  })
})

import { expect, it } from 'vitest'
import type { Batch, BatchList, RowsPage, StagedRowView } from '@contract/batches'
import type { EnterpriseDetail } from '@contract/enterprises'
import { sheetBlob } from '@server/intake/read/fixtures'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode, misspelt } from '../fixtures/creditCodes'
import { csv, firm, firms, registerCsv, registerTable } from '../fixtures/registers'

const sum = ({ accepted, quarantined, rejected, duplicates }: Batch['counts']) =>
  accepted + quarantined + rejected + duplicates

describeApi('an uploaded register', (product) => {
  it('is read, judged row by row, reported and then published', async () => {
    const { api } = product
    const list = [
      ...firms(20),
      firm(3),
      firm(50, { code: misspelt(fictionalCode(50)) }),
      firm(51, { code: '' }),
      firm(52, { name: '' }),
      firm(53, { city: '', county: '' }),
    ]
    const received = await api.upload(registerCsv(list), { fileName: '机床名录.csv' })
    expect(received).toMatchObject({
      status: 'reading',
      fileName: '机床名录.csv',
      createdBy: '本机用户',
      dataset: 'real',
    })
    expect(received.fileHash).toMatch(/^[0-9a-f]{64}$/u)

    const staged = await api.settled(received.id)
    expect(staged).toMatchObject({ status: 'staged', progress: 1, failure: null })
    expect(staged.counts).toMatchObject({ rows: 25, accepted: 21, quarantined: 1, rejected: 2, duplicates: 1 })
    expect(sum(staged.counts)).toBe(staged.counts.rows)
    const { declared, address, code, none } = staged.counts.located
    expect(declared + address + code + none).toBe(staged.counts.accepted + staged.counts.quarantined)
    expect(staged.report?.columns.map(({ field }) => field)).not.toContain(null)
    expect(staged.report?.problems.map((problem) => problem.code)).toEqual(
      expect.arrayContaining([
        'duplicate',
        'code-checksum',
        'code-missing',
        'name-missing',
        expect.stringMatching(/^county-/u),
      ]),
    )

    const published = await api.publish(staged.id)
    expect(published).toMatchObject({ status: 'published', withdrawnAt: null })
    expect((await api.panorama()).linkRate.enterprises).toBe(21)
    const { batches } = await api.get<BatchList>('/batches')
    expect(batches.find(({ id }) => id === staged.id)).toMatchObject({ status: 'published', counts: { rows: 25 } })
  })

  it('shows its rows by verdict and by problem, page by page', async () => {
    const { api } = product
    const { id } = await api.stage(
      registerCsv([...firms(30), firm(4), firm(60, { code: misspelt(fictionalCode(60)) })]),
    )
    const first = await api.get<RowsPage>(`/batches/${id}/rows`, { limit: 20 })
    const second = await api.get<RowsPage>(`/batches/${id}/rows`, { limit: 20, after: first.next ?? 0 })
    const lines = [...first.rows, ...second.rows].map(({ row }) => row)
    expect(lines).toEqual(Array.from({ length: 32 }, (_none, index) => index + 2))
    expect(second.next).toBeNull()

    const duplicates = await api.get<RowsPage>(`/batches/${id}/rows`, { verdict: 'duplicate' })
    expect(duplicates).toMatchObject({ total: 1, rows: [{ row: 32, name: firm(4).name }] })
    const misspelled = await api.get<RowsPage>(`/batches/${id}/rows`, { problem: 'code-checksum' })
    expect(misspelled).toMatchObject({ total: 1, rows: [{ row: 33, verdict: 'quarantined' }] })
    await api.post<Batch>(`/batches/${id}/cancel`)
  })

  it('lets a person pass a quarantined row with a reason, and only such a row', async () => {
    const { api } = product
    const doubtful = misspelt(fictionalCode(70))
    const { id } = await api.stage(registerCsv([firm(69), firm(70, { code: doubtful }), firm(71, { code: '' })]))
    const override = (row: number) => `/batches/${id}/rows/${row}/override`

    expect(await api.refusal('PUT', override(3), { reason: '对' })).toMatchObject({
      status: 400,
      problem: { field: 'reason' },
    })
    expect(await api.refusal('PUT', override(4), { reason: '放行' })).toMatchObject({
      status: 400,
      problem: { field: 'row' },
    })
    expect((await api.refusal('PUT', override(99), { reason: '放行' })).status).toBe(404)
    const passed = await api.put<StagedRowView>(override(3), { reason: '已核对营业执照' })
    expect(passed).toMatchObject({ verdict: 'quarantined', overrideReason: '已核对营业执照' })

    await api.publish(id)
    expect(await api.get<EnterpriseDetail>(`/enterprises/${doubtful}`)).toMatchObject({ name: firm(70).name })
    expect((await api.refusal('PUT', override(3), { reason: '再改一次' })).status).toBe(409)
  })

  it('with a wrong check digit stays out as long as nobody passes it', async () => {
    const { api } = product
    const doubtful = misspelt(fictionalCode(72))
    await api.importFile(registerCsv([firm(72, { code: doubtful })]))
    expect((await api.refusal('GET', `/enterprises/${doubtful}`)).status).toBe(404)
  })

  it('that was published before is recognised by its content', async () => {
    const { api } = product
    const file = registerCsv(firms(3, 400))
    const earlier = await api.importFile(file)
    expect(await api.stage(file, { fileName: '改了名.csv' })).toMatchObject({
      sameAs: earlier.id,
      report: { known: 3 },
    })
  })

  it('cancelled while it is read leaves nothing behind', async () => {
    const { api } = product
    const before = await api.panorama()
    const { id } = await api.upload(registerCsv(firms(20_000, 1000)))
    expect(await api.post<Batch>(`/batches/${id}/cancel`)).toMatchObject({ status: 'cancelled' })
    // Files are read one after the other: when this one is through, the cancelled read has ended too.
    const next = await api.stage(registerCsv(firms(1)))
    expect(next.status).toBe('staged')
    expect(await api.get<Batch>(`/batches/${id}`)).toMatchObject({ status: 'cancelled' })
    expect(await api.get<RowsPage>(`/batches/${id}/rows`)).toMatchObject({ total: 0 })
    expect((await api.refusal('POST', `/batches/${id}/publish`)).status).toBe(409)
    expect(await api.panorama()).toEqual(before)
  })

  it('with personal columns loses them at the door', async () => {
    const { api } = product
    const table = registerTable(firms(2, 80)).map((row, index) => [...row, index === 0 ? '法定代表人' : '某人甲'])
    const { id, report } = await api.stage(csv(table))
    expect(report?.droppedPersonal).toEqual(['法定代表人'])
    const annotated = await api.send('GET', `/batches/${id}/annotated.xlsx`)
    const { id: again } = await api.stage(await annotated.blob(), { fileName: '回执.xlsx' })
    const copy = await api.get<Batch>(`/batches/${again}`)
    expect(JSON.stringify([report, copy.report])).not.toContain('某人甲')
  })

  const tableWithUnit = (unit: string) =>
    registerTable(firms(3, 601)).map((row, index) => (index === 0 ? [...row.slice(0, 7), `营业收入${unit}`] : row))

  it('asks for the unit of a column it does not know, takes the choice, and remembers it for the provider', async () => {
    const { api } = product
    const provider = '甲县虚构局'
    const staged = await api.stage(csv(tableWithUnit('（箱）')), { provider })
    const revenue = staged.report?.columns.find(({ field }) => field === 'revenue')
    expect(revenue?.question).toContain('箱')
    expect(staged.report?.fields.find(({ id }) => id === 'revenue')?.units).toContain('亿元')

    const choice = { columns: [{ column: revenue?.column ?? -1, field: 'revenue', unit: '亿元' }] }
    await api.put<Batch>(`/batches/${staged.id}/mapping`, choice)
    const settled = await api.settled(staged.id)
    expect(settled.report?.columns[7]).toMatchObject({
      field: 'revenue',
      unit: '亿元',
      unitFrom: 'manual',
      question: null,
    })
    await api.publish(staged.id)
    const { facts } = await api.get<EnterpriseDetail>(`/enterprises/${fictionalCode(601)}`)
    expect(facts).toMatchObject([{ indicator: 'revenue', period: '2025', unit: '万元', provider }])
    expect(Number(facts[0]?.value)).toBe(60_105_000)

    const next = await api.stage(csv(tableWithUnit('（箱）')), { provider })
    expect(next.report?.columns[7]).toMatchObject({ unit: '亿元', unitFrom: 'saved', question: null })
    const stranger = await api.stage(csv(tableWithUnit('（箱）')), { provider: '乙县虚构局' })
    expect(stranger.report?.columns[7]?.question).toContain('箱')
  })

  it('can be mapped by hand when its headings say nothing', async () => {
    const { api } = product
    const rows = registerTable(firms(3, 90)).map((row, index) =>
      index === 0 ? row.map((_none, at) => `项${at}`) : row,
    )
    const failed = await api.stage(await sheetBlob(rows), { fileName: '无列名.xlsx' })
    expect(failed).toMatchObject({ status: 'failed' })
    const columns = [
      { column: 0, field: 'name' },
      { column: 1, field: 'creditCode' },
      { column: 3, field: 'county' },
      { column: 7, field: 'revenue', unit: '万元' },
    ]
    await api.put<Batch>(`/batches/${failed.id}/mapping`, { columns, headerRow: 1 })
    expect(await api.settled(failed.id)).toMatchObject({ status: 'staged', counts: { accepted: 3 } })
  })
})

import { expect, it } from 'vitest'
import type { Batch } from '@contract/batches'
import { describeApi } from '../drivers/eachHost'
import { csv, firms, registerCsv } from '../fixtures/registers'

describeApi(
  'a file that is no register',
  (product) => {
    const image = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])])
    const oldXls = new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), new Uint8Array(600)])

    it.each([
      ['an image named .xlsx', 'not-a-table', () => image, '名录.xlsx'],
      ['an empty file', 'empty', () => new Blob(['']), '名录.csv'],
      ['an old .xls', 'old-xls', () => oldXls, '名录.xls'],
      [
        'a table without names and codes',
        'no-header',
        () =>
          csv([
            ['甲', '乙'],
            ['1', '2'],
          ]),
        '表.csv',
      ],
      ['a register without a single row', 'no-rows', () => registerCsv([]), '空.csv'],
    ])('%s fails with a reason and can be put away', async (_what, code, file, fileName) => {
      const { api } = product
      const response = await api.send(
        'POST',
        `/batches?${api.queryOf({ province: '210000', provider: '虚构局', period: '2025', fileName })}`,
        file(),
      )
      if (response.status === 400) {
        expect(await response.json()).toMatchObject({ field: 'body' })
        return
      }
      const { id } = (await response.json()) as Batch
      const failed = await api.settled(id)
      expect(failed).toMatchObject({ status: 'failed', failure: { code } })
      expect(failed.failure?.message).toMatch(/[；，。：]/u)
      expect((await api.refusal('POST', `/batches/${id}/publish`)).status).toBe(409)
      expect(await api.post<Batch>(`/batches/${id}/cancel`)).toMatchObject({ status: 'cancelled' })
    })

    it('is refused before it is read when the form is wrong', async () => {
      const { api } = product
      const upload = (fields: Record<string, string>) => {
        const query = { province: '210000', provider: '虚构局', period: '2025', fileName: '名录.csv', ...fields }
        return api.refusal('POST', `/batches?${api.queryOf(query)}`, registerCsv(firms(1)))
      }
      expect(await upload({ province: '990000' })).toMatchObject({ status: 404, problem: { field: 'province' } })
      expect(await upload({ period: '2025M01' })).toMatchObject({ status: 400, problem: { field: 'period' } })
      expect(await upload({ provider: ' ' })).toMatchObject({ status: 400, problem: { field: 'provider' } })
      expect(await upload({ kind: 'invoices' })).toMatchObject({ status: 400, problem: { field: 'kind' } })
      expect(await upload({ colour: 'red' })).toMatchObject({ status: 400, problem: { field: 'colour' } })
    })
  },
  ['embedded'],
)

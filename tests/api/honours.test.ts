import { beforeAll, describe, expect, it } from 'vitest'
import type { EnterpriseDetail } from '@contract/enterprises'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode } from '../fixtures/creditCodes'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

const HEAD = [
  '企业名称',
  '统一社会信用代码',
  '荣誉名称',
  '批次',
  '认定日期',
  '有效期起',
  '有效期止',
  '状态',
  '发文文号',
]
type Cells = [serial: number, title: string, batch: string, granted: string, from: string, to: string, status: string]

const list = (rows: Cells[]) =>
  csv([
    HEAD,
    ...rows.map(([serial, title, batch, granted, from, to, status]) => [
      firm(serial).name,
      fictionalCode(serial),
      title,
      batch,
      granted,
      from,
      to,
      status,
      '某文〔2025〕1号',
    ]),
  ])

const GIANT = '专精特新“小巨人”企业'

describeApi('a list of honours', (product) => {
  const heldBy = async (serial: number) =>
    (await product.api.get<EnterpriseDetail>(`/enterprises/${fictionalCode(serial)}`)).honours
  const states = async (serial: number) => (await heldBy(serial)).map(({ state }) => state).sort()

  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(12)), { period: '2026' })
    product.host.context.now = () => new Date('2026-11-21T08:00:00Z')
    await product.api.importFile(
      list([
        [1, GIANT, '第七批', '2025-09-01', '', '', ''],
        [2, GIANT, '第七批', '2025-09-01', '', '2028-08-31', ''],
        [3, GIANT, '第四批', '2022-07-01', '', '2025-06-30', ''],
        [3, '专精特新中小企业', '', '2026-06-01', '', '', ''],
        [1, '专精特新中小企业', '', '2024-06-01', '2024-06-01', '2026-11-22', ''],
        [4, '专精特新中小企业', '', '2023-11-22', '', '', ''],
        [5, '瞪羚企业', '', '2026-11-01', '2026-12-01', '2029-11-30', ''],
        [6, '制造业单项冠军示范企业', '第五批', '', '', '', ''],
        [7, GIANT, '第七批', '2025-09-01', '', '', '撤销'],
      ]),
      { kind: 'honours' },
    )
  }, 60_000)

  it('tells the end by the rule where the list has none, and says so', async () => {
    expect(await heldBy(1)).toMatchObject([
      { programme: GIANT, level: '国家', validFrom: '2025-09-01', validTo: '2028-08-31', endDerived: true },
      { programme: '专精特新中小企业', level: '省', validTo: '2026-11-22', endDerived: false, note: null },
    ])
    expect((await heldBy(1))[0]).toMatchObject({ ruleVersion: 'V2022', document: '某文〔2025〕1号', state: 'valid' })
    expect((await heldBy(3)).map(({ ruleVersion }) => ruleVersion)).toEqual(['V2026', 'V2022'])
    expect(await heldBy(6)).toMatchObject([{ state: 'open', note: expect.stringContaining('示范') as string }])
  })

  it('judges each title by the day', async () => {
    expect(await states(3)).toEqual(['lapsed', 'valid'])
    expect(await states(5)).toEqual(['upcoming'])
    expect(await states(7)).toEqual(['revoked'])
  })

  describe('counted', () => {
    const honoured = async () => (await product.api.panorama()).figures.honoured
    const total = async () => (await product.api.allEnterprises({ chain: undefined, honour: 'any' })).total
    const version = async () => (await product.api.panorama()).view.version

    it('follows the day and not the publication, under a data version of its own', async () => {
      const { host } = product
      const before = [await version(), await total(), await honoured()]
      expect(before.slice(1)).toEqual([5, 5])
      host.context.now = () => new Date('2026-11-22T08:00:00Z')
      expect([await total(), await honoured()]).toEqual([4, 4])
      expect(await version()).toBe((before[0] ?? 0) + 1)
      host.context.now = () => new Date('2026-11-23T08:00:00Z')
      expect([await total(), await honoured(), await version()]).toEqual([4, 4, (before[0] ?? 0) + 1])
      host.context.now = () => new Date('2026-12-01T08:00:00Z')
      expect([await total(), await honoured()]).toEqual([5, 5])
      host.context.now = () => new Date('2026-11-21T08:00:00Z')
      expect([await total(), await honoured()]).toEqual([5, 5])
    })

    it('leaves the end of a past year as it was', async () => {
      const past = async () => (await product.api.panorama({ period: '2025' })).figures.honoured
      const before = await past()
      product.host.context.now = () => new Date('2027-06-01T08:00:00Z')
      expect(await past()).toBe(before)
      product.host.context.now = () => new Date('2026-11-21T08:00:00Z')
    })
  })

  describe('followed by another', () => {
    it('revokes without naming the batch, and an old list published once more brings nothing back', async () => {
      const notice = await product.api.importFile(list([[2, GIANT, '', '2026-10-01', '', '', '撤销']]), {
        kind: 'honours',
      })
      expect(await states(2)).toEqual(['revoked', 'revoked'])
      const again = await product.api.importFile(list([[2, GIANT, '第七批', '2025-09-01', '', '2028-08-31', '']]), {
        kind: 'honours',
        fileName: '再次.csv',
      })
      expect(await states(2)).toEqual(['revoked', 'revoked', 'revoked'])
      await product.api.post(`/batches/${again.id}/withdraw`)
      await product.api.post(`/batches/${notice.id}/withdraw`)
      expect(await states(2)).toEqual(['valid'])
    })

    it('is what counts for the same batch: a review renews, a later revocation ends, a later review restores', async () => {
      await product.api.importFile(list([[3, GIANT, '第四批', '2022-07-01', '2025-07-01', '2028-06-30', '复核通过']]), {
        kind: 'honours',
      })
      expect(await states(3)).toEqual(['superseded', 'valid', 'valid'])
      await product.api.importFile(list([[3, GIANT, '第四批', '', '', '', '取消']]), { kind: 'honours' })
      expect(await states(3)).toEqual(['revoked', 'revoked', 'revoked', 'valid'])
      await product.api.importFile(list([[3, GIANT, '第四批', '', '2026-10-01', '2028-06-30', '有效']]), {
        kind: 'honours',
      })
      expect((await states(3)).filter((state) => state === 'valid')).toHaveLength(2)
    })
  })
})

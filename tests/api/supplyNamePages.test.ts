import { beforeAll, expect, it } from 'vitest'
import type { MatchingReport, NamePage, NameRow } from '@contract/supplyNames'
import { LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode } from '../fixtures/creditCodes'
import { csv, firm } from '../fixtures/registers'
import { makersCsv, tradesCsv, type Maker } from '../fixtures/supplyNetworks'

/** Brackets, quotation marks and blanks are not compared, but shown as the file has them. */
const NOBODY = '某某虚构“外地” Auto（汽车）厂'
const MAKERS = [1, 2].map((serial): Maker => ({ serial, county: 'tiexi', makes: '大米、杂粮', revenue: '5000' }))

describeApi('names of supply files', (product) => {
  const page = (state: string) => product.api.get<NamePage>('/supply/names', { region: LIAONING, state })
  const decision = (id: string, creditCode: string | null) => ({ region: LIAONING, dataset: 'real', id, creditCode })

  beforeAll(async () => {
    await product.api.importFile(makersCsv(MAKERS))
    const trades = tradesCsv([
      { supplier: 1, buyer: NOBODY, product: '机床', amount: '300' },
      { supplier: NOBODY, buyer: 2, product: '铁屑', amount: '' },
      { supplier: 1, buyer: 2, product: '床身', amount: '100' },
    ])
    await product.api.importFile(trades, { kind: 'links', fileName: '供应关系.csv' })
  })

  it('are kept as outside, counted on either side', async () => {
    const { rows, total } = await page('outside')
    expect(total).toBe(1)
    expect(rows).toMatchObject([{ name: NOBODY, asSupplier: 1, asBuyer: 1, candidates: [], decision: null }])
    expect(Number(rows[0]?.amountWan)).toBe(300)
  })

  it('are decided upon by a person, which the report then says, and undone', async () => {
    const { api } = product
    const [row] = (await page('outside')).rows
    const { id } = row as NameRow
    const decided = await api.post<NameRow>('/supply/names/decision', decision(id, null))
    expect(decided).toMatchObject({ id, decision: { creditCode: null, decidedBy: '本机用户' } })
    expect((await page('decided')).rows).toEqual([decided])
    const undone = await api.post<NameRow>('/supply/names/undo', { region: LIAONING, dataset: 'real', id })
    expect(undone.decision).toBeNull()
    expect((await page('decided')).total).toBe(0)
  })

  it('add up in the matching report', async () => {
    const report = await product.api.get<MatchingReport>('/supply/matching', { region: LIAONING })
    expect(report.links).toBe(3)
    const sum = (of: 'parties' | 'asSupplier' | 'asBuyer') => report.rows.reduce((all, row) => all + row[of], 0)
    expect([sum('parties'), sum('asSupplier'), sum('asBuyer')]).toEqual([3, 3, 3])
    expect(report.rows.find(({ status }) => status === 'outside')).toMatchObject({ matchedBy: 'none', parties: 1 })
  })

  it.each(['x', '[1]', '[9007199254740991,"a"]', '[1,"\\u0000"]'])('have no page at %s', async (cursor) => {
    const { status, problem } = await product.api.refusal(
      'GET',
      `/supply/names?${product.api.queryOf({ region: LIAONING, cursor })}`,
    )
    expect([status, problem.field]).toEqual([400, 'cursor'])
  })

  it('are no answer for a code, an unknown name or an unknown enterprise', async () => {
    const { api } = product
    const refused = async (body: object) => (await api.refusal('POST', '/supply/names/decision', body)).status
    expect(await refused(decision(fictionalCode(1), null))).toBe(400)
    expect(await refused(decision('name:谁也不是', null))).toBe(404)
    const [row] = (await page('outside')).rows
    expect(await refused(decision((row as NameRow).id, fictionalCode(999)))).toBe(400)
  })

  it('that turn out to be the other side of a row are told in the matching report', async () => {
    const { api } = product
    const columns = ['供应商名称', '采购商信用代码', '产品', '年份', '金额（万元）']
    const row = [firm(1).name, fictionalCode(1), '自用件', '2025', '7']
    await api.importFile(csv([columns, row]), { kind: 'links', fileName: '自供.csv' })
    const { marked } = await api.get<MatchingReport>('/supply/matching', { region: LIAONING })
    expect(marked).toEqual([{ mark: '供需双方认定为同一家企业（自供，不进网络）', links: 1 }])
  })
})

import { beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Batch, RowsPage } from '@contract/batches'
import type { Api } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode as code, misspelt } from '../fixtures/creditCodes'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'
import { LINKS, trades, type Trade } from '../fixtures/trades'

/** What a row was judged to be, and why: verdict, then codes of problems. */
async function verdicts({ get }: Api, batch: Batch) {
  const { rows } = await get<RowsPage>(`/batches/${batch.id}/rows`, { limit: 200 })
  return rows.map(({ verdict, problems }) => [verdict, ...problems.map((problem) => problem.code)].join(' '))
}

describeApi('a file of supply relations', (product) => {
  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(12)))
  })

  const JUDGED: [what: string, Trade, verdict: string][] = [
    ['both sides by code', { fromCode: code(1), toCode: code(2), amount: '10' }, 'accepted'],
    ['both sides by name', { from: firm(1).name, to: firm(2).name, share: '35%' }, 'accepted'],
    ['nobody on one side', { fromCode: code(1), amount: '10' }, 'rejected party-missing'],
    ['a wrong code and no name', { fromCode: misspelt(code(1)), toCode: code(2) }, 'quarantined code-checksum'],
    [
      'a wrong code beside a name',
      { from: firm(5).name, fromCode: misspelt(code(1)), toCode: code(2) },
      'accepted code-checksum',
    ],
    ['a code of nobody', { fromCode: code(900), toCode: code(2) }, 'accepted party-unknown'],
    ['itself, by code', { fromCode: code(3), toCode: code(3) }, 'rejected self-link'],
    ['itself, by name', { from: '虚构（甲）厂', to: '虚构(甲) 厂' }, 'rejected self-link'],
    ['a negative amount', { fromCode: code(1), toCode: code(4), amount: '-5' }, 'rejected negative'],
    ['a share over 100 %', { fromCode: code(1), toCode: code(4), share: '135' }, 'rejected share-range'],
    ['days that are none', { fromCode: code(1), toCode: code(4), ttr: '很久' }, 'accepted days-unreadable'],
  ]

  it('judges each row, and says why', async () => {
    const { api } = product
    const batch = await api.stage(trades(...JUDGED.map(([, trade]) => trade)), LINKS)
    const found = await verdicts(api, batch)
    expect(JUDGED.map(([what], at) => [what, found[at]])).toEqual(JUDGED.map(([what, , verdict]) => [what, verdict]))
    const { accepted, quarantined, rejected } = batch.counts
    expect([accepted, quarantined, rejected]).toEqual([5, 1, 5])
  })

  it('keeps contradictions with a mark, drops only what was said before', async () => {
    const { api, host } = product
    const a = { fromCode: code(1), toCode: code(2) }
    const b = { fromCode: code(3), toCode: code(2), product: '导轨' }
    const c = { fromCode: code(4), toCode: code(2), product: '导轨' }
    const batch = await api.stage(
      trades(
        { ...a, amount: '100', share: '35' },
        { ...a, amount: '100.00', share: '35%' },
        { ...a, amount: '120', share: '35' },
        { ...b, share: '60' },
        { ...c, share: '50.5' },
        { fromCode: code(5), toCode: code(6), product: '轴承' },
        { fromCode: code(6), toCode: code(5), product: '机床' },
      ),
      LINKS,
    )
    expect(await verdicts(api, batch)).toEqual([
      'accepted amount-conflict',
      'duplicate duplicate',
      'accepted amount-conflict',
      'accepted share-sum',
      'accepted share-sum',
      'accepted trade-cycle',
      'accepted trade-cycle',
    ])
    expect(batch.report?.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'share-sum', rows: 2, level: 'warning' })]),
    )
    await api.publish(batch.id)
    const { rows } = await sql<{ mark: string | null; amount_wan: string | null }>`
      select mark, amount_wan from supply_link order by row_no`.execute(host.context.db)
    expect(rows.map(({ mark, amount_wan }) => [mark, amount_wan === null ? null : Number(amount_wan)])).toEqual([
      ['金额不一致', 100],
      ['金额不一致', 120],
      ['份额合计超过 100%', null],
      ['份额合计超过 100%', null],
      ['互为供需', null],
      ['互为供需', null],
    ])
    await api.post(`/batches/${batch.id}/withdraw`)
    expect((await sql`select 1 from supply_party`.execute(host.context.db)).rows).toEqual([])
  })

  it('says who asserted what, when, and how sure it is', async () => {
    const { api, host } = product
    const said = { document: '虚构函〔2025〕3号', ttr: '60天', tts: '2周', alternates: '0家' }
    const batch = await api.importFile(
      trades(
        { fromCode: code(1), toCode: code(2), basis: '企业填报', date: '2024年3月5日', year: '', ...said },
        { fromCode: code(1), toCode: code(3), basis: '订单' },
        { fromCode: code(1), toCode: code(4), basis: '招投标推断' },
        { fromCode: code(1), toCode: code(5), basis: '按合同推算', date: '7月25日' },
        { fromCode: code(1), toCode: code(6), basis: '签约(direction not stated)' },
      ),
      LINKS,
    )
    const { rows } = await sql<Record<string, unknown>>`
      select evidence_class, evidence, document, stated_on, period, ttr_days::float as ttr, tts_days::float as tts, alternates,
        mark from supply_link order by row_no`.execute(host.context.db)
    expect(rows[0]).toEqual({
      evidence_class: 'declared',
      evidence: '企业填报',
      document: '虚构函〔2025〕3号',
      stated_on: '2024-03-05',
      period: '2024',
      ttr: 60,
      tts: 14,
      alternates: 0,
      mark: null,
    })
    expect(rows.map((one) => one['evidence_class'])).toEqual([
      'declared',
      'contract',
      'tender',
      'estimated',
      'contract',
    ])
    expect(rows[3]).toMatchObject({ stated_on: '7月25日', period: '2025' })
    expect(rows[4]).toMatchObject({ mark: '方向未注明' })
    await api.post(`/batches/${batch.id}/withdraw`)
  })

  it('headed in English maps by itself, with 元 as 元 and foreign money left out', async () => {
    const { api, host } = product
    const file = csv([
      ['from_org', 'to_org', 'relation', 'item', 'amount_yuan', 'currency', 'date_raw', 'source', 'evidence'],
      [
        firm(1).name,
        '库外某某集团',
        '中标(supplier won tender of customer)',
        '泵',
        '885000000.00',
        'CNY',
        '2019年7月22日',
        '公告',
        '原文一句',
      ],
      [
        firm(1).name,
        '库外某某集团',
        '中标(supplier won tender of customer)',
        '阀',
        '37515700.00',
        'USD',
        '',
        '公告',
        '',
      ],
    ])
    const batch = await api.stage(file, LINKS)
    expect(batch.failure).toBeNull()
    expect(await verdicts(api, batch)).toEqual(['accepted', 'accepted unit-foreign'])
    await api.publish(batch.id)
    const { rows } = await sql<Record<string, unknown>>`
      select amount_wan::float as amount, evidence_class, evidence, document, period, supplier, buyer
      from supply_link order by row_no`.execute(host.context.db)
    expect(rows).toMatchObject([
      {
        amount: 88500,
        evidence_class: 'tender',
        document: '公告',
        period: '2019',
        supplier: code(1),
        buyer: 'name:库外某某集团',
      },
      { amount: null },
    ])
    expect(rows[0]?.['evidence']).toBe('中标(supplier won tender of customer)：原文一句')
    await api.post(`/batches/${batch.id}/withdraw`)
  })
})

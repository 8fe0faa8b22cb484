import { beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Batch, RowsPage } from '@contract/batches'
import { asVisitor, LOCAL_PRINCIPAL } from '@server/source/principal'
import { decideName, matchingReport, readNameQueue, undoName } from '@server/source/supplyParties'
import type { Api } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode, misspelt } from '../fixtures/creditCodes'
import { csv, firm, firms, registerCsv } from '../fixtures/registers'

const HEADINGS = [
  '供应商名称',
  '供应商信用代码',
  '采购商名称',
  '采购商信用代码',
  '产品',
  '年份',
  '金额（万元）',
  '份额',
  '依据',
  '来源文件',
  '日期',
  'TTR（天）',
  'TTS（天）',
  '可替代供应商数',
]

interface Trade {
  from?: string
  fromCode?: string
  to?: string
  toCode?: string
  product?: string
  year?: string
  amount?: string
  share?: string
  basis?: string
  document?: string
  date?: string
  ttr?: string
  tts?: string
  alternates?: string
}

const row = (trade: Trade) => [
  trade.from ?? '',
  trade.fromCode ?? '',
  trade.to ?? '',
  trade.toCode ?? '',
  trade.product ?? '床身',
  trade.year ?? '2025',
  trade.amount ?? '',
  trade.share ?? '',
  trade.basis ?? '',
  trade.document ?? '',
  trade.date ?? '',
  trade.ttr ?? '',
  trade.tts ?? '',
  trade.alternates ?? '',
]
const trades = (...list: Trade[]) => csv([HEADINGS, ...list.map(row)])
const LINKS = { kind: 'links', provider: '供应局' }
const code = fictionalCode

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

describeApi('names in supply relations', (product) => {
  const who = LOCAL_PRINCIPAL
  const real = { dataset: 'real' }
  const registered = [
    firm(1, { name: '沈阳虚构轴承股份有限公司' }),
    firm(2, { name: '大连虚构机床（集团）有限公司' }),
    firm(3, { name: '大连虚构机床销售有限公司' }),
    firm(4, { name: '同名虚构有限公司' }),
    firm(5, { name: '同名虚构有限公司' }),
    firm(6, { name: '新名虚构泵业有限公司' }),
  ]
  const parties = async () => {
    const { rows } = await sql<{ id: string; matched_by: string; status: string; place: string | null }>`
      select id, matched_by, status, place from supply_party order by id`.execute(product.host.context.db)
    return Object.fromEntries(rows.map(({ id, ...rest }) => [id, rest]))
  }
  const sides = async () => {
    const { rows } = await sql<{ supplier: string; buyer: string }>`
      select supplier, buyer from supply_link order by row_no`.execute(product.host.context.db)
    return rows.map(({ supplier, buyer }) => `${supplier} ${buyer}`)
  }
  let links: Batch
  let register: Batch

  beforeAll(async () => {
    const { api } = product
    const [headings = [], ...rest] = [
      ['企业名称', '统一社会信用代码', '曾用名', '母公司统一社会信用代码', '母公司名称'],
      ...registered.map(({ name, code: own }, at) => [
        name,
        own,
        at === 5 ? '旧名虚构泵厂' : '',
        at === 2 ? code(2) : '',
        at === 2 ? (registered[1]?.name ?? '') : '',
      ]),
    ]
    register = await api.importFile(csv([headings, ...rest]))
    links = await api.importFile(
      trades(
        { from: ' 沈阳虚构轴承股份有限公司', toCode: code(2), amount: '10' },
        { from: '旧名虚构泵厂', toCode: code(2), amount: '20' },
        { from: '虚构机床', toCode: code(1), amount: '30' },
        { from: '同名虚构有限公司', toCode: code(1), amount: '40' },
        { from: '青岛远方有限公司', toCode: code(1), amount: '50' },
        { fromCode: '91350100M000100Y43', toCode: code(1), from: '某码上花' },
      ),
      LINKS,
    )
  })

  it('match by whole name, now or formerly, where one enterprise bears it; all others ask or stay outside', async () => {
    const found = await parties()
    expect(found[code(1)]).toMatchObject({ status: 'matched', matched_by: 'code' })
    expect(found[code(6)]).toMatchObject({ status: 'matched', matched_by: 'former-name' })
    expect(found['name:虚构机床']).toMatchObject({ status: 'asked', matched_by: 'none' })
    expect(found['name:同名虚构有限公司']).toMatchObject({ status: 'asked' })
    expect(found['name:青岛远方有限公司']).toMatchObject({ status: 'outside', place: '370200' })
    // The code of another province stands for an enterprise there.
    expect(found['91350100M000100Y43']).toMatchObject({ status: 'outside', matched_by: 'code', place: '350000' })
    expect(await sides()).toContain(`${code(1)} ${code(2)}`)
  })

  it('knows the group of an enterprise', async () => {
    const { rows } = await sql`
      select credit_code, parent_code, parent_name from enterprise where parent_code is not null`.execute(
      product.host.context.db,
    )
    expect(rows).toEqual([{ credit_code: code(3), parent_code: code(2), parent_name: registered[1]?.name }])
  })

  it('wait in a queue with what they may mean', async () => {
    const { context } = product.host
    const queue = await readNameQueue(context, who, { ...real, limit: 1 })
    expect(queue.counts).toEqual({ open: 2, decided: 0, matched: 2, outside: 1 })
    const rest = await readNameQueue(context, who, { ...real, limit: 9, cursor: queue.next })
    const names = [...queue.rows, ...rest.rows]
    expect(names.map(({ name }) => name).sort()).toEqual(['同名虚构有限公司', '虚构机床'])
    const machine = names.find(({ name }) => name === '虚构机床')
    expect(machine).toMatchObject({ role: 'supplier', trades: 1, state: 'open' })
    expect(Number(machine?.amountWan)).toBe(30)
    expect(machine?.candidates.map(({ creditCode }) => creditCode)).toEqual([code(2), code(3)])
    await expect(readNameQueue(context, asVisitor(who), { ...real, limit: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  it('mean what a person says, until it is taken back', async () => {
    const { context } = product.host
    const id = 'name:虚构机床'
    const version = () =>
      context.db.selectFrom('data_version').select('version').where('dataset', '=', 'real').executeTakeFirst()
    const before = await version()
    const decided = await decideName(context, who, { ...real, id, creditCode: code(3) })
    expect(decided).toMatchObject({
      trades: 1,
      before: { creditCode: null, decided: false },
      after: { creditCode: code(3), decided: true },
    })
    expect((await version())?.version).toBe((before?.version ?? 0) + 1)
    expect(await sides()).toContain(`${code(3)} ${code(1)}`)
    expect(await parties()).not.toHaveProperty(id)
    expect((await parties())[code(3)]).toMatchObject({ status: 'matched', matched_by: 'alias' })

    await product.api.post(`/batches/${links.id}/withdraw`)
    expect(await parties()).toEqual({})
    links = await product.api.importFile(
      trades({ from: '虚构机床', toCode: code(1), amount: '31' }, { from: '青岛远方有限公司', toCode: code(2) }),
      LINKS,
    )
    expect(await sides()).toContain(`${code(3)} ${code(1)}`)

    await undoName(context, who, { ...real, id })
    expect(await sides()).toContain(`${id} ${code(1)}`)
    expect(await parties()).not.toHaveProperty(code(3))
    await decideName(context, who, { ...real, id, creditCode: null })
    expect((await parties())[id]).toMatchObject({ status: 'outside' })
    await expect(decideName(context, who, { ...real, id, creditCode: code(1) })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(decideName(context, who, { ...real, id: 'name:无人提到', creditCode: null })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await undoName(context, who, { ...real, id })
  })

  it('are looked up again when registers come and go', async () => {
    const { api } = product
    const before = [await parties(), await sides()]
    const more = await api.importFile(
      registerCsv([firm(20, { name: '青岛远方有限公司' }), firm(21, { name: '虚构机床' })]),
    )
    expect(await sides()).toEqual([`${code(21)} ${code(1)}`, `${code(20)} ${code(2)}`])
    expect((await parties())[code(20)]).toMatchObject({ status: 'matched', matched_by: 'legal-name' })
    await api.post(`/batches/${more.id}/withdraw`)
    expect([await parties(), await sides()]).toEqual(before)
    await api.post(`/batches/${register.id}/withdraw`)
    const report = await matchingReport(product.host.context, who, real)
    expect(report.trades).toBe(2)
    expect(report.parties.every(({ status }) => status === 'outside')).toBe(true)
    expect(report.outside).toEqual({ elsewhere: 1, unregistered: 2, unknown: 1 })
  })
})

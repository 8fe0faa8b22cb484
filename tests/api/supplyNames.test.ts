import { beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Batch } from '@contract/batches'
import { asVisitor, LOCAL_PRINCIPAL } from '@server/source/principal'
import { decideName, matchingReport, readNameQueue, undoName } from '@server/source/supplyParties'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode as code } from '../fixtures/creditCodes'
import { csv, firm, registerCsv } from '../fixtures/registers'
import { LINKS, trades } from '../fixtures/trades'

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

    await expect(decideName(context, who, { ...real, id, creditCode: null })).rejects.toMatchObject({
      kind: 'conflict',
    })
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

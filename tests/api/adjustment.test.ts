import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { rebuildAggregates } from '@server/source/aggregates'
import { CNC } from '../drivers/api'
import { describeApi, type Product } from '../drivers/eachHost'
import { firm, firms, registerCsv } from '../fixtures/registers'

/** Every stored figure, in one order. */
async function figures({ host }: Product) {
  const { rows } = await sql`select * from aggregate
    order by dataset, mode_key, region, chain, scope, period, unit_kind, unit`.execute(host.context.db)
  return rows
}

describeApi('a correction by hand', (product) => {
  it('leaves the same figures as counting everything anew', async () => {
    const { api, host } = product
    await api.importFile(registerCsv(firms(40)))
    const before = await figures(product)
    const change = (serial: number, node: string, action: string) =>
      api.post('/memberships', {
        dataset: 'real',
        creditCode: firm(serial).code,
        chain: CNC,
        node,
        action,
        reason: '实地核查后调整',
      })
    await change(7, 'cnc-lathe', 'include')
    await change(1, 'cnc-lathe', 'exclude')
    await change(3, 'five-axis', 'include')
    await change(4, 'five-axis', 'include')
    const adjusted = await figures(product)
    expect(adjusted).not.toEqual(before)
    await host.context.db
      .transaction()
      .execute((trx) => rebuildAggregates(trx, 'real', host.context, new Date().toISOString().slice(0, 10)))
    expect(await figures(product)).toEqual(adjusted)

    for (const [serial, node] of [
      [7, 'cnc-lathe'],
      [1, 'cnc-lathe'],
      [3, 'five-axis'],
      [4, 'five-axis'],
    ] as const) {
      await change(serial, node, 'reset')
    }
    expect(await figures(product)).toEqual(before)
  })
})

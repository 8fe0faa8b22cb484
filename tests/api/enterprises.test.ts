import { beforeAll, describe, expect, it } from 'vitest'
import type { EnterpriseDetail, SearchAnswer } from '@contract/enterprises'
import { CNC, LIAONING } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { fictionalCode } from '../fixtures/creditCodes'
import { firm, firms, registerCsv } from '../fixtures/registers'

const ODD_NAMES = [
  '沈阳𠅤华机床有限公司',
  '百分之100%虚构机床厂',
  '下划线_虚构机床厂',
  '反斜杠\\虚构机床厂',
  "引号'虚构机床厂",
  'ＡＢＣ虚构机床厂',
]
const odd = ODD_NAMES.map((name, index) => firm(200 + index, { name, products: '数控车床', industry: '3421' }))
const all = [...firms(45), ...odd]

describeApi('the enterprise list', (product) => {
  beforeAll(async () => {
    await product.api.importFile(registerCsv(all))
  })

  it.each(['revenue', 'name', 'code', 'confidence'])('by %s visits everyone exactly once, in order', async (sort) => {
    const { api } = product
    const { total, rows } = await api.allEnterprises({ sort, limit: 7 })
    expect(rows.length).toBe(total)
    expect(new Set(rows.map(({ creditCode }) => creditCode)).size).toBe(total)
    const whole = await api.allEnterprises({ sort, limit: 200 })
    expect(rows).toEqual(whole.rows)
    if (sort === 'code')
      expect(rows.map(({ creditCode }) => creditCode)).toEqual(rows.map(({ creditCode }) => creditCode).sort())
    if (sort === 'revenue') {
      const values = rows.map(({ revenueWan }) => (revenueWan === null ? -1 : Number(revenueWan)))
      expect(values).toEqual([...values].sort((a, b) => b - a))
      expect(values).toContain(-1)
    }
  })

  it('without a chain pages through the whole register too', async () => {
    const { rows, total } = await product.api.allEnterprises({ chain: undefined, sort: 'name', limit: 10 })
    expect([rows.length, total]).toEqual([all.length, all.length])
    expect(rows.every(({ membership }) => membership === null)).toBe(true)
  })

  it('splits into those on some chain and those on none', async () => {
    const { api } = product
    const on = await api.allEnterprises({ chain: undefined, linked: 'yes', limit: 200 })
    const off = await api.allEnterprises({ chain: undefined, linked: 'no', limit: 200 })
    expect(on.total + off.total).toBe(all.length)
    expect(off.rows.map(({ name }) => name)).toContain(firm(7).name)
  })

  it('narrows to a county or a city', async () => {
    const { api } = product
    const inCity = await api.allEnterprises({ chain: undefined, county: '210200', limit: 200 })
    const inCounty = await api.allEnterprises({ chain: undefined, county: '210213', limit: 200 })
    expect(inCounty.rows.every(({ countyName }) => countyName === '金州区')).toBe(true)
    expect(inCity.total).toBeGreaterThan(inCounty.total)
    expect(await api.enterprises({ region: '210213' })).toMatchObject({
      total: (await api.enterprises({ county: '210213' })).total,
    })
  })

  it.each([
    ['𠅤', ODD_NAMES[0]],
    ['𠅤华', ODD_NAMES[0]],
    ['100%', ODD_NAMES[1]],
    ['%', ODD_NAMES[1]],
    ['_', ODD_NAMES[2]],
    ['线_虚', ODD_NAMES[2]],
    ['\\', ODD_NAMES[3]],
    ['杠\\虚', ODD_NAMES[3]],
    ["'", ODD_NAMES[4]],
    ["号'虚构", ODD_NAMES[4]],
  ])('finds %s and nothing else', async (q, name) => {
    const { api } = product
    const { rows, total } = await api.allEnterprises({ chain: undefined, q, limit: 200 })
    expect(rows.map((row) => row.name)).toEqual([name])
    expect(total).toBe(1)
    const found = await api.get<SearchAnswer>('/search', { region: LIAONING, chain: CNC, q })
    expect(found.enterprises.map((item) => item.name)).toEqual([name])
  })

  it('finds by the beginning of a credit code, and nothing for a word that nobody has', async () => {
    const { api } = product
    expect((await api.enterprises({ chain: undefined, q: '91219900ma' })).total).toBe(all.length)
    expect((await api.enterprises({ chain: undefined, q: fictionalCode(12) })).rows).toMatchObject([
      { name: firm(12).name },
    ])
    expect(await api.enterprises({ chain: undefined, q: '绝无此名' })).toMatchObject({
      total: 0,
      rows: [],
      nextCursor: null,
    })
  })

  it('finds nodes by name and by product word', async () => {
    const byName = await product.api.get<SearchAnswer>('/search', { region: LIAONING, chain: CNC, q: '滚珠丝' })
    expect(byName.nodes[0]).toMatchObject({ id: 'ball-screw' })
  })
})

describeApi('a correction by hand', (product) => {
  const code = fictionalCode(1)
  const lathe = { dataset: 'real', creditCode: code, chain: CNC, node: 'cnc-lathe' }
  const isListed = async (node: string) =>
    (await product.api.allEnterprises({ node, limit: 200 })).rows.some(({ creditCode }) => creditCode === code)
  const membershipsOf = (detail: EnterpriseDetail) =>
    Object.fromEntries(detail.memberships.map(({ node, how, active }) => [node, `${how} ${active ? 'on' : 'off'}`]))

  beforeAll(async () => {
    await product.api.importFile(registerCsv(firms(9)))
  })

  it('takes an enterprise off a node, and stays when the register comes again', async () => {
    const { api } = product
    expect(await isListed('cnc-lathe')).toBe(true)
    const before = await api.panorama()
    const detail = await api.post<EnterpriseDetail>('/memberships', { ...lathe, action: 'exclude', reason: '已停产' })
    expect(membershipsOf(detail)['cnc-lathe']).toBe('manual off')
    expect(await isListed('cnc-lathe')).toBe(false)
    await api.importFile(registerCsv(firms(9).map((item) => ({ ...item, revenue: '1' }))))
    expect(await isListed('cnc-lathe')).toBe(false)
    const count = ({ nodes }: typeof before) => nodes.find(({ id }) => id === 'cnc-lathe')?.figures.enterprises ?? -1
    expect(count(await api.panorama())).toBe(count(before) - 1)
  })

  it('puts an enterprise on a node, and stays when the register comes again', async () => {
    const { api } = product
    const detail = await api.post<EnterpriseDetail>('/memberships', {
      ...lathe,
      node: 'probe',
      action: 'include',
      reason: '现场核实',
    })
    expect(membershipsOf(detail)['probe']).toBe('manual on')
    await api.importFile(registerCsv(firms(9)))
    expect(await isListed('probe')).toBe(true)
    const { rows } = await api.allEnterprises({ node: 'probe' })
    expect(rows).toMatchObject([{ membership: { how: 'manual', reason: '现场核实' } }])
  })

  it('is taken back by reset: the rules decide again', async () => {
    const { api } = product
    await api.post<EnterpriseDetail>('/memberships', { ...lathe, action: 'reset', reason: '' })
    const detail = await api.post<EnterpriseDetail>('/memberships', {
      ...lathe,
      node: 'probe',
      action: 'reset',
      reason: '',
    })
    expect(membershipsOf(detail)).toMatchObject({ 'cnc-lathe': 'rule on' })
    expect(membershipsOf(detail)['probe']).toBeUndefined()
  })

  describe('is refused', () => {
    it.each([
      ['without a reason', { ...lathe, action: 'exclude', reason: '' }, 400, 'reason'],
      ['on a node that the chain lacks', { ...lathe, node: 'nowhere', action: 'include', reason: '测试' }, 400, 'node'],
      [
        'for an enterprise that is not in the register',
        { ...lathe, creditCode: fictionalCode(999), action: 'include', reason: '测试' },
        404,
        'creditCode',
      ],
      [
        'with a field that does not exist',
        { ...lathe, action: 'include', reason: '测试', colour: 'red' },
        400,
        'colour',
      ],
    ])('%s', async (_why, body, status, field) => {
      expect(await product.api.refusal('POST', '/memberships', body)).toMatchObject({ status, problem: { field } })
    })
  })
})

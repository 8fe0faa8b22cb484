import { beforeAll, expect, it } from 'vitest'
import type { Coverage, Province, RegionDetail } from '@contract/regions'
import type { Problem } from '@contract/common'
import { apiOf, CNC } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { firm, firms, registerCsv, type Firm } from '../fixtures/registers'

const CHONGQING = '500000'
const NEW_AREA = '500157'
const lathes = { products: '数控车床', industry: '3421', city: '' }
const inJiangbei = firm(1, { ...lathes, county: '江北区' })
const inYuzhong = firm(2, { ...lathes, county: '渝中区' })
const COLUMNS: (keyof Firm)[] = ['name', 'code', 'county', 'products', 'industry']

describeApi('two readings of the divisions', (product) => {
  beforeAll(async () => {
    await product.api.importFile(registerCsv([inJiangbei, inYuzhong], COLUMNS), { province: CHONGQING, period: '2023' })
  })
  const at = (region: string, mode: string) => product.api.panorama({ region, mode, period: '2023' })

  it('carry a 江北区 row of 2023 to 两江新区 in today’s reading, with a footnote', async () => {
    const today = await at(NEW_AREA, 'current')
    expect(today.linkRate.enterprises).toBe(1)
    expect(today.view.footnotes.join()).toContain('江北区')
    expect((await at('500105', 'current')).linkRate.enterprises).toBe(0)
  })

  it('leave it in 江北区 in the reading of its own time', async () => {
    expect((await at('500105', 'asof')).linkRate.enterprises).toBe(1)
    expect((await at(NEW_AREA, 'asof')).linkRate.enterprises).toBe(0)
  })

  it('agree on the total of the province', async () => {
    const [today, then] = [await at(CHONGQING, 'current'), await at(CHONGQING, 'asof')]
    expect(then.figures).toEqual(today.figures)
    expect(then.linkRate).toEqual(today.linkRate)
  })

  it('give the list the same people as the count', async () => {
    const list = (region: string, mode: string) => product.api.allEnterprises({ region, mode, period: '2023' })
    expect((await list(NEW_AREA, 'current')).rows.map(({ name }) => name)).toEqual([inJiangbei.name])
    expect((await list(NEW_AREA, 'asof')).rows).toEqual([])
    expect((await list('500105', 'asof')).rows.map(({ name }) => name)).toEqual([inJiangbei.name])
  })

  it('let the office of the abolished 江北区 see 两江新区, and nothing beside it', async () => {
    const office = apiOf(appAs(product.host, { id: 'u2', name: '原江北区经信委', region: '500105' }))
    expect((await office.panorama({ region: NEW_AREA })).view.regionName).toBe('两江新区')
    const { status } = await office.refusal('GET', `/panorama?region=500103&chain=${CNC}`)
    expect(status).toBe(403)
  })

  it('list the divisions of a city in code order, the abolished ones not among them', async () => {
    const { children } = await product.api.get<RegionDetail>(`/regions/${CHONGQING}`)
    const codes = children.map(({ code }) => code)
    expect(codes).toEqual([...codes].sort())
    expect(codes).toContain(NEW_AREA)
    expect(codes).not.toContain('500105')
  })
})

describeApi(
  'a person responsible for one county',
  (product) => {
    const KINGZHOU = { id: 'u1', name: '金州区工信局', region: '210213' }
    beforeAll(async () => {
      await product.api.importFile(registerCsv(firms(21)))
    })
    const theirs = () => apiOf(appAs(product.host, KINGZHOU))

    it('sees the county, with the numbers everyone sees there', async () => {
      const api = theirs()
      const own = await api.panorama({ region: '210213' })
      expect(own).toEqual(await product.api.panorama({ region: '210213' }))
      expect((await api.allEnterprises({ region: '210213', chain: undefined })).total).toBe(own.linkRate.enterprises)
      const { provinces } = await api.get<{ provinces: Province[] }>('/provinces')
      expect(provinces.map(({ code }) => code)).toEqual(['210000'])
    })

    it.each([
      ['the province', `/panorama?region=210000&chain=${CNC}`],
      ['a neighbouring county', `/panorama?region=210211&chain=${CNC}`],
      ['the whole country', `/panorama?region=100000&chain=${CNC}`],
      ['the list of the province', '/enterprises?region=210000'],
      ['another county through a filter', '/enterprises?region=210213&county=210211'],
      ['the search of the province', `/search?region=210000&chain=${CNC}&q=虚构`],
      ['the coverage of the province', '/regions/210000/coverage'],
      ['the province itself', '/regions/210000'],
      ['the chains of the province', '/chains?region=210000'],
      ['an export of the province', `/panorama/export.xlsx?region=210000&chain=${CNC}`],
      ['an enterprise elsewhere', `/enterprises/${firm(1).code}`],
    ])('is refused %s', async (_what, route) => {
      expect((await theirs().refusal('GET', route)).status).toBe(403)
    })

    it('is refused an upload for the province and its batches', async () => {
      const api = theirs()
      const query = api.queryOf({ province: '210000', provider: '甲', period: '2025', fileName: '甲.csv' })
      const { status, problem } = await api.refusal('POST', `/batches?${query}`, registerCsv(firms(1)))
      expect([status, problem.field]).toEqual([403, 'province'])
      expect(await api.get('/batches')).toEqual({ batches: [] })
    })

    it('learns nothing of the country’s data beyond a refusal', async () => {
      const response = await theirs().send('GET', `/panorama?region=210000&chain=${CNC}`)
      const problem = (await response.json()) as Problem
      expect(problem.detail).toBe('您的权限不含 辽宁省')
      expect(await theirs().get<Coverage>('/regions/210213/coverage')).toMatchObject({ region: '210213' })
    })
  },
  ['embedded'],
)

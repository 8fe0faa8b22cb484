import { beforeAll, describe, expect, it } from 'vitest'
import type { Batch } from '@contract/batches'
import type { IndicatorCatalogue } from '@contract/indicators'
import type { RegionFigures } from '@contract/regionFigures'
import { appAs } from '../drivers/hosts'
import { apiOf } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { readWorkbook } from '../fixtures/readWorkbook'
import { csv } from '../fixtures/registers'

const FIGURES = { kind: 'figures', period: '2024', fileName: '县域.csv' }
const LONG = [
  ['地区', '指标', '统计期', '数值', '单位'],
  ['沈阳市', '地区生产总值', '2024年前三季度', '6500', '亿元'],
  ['沈阳市', 'GDP', '2024年', '9027.1', '亿元'],
  ['沈阳市', '规上工业增加值增速', '2024年1月', '3', '%'],
  ['沈阳市', '规上工业增加值增速', '2024年1-2月', '4.5', '%'],
  ['沈阳市', '幸福指数', '2024年', '99', '%'],
  ['乌有县', '地区生产总值', '2024年', '1', '亿元'],
  ['沈阳市', '地区生产总值增速', '2024年', '5', '百分点'],
  ['沈阳市', '常住人口', '2024年', '很多', '万人'],
]

describeApi('figures of regions', (product) => {
  const read = (region: string, query = {}) =>
    product.api.get<RegionFigures>('/region-figures', { region, dataset: 'real', ...query })
  const cell = (figures: RegionFigures, id: string, period = '2024') =>
    figures.indicators.find((item) => item.id === id)?.cells.find((one) => one.period === period)

  describe('from a wide table with a total', () => {
    let batch: Batch
    beforeAll(async () => {
      const table = [
        [
          '区划代码',
          '地区',
          '市',
          '地区生产总值（亿元）',
          '规上工业增加值增速（%）',
          '专精特新企业数',
          '常住人口（万人）',
        ],
        ['210102', '和平区', '沈阳市', '1,030.5', '5.3', '0', '73.1'],
        ['', '沈河区', '沈阳市', '1100', '—', '12', ''],
        ['210106', '铁西区', '沈阳市', '12亿元', '-1.2', '', '112.5'],
        ['210122', '辽中县', '沈阳市', '88', '', '3', '40'],
        ['', '合计', '', '9027', '4.6', '215', '920'],
      ]
      batch = await product.api.stage(csv(table), { ...FIGURES, dataClass: 'department', provider: '虚构发改局' })
    })

    it('takes every row, the total as that of the city', async () => {
      expect(batch.failure).toBeNull()
      expect(batch.counts).toMatchObject({ rows: 5, accepted: 5, quarantined: 0, rejected: 0, duplicates: 0 })
      await product.api.publish(batch.id)
      expect(cell(await read('210100'), 'gdp')?.value).toBe('9027')
      const heping = await read('210102')
      expect(cell(heping, 'gdp')).toMatchObject({ value: '1030.5', spread: null, doubt: null })
      expect(cell(heping, 'specialised')?.value).toBe('0')
      expect(cell(await read('210103'), 'industrial-value-added-growth')).toBeUndefined()
      expect(cell(await read('210106'), 'gdp')?.sources[0]).toMatchObject({
        value: '12',
        asGiven: '12亿元',
        row: 4,
        column: 3,
      })
    })

    it('shows the figures of a recoded county under its present code, and says so', async () => {
      expect(cell(await read('210115'), 'gdp')?.sources[0]).toMatchObject({ value: '88', former: '辽中县（210122）' })
    })

    it('are real ones by default where the province has any, under a former code even', async () => {
      const table = [
        ['地区', '年份', '地区生产总值（亿元）'],
        ['辽中区', '2024', '1'],
        ['大连市', '2024', '2'],
      ]
      const demo = await product.api.stage(csv(table), { ...FIGURES, provider: '演示', dataClass: 'demo' })
      await product.api.publish(demo.id)
      const figures = await product.api.get<RegionFigures>('/region-figures', { region: '210115' })
      expect(figures.dataset).toBe('real')
      expect(cell(figures, 'gdp')?.value).toBe('88')
      const neighbour = await product.api.get<RegionFigures>('/region-figures', { region: '210200' })
      expect(neighbour).toMatchObject({ dataset: 'real', indicators: [] })
    })

    it('answers with an entity tag until something is published', async () => {
      const first = await product.api.send('GET', '/region-figures?region=210102')
      const tag = first.headers.get('etag') ?? ''
      const again = await product.api.send('GET', '/region-figures?region=210102', undefined, { 'if-none-match': tag })
      expect(again.status).toBe(304)
    })
  })

  it('from a long table keeps what it can and says what it cannot', async () => {
    const batch = await product.api.stage(csv(LONG), { ...FIGURES, provider: '虚构统计局', dataClass: 'statistics' })
    expect(batch.counts).toMatchObject({ rows: 8, accepted: 3, rejected: 5 })
    expect(batch.report?.problems.map(({ code }) => code).sort()).toEqual(
      ['indicator-unknown', 'number-text', 'period-january', 'region-unknown', 'unit-points'].sort(),
    )
    await product.api.publish(batch.id)
    const figures = await read('210100')
    expect(figures.periods).toEqual(['2024', '2024Q1-3', '2024M01-02'])
    expect(cell(figures, 'industrial-value-added-growth', '2024M01-02')?.value).toBe('4.5')
  })

  it('keeps both sources of a figure, statistics first, with the difference', async () => {
    const gdp = cell(await read('210100'), 'gdp')
    expect(gdp?.sources.map(({ value, dataClass }) => [value, dataClass])).toEqual([
      ['9027.1', 'statistics'],
      ['9027', 'department'],
    ])
    expect(gdp).toMatchObject({ value: '9027.1', spread: { absolute: '0.1', ratio: '0.0000' } })
  })

  it('asks for the unit of a column without one, and reads it once told', async () => {
    const table = [
      ['地区', '年份', '地区生产总值', '某某收入'],
      ['大连市', '2022', '84300000', '1'],
      ['大连市', '2023', '87529000', '2'],
    ]
    const asked = await product.api.stage(csv(table), { ...FIGURES, provider: '虚构年鉴' })
    const column = asked.report?.columns.find(({ field }) => field === 'gdp')
    expect(column?.question).toContain('没有注明单位')
    await product.api.put(`/batches/${asked.id}/mapping`, { columns: [{ column: 2, field: 'gdp', unit: '万元' }] })
    const told = await product.api.settled(asked.id)
    expect(told.report?.columns[2]).toMatchObject({ question: null, unit: '万元' })
    await product.api.publish(asked.id)
    expect(cell(await read('210200'), 'gdp', '2023')?.value).toBe('8752.9')
  })

  it('flags a figure ten thousand times that of the year before, and leaves it', async () => {
    const table = [
      ['地区', '年份', '一般公共预算收入（亿元）'],
      ['鞍山市', '2021', '150'],
      ['鞍山市', '2022', '1530000'],
      ['鞍山市', '2023', '161'],
    ]
    const batch = await product.api.stage(csv(table), FIGURES)
    expect(batch.report?.problems).toMatchObject([{ code: 'unit-suspect', rows: 1 }])
    await product.api.publish(batch.id)
    const figures = await read('210300')
    expect(cell(figures, 'budget-revenue', '2022')).toMatchObject({ value: '1530000' })
    expect(cell(figures, 'budget-revenue', '2022')?.doubt).toContain('疑似单位错误')
    const ofTheYear = await read('210300', { period: '2022' })
    expect(ofTheYear.periods).toEqual(['2022'])
    expect(cell(ofTheYear, 'budget-revenue', '2022')).toEqual(cell(figures, 'budget-revenue', '2022'))
    expect(ofTheYear.indicators[0]?.freshness).toEqual(figures.indicators[0]?.freshness)
  })

  it('flags a figure ten thousand times the one that another batch has published', async () => {
    const table = [
      ['地区', '年份', '地区生产总值（亿元）'],
      ['沈阳市', '2024', '90271000'],
    ]
    const batch = await product.api.stage(csv(table), { ...FIGURES, provider: '虚构报社' })
    expect(batch.report?.notes.join()).toContain('沈阳市 2024 地区生产总值')
    await product.api.post(`/batches/${batch.id}/cancel`)
  })

  it('does not take a small growth for a wrong unit', async () => {
    const growth = (value: string) =>
      csv([
        ['地区', '年份', '地区生产总值增速（%）'],
        ['本溪市', '2024', value],
      ])
    const first = await product.api.stage(growth('10'), { ...FIGURES, provider: '虚构统计局' })
    await product.api.publish(first.id)
    const second = await product.api.stage(growth('0.001'), { ...FIGURES, provider: '虚构报社' })
    expect(second.report?.notes.join()).not.toContain('疑似单位错误')
    await product.api.post(`/batches/${second.id}/cancel`)
  })

  it('reads years side by side once one of them is said to be an indicator', async () => {
    const table = [
      ['code', 'county', 'city', 'province', '2015', '2016', '2017'],
      ['210202', '中山区', '大连市', '辽宁省', '1.5', '1.6', '1.7'],
      ['210202', '中山区', '大连市', '辽宁省', '1.5', '1.6', '1.7'],
      ['219999', '', '', '辽宁省', '1', '1', '1'],
      ['371502', '东昌府区', '聊城市', '山东省', '3', '', '3.2'],
    ]
    const fields = { ...FIGURES, province: '100000', provider: '虚构研究院', dataClass: 'estimated' }
    const first = await product.api.stage(csv(table), fields)
    expect(first.failure?.code).toBe('missing-columns')
    await product.api.put(`/batches/${first.id}/mapping`, { columns: [{ column: 4, field: 'co2', unit: '百万吨' }] })
    const batch = await product.api.settled(first.id)
    expect(batch.counts).toMatchObject({ rows: 4, accepted: 3, duplicates: 1 })
    await product.api.publish(batch.id)
    expect(cell(await read('210202'), 'co2', '2017')).toMatchObject({ value: '170' })
    const { periods } = await read('371502')
    expect(periods).toEqual(['2017', '2015'])
    const remembered = await product.api.stage(csv(table), fields)
    expect(remembered.report?.columns.filter(({ field }) => field === 'co2')).toHaveLength(3)
  })

  it('are gone when their batch is withdrawn', async () => {
    const { batches } = await product.api.get<{ batches: Batch[] }>('/batches')
    const own = batches.find(({ provider, status }) => provider === '虚构研究院' && status === 'published')
    await product.api.post(`/batches/${own?.id}/withdraw`)
    expect((await read('210202')).indicators).toEqual([])
  })

  it('are refused outside what one may see', async () => {
    const shandong = apiOf(appAs(product.host, { id: 'shandong', name: '虚构用户', region: '370000' }))
    const { status } = await shandong.refusal('GET', '/region-figures?region=210102')
    expect(status).toBe(403)
  })

  it('can be exported with every source and what the figures mean', async () => {
    const response = await product.api.send('GET', '/region-figures/export.xlsx?region=210100')
    const sheets = await readWorkbook(await response.blob())
    expect(JSON.stringify(sheets)).toContain('口径与来源')
    expect(JSON.stringify(sheets)).toContain('虚构统计局')
  })

  it('have a template for each theme that is asked of counties', async () => {
    const { themes } = await product.api.get<IndicatorCatalogue>('/indicators')
    for (const { id } of themes.filter(({ template }) => template)) {
      const response = await product.api.send('GET', `/templates/figures?theme=${id}`)
      const batch = await product.api.stage(await response.blob(), { ...FIGURES, fileName: '模板.xlsx' })
      expect(batch.failure?.code).toBe('no-rows')
      expect(batch.report).toBeNull()
    }
    expect((await product.api.refusal('GET', '/templates/figures?theme=chain')).status).toBe(400)
  })
})

import { beforeAll, expect, it } from 'vitest'
import type { Board } from '@contract/board'
import type { FigureCard } from '@contract/figures'
import { evaluate } from '@domain/figure/formulas'
import { CNC, LIAONING, VIEW, type Query } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { csv, firms, registerCsv, registerTable } from '../fixtures/registers'
import { readWorkbook } from '../fixtures/readWorkbook'

const SHENYANG = '210100'
const FIGURES = {
  kind: 'figures',
  period: '2025',
  fileName: '公报.csv',
  provider: '虚构统计局',
  dataClass: 'statistics',
}

/** The same register with the revenue of another year. */
const registerOf = (year: string) =>
  csv(registerTable(firms(56)).map((row) => row.map((cell) => cell.replace('2025年', `${year}年`))))

describeApi('the board of indicators', (product) => {
  const read = (query: Query = {}) => product.api.get<Board>('/indicators/board', { ...VIEW, ...query })
  const card = (board: Board, id: string) => [...board.cards, ...board.regionCards].find((one) => one.id === id)
  const open = (ref: string) => product.api.get<FigureCard>('/figures/card', { ref })

  beforeAll(async () => {
    const { api } = product
    await api.importFile(registerOf('2022'), { period: '2022', fileName: '2022.csv' })
    await api.importFile(registerOf('2024'), { period: '2024', fileName: '2024.csv' })
    await api.importFile(registerCsv(firms(56)), { fileName: '2025.csv' })
    const table = [
      [
        '地区',
        '年份',
        '地区生产总值（亿元）',
        '地区生产总值增速（%）',
        '社会消费品零售总额（亿元）',
        '规上工业增加值增速（%）',
      ],
      ['沈阳市', '2024', '9000', '5.0', '4000', '4.5'],
      ['沈阳市', '2025', '9500', '5.25', '4200', '6'],
    ]
    await api.importFile(csv(table), FIGURES)
    const totals = [
      ['地区', '年份', '规上工业企业数（家）', '规上工业营业收入（亿元）'],
      ['沈阳市', '2025', '20', '1.5'],
    ]
    await api.importFile(csv(totals), { ...FIGURES, fileName: '规上.csv' })
    const other = [
      ['地区', '年份', '规上工业企业数（家）'],
      ['沈阳市', '2025', '18'],
    ]
    await api.importFile(csv(other), {
      ...FIGURES,
      provider: '虚构工信局',
      dataClass: 'department',
      fileName: '部门.csv',
    })
  })

  it('says the same of a chain as its panorama, with a card behind every number', async () => {
    const board = await read()
    const panorama = await product.api.panorama()
    expect(board.view).toEqual(panorama.view)
    expect(card(board, 'enterprises')?.value).toBe(String(panorama.figures.enterprises))
    expect(card(board, 'revenue')?.value).toBe(panorama.figures.revenueWan)
    expect(card(board, 'completeness')?.value).toBe(panorama.completeness)
    expect(card(board, 'link-rate')?.value).toBe(panorama.linkRate.ratio)
    for (const one of board.cards) {
      const opened = await open(one.ref)
      expect([one.id, opened.value]).toEqual([one.id, one.value])
      expect(opened.name).toBe(one.name)
      if (!one.coverage) continue
      expect((await open(one.coverage.reportingRef)).value).toBe(String(one.coverage.reporting))
      expect((await open(one.coverage.totalRef)).value).toBe(String(one.coverage.total))
    }
  })

  it('says of a missing list why there is no number, and never zero', async () => {
    const board = await read()
    expect(card(board, 'honoured')).toMatchObject({ value: null, missing: '没有导入荣誉名单' })
    expect(card(board, 'leaders')?.missing).toContain('链主名单')
  })

  it('compares revenue with the year before on the same register only, and counts not at all', async () => {
    const board = await read()
    expect(card(board, 'revenue')?.change).toMatchObject({ text: '持平（0.0%）', basis: 'estimated', kind: 'percent' })
    const concentration = card(board, 'concentration')?.change
    expect(concentration).toMatchObject({ text: '持平（0.0个百分点）', kind: 'points', basis: 'estimated' })
    const opened = await open(concentration?.ref ?? '')
    expect([opened.value, evaluate(opened.formula.id, opened.inputs)]).toEqual([concentration?.value, opened.value])
    expect(card(board, 'enterprises')?.change).toMatchObject({ text: null })
    expect(card(board, 'enterprises')?.change.note).toContain('现有名录')
    const earlier = await read({ period: '2024' })
    expect(card(earlier, 'revenue')?.change).toMatchObject({ text: null, note: '没有上年同期的营业收入' })
    expect(card(earlier, 'enterprises')?.change.note).toBe('没有上年名录可比')
  })

  it('draws the years it has and leaves the others a gap', async () => {
    const { trend } = await read()
    expect(trend.periods).toEqual(['2022', '2023', '2024', '2025'])
    const [revenue] = trend.lines
    expect(revenue?.points.map(({ value }) => value !== null)).toEqual([true, false, true, true])
    for (const point of revenue?.points ?? []) {
      if (point.ref) expect((await open(point.ref)).value).toBe(point.value)
    }
  })

  it('opens every share of the structure to its sum', async () => {
    const { structure, cards } = await read()
    const whole = Number(cards.find(({ id }) => id === 'enterprises')?.value)
    for (const part of structure.parts.filter(({ enterprises }) => enterprises > 0).slice(0, 6)) {
      const opened = await open(part.enterprisesShareRef)
      expect(opened.value).toBe(part.enterprisesShare)
      expect(evaluate(opened.formula.id, opened.inputs)).toBe(opened.value)
      expect(Number(part.enterprisesShare)).toBeCloseTo(part.enterprises / whole, 3)
      expect((await open(part.revenueShareRef)).value).toBe(part.revenueShare)
    }
  })

  it('takes the growth of a region as published, and computes none', async () => {
    const board = await read({ region: SHENYANG })
    expect(card(board, 'gdp')).toMatchObject({ value: '9500', unit: '亿元' })
    expect(card(board, 'gdp')?.change).toMatchObject({ text: '+5.3%', basis: 'official' })
    expect(card(board, 'retail-sales')?.change).toMatchObject({ text: null, basis: 'official' })
    expect(card(board, 'retail-sales')?.change.note).toContain('不由总量推算')
    expect(card(board, 'industrial-value-added-growth')?.change).toMatchObject({
      text: '+1.5 个百分点',
      kind: 'points',
    })
  })

  it('lays the published total beside the register’s, each source with its difference', async () => {
    const { twins, twinsMissing } = await read({ region: SHENYANG })
    expect(twinsMissing).toEqual([])
    const count = twins.find(({ id }) => id === 'industrial-enterprises')
    const own = Number(count?.register.value)
    expect(count?.official.map(({ value, difference }) => [value, Number(difference)])).toEqual([
      ['20', own - 20],
      ['18', own - 18],
    ])
    expect(count?.reasons.join()).toMatch(/覆盖面.*口径.*时点/u)
    expect((await open(count?.register.ref ?? '')).value).toBe(count?.register.value)
    expect((await open(count?.officialRef ?? '')).value).toBe('20')
    const revenue = twins.find(({ id }) => id === 'industrial-revenue')
    expect(Number((await open(revenue?.register.ref ?? '')).value)).toBeCloseTo(
      Number(revenue?.register.value) * 10_000,
      3,
    )
    expect((await read()).twinsMissing).toHaveLength(2)
  })

  it('gives a figure of a region a card with every source', async () => {
    const { twins } = await read({ region: SHENYANG })
    const opened = await open(twins.find(({ id }) => id === 'industrial-enterprises')?.officialRef ?? '')
    expect(opened).toMatchObject({
      name: '规上工业企业数',
      subject: '沈阳市',
      text: '20 家',
      formula: { id: 'reported' },
    })
    expect(evaluate(opened.formula.id, opened.inputs)).toBe(opened.value)
    expect(opened.published?.sources.map(({ provider }) => provider)).toEqual(['虚构统计局', '虚构工信局'])
    expect(opened.published?.spread).toMatchObject({ absolute: '2' })
    expect(opened.sources.map(({ fileName }) => fileName)).toEqual(['规上.csv', '部门.csv'])
    const gdp = await open('gdp.210100._.region._.all.2025.current.real._')
    expect(gdp.related.map(({ name }) => name)).toEqual(['地区生产总值增速'])
    const missing = await open('gdp.210100._.region._.all.2019.current.real._')
    expect(missing).toMatchObject({ value: null, missing: { reason: '没有来源报送这个统计期' } })
  })

  it('refuses references that the catalogue does not have', async () => {
    const refusal = (ref: string) => product.api.refusal('GET', `/figures/card?ref=${ref}`)
    expect(await refusal('happiness.210100._.region._.all.2025.current.real._')).toMatchObject({ status: 404 })
    expect(await refusal('enterprises.210100._.region._.all.2025.current.real._')).toMatchObject({ status: 404 })
    expect(await refusal('gdp.210100._.region._.all.2025M01.current.real._')).toMatchObject({ status: 400 })
  })

  it('refuses the country and knows its entity tag', async () => {
    expect(await product.api.refusal('GET', `/indicators/board?region=100000&chain=${CNC}`)).toMatchObject({
      status: 400,
    })
    const url = `/indicators/board?region=${LIAONING}&chain=${CNC}`
    const first = await product.api.send('GET', url)
    const again = await product.api.send('GET', url, undefined, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it('comes as a workbook that says what the screen says', async () => {
    const response = await product.api.send('GET', `/indicators/board/export.xlsx?region=${SHENYANG}&chain=${CNC}`)
    const sheets = await readWorkbook(await response.blob())
    const text = JSON.stringify(sheets)
    for (const name of ['指标卡', '走势', '结构', '官方总数对照', '口径与来源']) expect(text).toContain(name)
    for (const word of ['虚构统计局', '虚构工信局', '单位：', '没有导入荣誉名单']) expect(text).toContain(word)
  })
})

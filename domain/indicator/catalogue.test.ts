import { describe, expect, it } from 'vitest'
import { THEME_FILES } from '@server/catalogue'
import { catalogueFaults, createCatalogue, type Indicator, type ThemeFile } from './catalogue'

const GDP: Indicator = {
  id: 'gdp',
  name: '地区生产总值',
  shortName: 'GDP',
  unit: '亿元',
  dimension: 'money',
  decimals: 2,
  kind: 'flow',
  definition: '定义',
  cycle: 'quarter',
  owner: '统计局',
  scope: '全部',
  source: '年鉴',
  edition: '2024',
  direction: 'higher',
  reported: true,
  aliases: [],
}
const GROWTH: Indicator = {
  ...GDP,
  id: 'gdp-growth',
  name: '地区生产总值增速',
  shortName: 'GDP 增速',
  unit: '%',
  dimension: 'percent',
  kind: 'rate',
  official: true,
  growthOf: 'gdp',
}
const file = (...indicators: Indicator[]): ThemeFile => ({
  theme: { id: 'economy', name: '经济', order: 1 },
  indicators,
})

describe('the catalogue that ships', () => {
  it('is sound', () => {
    expect(catalogueFaults(THEME_FILES)).toEqual([])
  })

  it('has every field of the declaration form from 产业集群规模 to 建设资金', () => {
    const sources = THEME_FILES.flatMap(({ indicators }) => indicators.map(({ source }) => source)).join(' ')
    for (let line = 22; line <= 57; line += 1) expect(sources).toContain(`L${line}`)
  })

  it('says where the form is ambiguous', () => {
    const catalogue = createCatalogue(THEME_FILES)
    expect(catalogue.get('concentration')?.ambiguity).toContain('整体收入')
    expect(catalogue.get('patents')?.ambiguity).toContain('平均数量')
    expect(catalogue.get('software-copyrights')?.ambiguity).toContain('平均数量')
  })
})

describe('createCatalogue', () => {
  const catalogue = createCatalogue([file(GDP, GROWTH)])

  it.each([
    ['地区生产总值', 'gdp'],
    ['ＧＤＰ', 'gdp'],
    ['地区生产总值绝对量', 'gdp'],
    ['地区生产总值同比增长', 'gdp-growth'],
    ['GDP增速', 'gdp-growth'],
    ['生产', undefined],
  ])('knows “%s” as %s', (name, id) => {
    expect(catalogue.named(name)?.id).toBe(id)
  })
})

describe('catalogueFaults', () => {
  it.each<[string, Partial<Indicator>, string]>([
    ['a unit of another dimension', { unit: '万吨' }, '单位不属于其量纲'],
    ['no owner', { owner: ' ' }, '缺少'],
    ['an unknown input', { formula: { text: 'x', inputs: ['nothing'] } }, '不存在的指标 nothing'],
    ['a bad id', { id: 'GDP' }, '小写字母'],
    ['a form field as a figure', { kind: 'field' }, '不能作为区域指标导入'],
    ['limits the wrong way round', { bounds: [1, 0] }, '上下限颠倒'],
  ])('finds %s', (_what, change, message) => {
    expect(catalogueFaults([file({ ...GDP, ...change })]).join()).toContain(message)
  })

  it('finds one heading that means two things, and one id twice', () => {
    expect(catalogueFaults([file(GDP, { ...GDP, id: 'other' })]).join()).toContain('同时指 gdp 和 other')
    expect(catalogueFaults([file(GDP, GDP)]).join()).toContain('重复')
  })

  it('finds an official growth that is not stored as published', () => {
    const { official: _official, ...computed } = GROWTH
    expect(catalogueFaults([file(GDP, computed)]).join()).toContain('照公布数')
  })
})

import { describe, expect, it } from 'vitest'
import { headerKey, readHeader, sheetUnit } from './headerText'

const read = (header: string) => {
  const { core, period, unit } = readHeader(header, '2024M01-09')
  return [core, period, unit]
}

describe('a heading says more than a name', () => {
  it.each([
    ['营业收入', ['营业收入', null, null]],
    ['2023年营业收入（亿元）', ['营业收入', '2023', '亿元']],
    ['营业收入（万元）2023年', ['营业收入', '2023', '万元']],
    ['2023年度主营业务收入(单位：万元)', ['主营业务收入', '2023', '万元']],
    ['营业收入(2024年)万元', ['营业收入', '2024', '万元']],
    ['2024年1-9月营业收入-万元', ['营业收入', '2024M01-09', '万元']],
    ['营业收入_千元', ['营业收入', null, '千元']],
    ['2024年上半年工业总产值', ['工业总产值', '2024H1', null]],
    ['2024年前三季度营业收入', ['营业收入', '2024Q1-3', null]],
    ['上年同期营业收入（万元）', ['营业收入', '2023M01-09', '万元']],
    ['本年营业收入', ['营业收入', '2024M01-09', null]],
    ['综合能耗（吨标准煤）', ['综合能耗', null, '吨标准煤']],
    ['综合能源消费量（等价值）', ['综合能源消费量', null, null]],
    ['*３、营业收入（万美元）', ['营业收入', null, '万美元']],
    ['从业人数', ['从业人数', null, null]],
  ])('%s', (header, expected) => {
    expect(read(header)).toEqual(expected)
  })

  it('is compared without width, spaces, stars, numbering and marks of duty', () => {
    expect(headerKey(' ＊2. 企业 名称（必填）\n')).toBe('企业名称')
  })

  it('finds the unit of the whole sheet above the table', () => {
    expect(sheetUnit(['重点企业名录', '填报单位：某某局', '金额单位：万元'])).toBe('万元')
    expect(sheetUnit(['单位：亿元、人'])).toBe('亿元')
    expect(sheetUnit(['填报单位：某某市工信局'])).toBeNull()
  })
})

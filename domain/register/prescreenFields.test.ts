import { describe, expect, it } from 'vitest'
import { judgeMeasure } from './judgeMeasures'
import { fieldOf, KINDS } from './kinds'
import { matchColumn } from './matchColumn'
import { settleColumns } from './settle'

const kind = KINDS.register
const column = (header: string) => matchColumn(0, '', header, { kind, batchPeriod: '2025' })

function settled(header: string, cells: string[]) {
  const columns = [column(header)]
  const found = { rows: [1], columns, score: 1, sheetUnit: null, sheetCrs: null, above: [], missing: [] }
  const [mapping] = settleColumns(
    found,
    cells.map((cell, at) => ({ row: at + 2, cells: [cell] })),
    kind,
  )
  const field = fieldOf(kind, mapping?.field ?? '')
  if (!mapping || !field) throw new Error(`${header} is no column`)
  return { mapping, values: cells.map((cell) => judgeMeasure(cell, mapping, field).value) }
}

describe('columns of the pre-screening', () => {
  it.each([
    ['2024年研发费用（万元）', 'research-expense', '2024'],
    ['主营业务收入占比（%）', 'main-share', null],
    ['近两年主营业务收入平均增长率（%）', 'main-growth', null],
    ['资产负债率', 'debt-ratio', null],
    ['从事细分市场年限（年）', 'segment-years', null],
    ['I类知识产权数（项）', 'class-one-ip', null],
    ['Ⅰ类知识产权数', 'class-one-ip', null],
    ['2025年新增股权融资额（万元）', 'equity-financing', '2025'],
    ['发展评价得分', 'evaluation-score', null],
  ])('“%s” is read as %s', (header, field, period) => {
    expect(column(header)).toMatchObject({ field, period })
  })

  it.each([
    ['主营业务收入（万元）', 'revenue'],
    ['营业收入', 'revenue'],
    ['综合评价得分', null],
    ['研发人员数', null],
    ['主营业务收入同比增长（%）', null],
    ['股权结构', null],
    ['从业人员', 'employees'],
  ])('take nothing that was something else before: “%s” is %s', (header, field) => {
    expect(column(header).field).toBe(field)
  })

  it('read 85 as 85 % and ask about fractions', () => {
    expect(settled('资产负债率', ['55', '0.8', ''])).toMatchObject({
      mapping: { unit: '%' },
      values: ['55.0000', '0.8000', null],
    })
    expect(settled('资产负债率', ['0.55', '0.8']).mapping.question).toContain('小数')
    expect(settled('资产负债率（%）', ['0.55']).values).toEqual(['0.5500'])
    expect(settled('资产负债率', ['55%', '80%']).values).toEqual(['55.0000', '80.0000'])
  })

  it('keep a growth below zero', () => {
    expect(settled('近两年主营业务收入平均增长率（%）', ['-3.5']).values).toEqual(['-3.5000'])
  })

  it('count years and items without a unit', () => {
    expect(settled('从事细分市场年限', ['6', '3年']).values).toEqual(['6.0000', '3.0000'])
    expect(settled('Ⅰ类知识产权数', ['4', '2项']).values).toEqual(['4.0000', '2.0000'])
  })
})

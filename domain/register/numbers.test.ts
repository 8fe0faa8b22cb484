import { describe, expect, it } from 'vitest'
import { cellUnits, measure } from './numbers'

describe('a measured cell', () => {
  it.each([
    ['3,500', '万元', '3500.0000'],
    ['１２３．４５', '亿元', '1234500.0000'],
    ['1.23456', '亿元', '12345.6000'],
    ['12345678', '元', '1234.5678'],
    ['12345', '元', '1.2345'],
    ['0.4', '元', '0.0000'],
    ['5', '千元', '0.5000'],
    ['2', '百万元', '200.0000'],
    ['1.2亿元', '万元', '12000.0000'],
    ['3,500万元', null, '3500.0000'],
    ['50万人民币', null, '50.0000'],
    ['100(万)', null, '100.0000'],
    ['45(万元人民币)', null, '45.0000'],
    ['-35.5', '万元', '-35.5000'],
    ['(1,234.5)', '万元', '-1234.5000'],
    ['1.5E3', '万元', '1500.0000'],
    ['0', '万元', '0.0000'],
    ['¥12', '万元', '12.0000'],
  ])('%s in a column of %s is %s 万元', (cell, unit, value) => {
    expect(measure('money', cell, unit)).toEqual({ value, problem: null })
  })

  it.each(['', '—', '-', '--', 'N/A', '#N/A', '无', '未报送', '  ', '……'])('"%s" is missing, not zero', (cell) => {
    expect(measure('money', cell, '万元')).toEqual({ value: null, problem: null })
  })

  it.each([
    ['约三千', '万元', 'number-text'],
    ['1,23', '万元', 'number-text'],
    ['12-15', '万元', 'number-text'],
    ['100', null, 'unit-missing'],
    ['100万美元', '万元', 'unit-foreign'],
    ['100', '吨', 'unit-unknown'],
    ['9e15', '亿元', 'number-range'],
  ])('%s in a column of %s is refused: %s', (cell, unit, problem) => {
    expect(measure('money', cell, unit)).toEqual({ value: null, problem })
  })

  it('knows the units of energy and people', () => {
    expect(measure('energy', '1.5', '万吨标准煤').value).toBe('15000.0000')
    expect(measure('energy', '830', 'tce').value).toBe('830.0000')
    expect(measure('people', '1.2', '万人').value).toBe('12000')
    expect(measure('people', '126人', '人').value).toBe('126')
  })

  it('tells a column whose cells carry units from one where only some do', () => {
    expect(cellUnits(['50万元', '1.2亿元', 'N/A', '0'])).toBe('all')
    expect(cellUnits(['50万元', '120'])).toBe('mixed')
    expect(cellUnits(['50', '120', '—'])).toBe('none')
  })
})

import { describe, expect, it } from 'vitest'
import { trendOption } from './trendOption'

const LOOK = { text: '#fff', subText: '#ccc', line: '#888', background: '#000', scale: 1 }
const picture = {
  labels: ['2023', '2024', '2025'],
  lines: [{ name: '甲区', mark: '1', colour: '#123456', values: [3, null, 0] }],
  unit: '亿元',
  text: String,
}

describe('a trend', () => {
  it('keeps a gap open, and a zero a zero', () => {
    const [line] = trendOption(picture, LOOK).series
    expect(line).toMatchObject({ data: [3, '-', 0], connectNulls: false })
  })

  it('begins its axis at zero and says the unit', () => {
    expect(trendOption(picture, LOOK).yAxis).toMatchObject({ min: 0, name: '亿元' })
  })

  it('names its lines without HTML and without templates', () => {
    const { tooltip, series } = trendOption(picture, LOOK)
    expect(tooltip.renderMode).toBe('richText')
    const [line] = series
    expect(line && 'endLabel' in line && line.endLabel.formatter()).toBe('1')
    expect(tooltip.valueFormatter('-')).toBe('未报送或未导入')
  })

  it('marks what is not public and what is missing apart, and neither as a zero', () => {
    const [line] = picture.lines
    if (!line) throw new Error('no line')
    const marked = { ...picture, lines: [{ ...line, values: [3, null, null], locked: [1] }], marksGaps: true }
    const [, locked, missing] = trendOption(marked, LOOK).series
    expect(locked).toMatchObject({ name: '不公布', data: [[1, 0]] })
    expect(missing).toMatchObject({ name: '缺', data: [[2, 0]] })
  })

  it('writes every label of the axis with the same decimals, and lets growth fall below zero', () => {
    const growth = {
      ...picture,
      decimals: 1,
      lines: [{ name: '甲', mark: '', colour: '#123456', values: [2.5, -0.5] }],
    }
    const { yAxis } = trendOption(growth, LOOK)
    expect(yAxis.min).toBeUndefined()
    expect([yAxis.axisLabel.formatter(2), yAxis.axisLabel.formatter(1.5)]).toEqual(['2.0', '1.5'])
  })
})

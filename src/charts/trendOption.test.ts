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
    expect(series[0]?.endLabel.formatter()).toBe('1')
    expect(tooltip.valueFormatter('-')).toBe('未报送或未导入')
  })
})

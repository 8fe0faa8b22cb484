import { describe, expect, it } from 'vitest'
import { axisLabels, seriesOf } from './series'

describe('a series of periods of one kind', () => {
  it.each([
    ['2025', ['2022', '2025', '2024Q1', '2023M03'], ['2022', '2023', '2024', '2025']],
    ['2025Q2', ['2024Q3', '2025'], ['2024Q3', '2024Q4', '2025Q1', '2025Q2']],
    ['2025Q1-3', ['2025Q1'], ['2025Q1', '2025Q1-2', '2025Q1-3']],
    ['2025H2', ['2024H2'], ['2024H2', '2025H1', '2025H2']],
    ['2025M04', ['2024M12', '2025M01-02', '2025M01-03'], ['2024M12', '2025M01-02', '2025M03', '2025M04']],
    ['2025M01-04', ['2025M01-02', '2025M03'], ['2025M01-02', '2025M01-03', '2025M01-04']],
    ['2025', [], ['2025']],
  ])('of %s among %j is %j', (period, available, expected) => {
    expect(seriesOf(available, period)?.periods).toEqual(expected)
  })

  it('has eleven months a year, none of them a January', () => {
    const { periods = [] } = seriesOf(['2024M01-02', '2024M12'], '2024M12') ?? {}
    expect(periods).toHaveLength(11)
    expect(periods[0]).toBe('2024M01-02')
    expect(periods).not.toContain('2024M01')
    expect(periods).not.toContain('2024M02')
  })

  it('is not there for what is no period', () => {
    expect(seriesOf(['2025'], '2025M01')).toBeNull()
  })
})

it('names the year where it begins, and joins months by a dash', () => {
  expect(axisLabels(['2024M01-12', '2025M01-02', '2025M01-03'])).toEqual(['1—12月\n2024年', '1—2月\n2025年', '1—3月'])
  expect(axisLabels(['2024', '2025'])).toEqual(['2024年', '2025年'])
})

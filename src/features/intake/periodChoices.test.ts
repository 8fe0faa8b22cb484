import { describe, expect, it } from 'vitest'
import { checkPeriod, PART_CHOICES, periodText, yearChoices } from './periodChoices'

describe('the choice of 统计期', () => {
  it('offers last year first', () => {
    expect(yearChoices(2026).map(({ value }) => value)).toEqual([
      '2025',
      '2024',
      '2023',
      '2022',
      '2021',
      '2020',
      '2026',
    ])
  })

  it.each(PART_CHOICES.filter(({ value }) => value !== 'free'))('admits $label', ({ value }) => {
    expect(checkPeriod('2025', value, '').refusal).toBeNull()
  })

  it.each([
    ['2025m01-10', '2025M01-10', '2025年1—10月'],
    [' 2024Q3 ', '2024Q3', '2024年三季度'],
  ])('reads %s as typed', (free, period, words) => {
    expect(checkPeriod('2025', 'free', free)).toEqual({ period, words, refusal: null })
  })

  it.each(['', '2025M01', '去年'])('refuses "%s" with a reason', (free) => {
    expect(checkPeriod('2025', 'free', free)).toMatchObject({ period: null, refusal: expect.stringMatching(/./) })
  })

  it('leaves a period that it cannot read as it is', () => {
    expect([periodText('2025H1'), periodText('??')]).toEqual(['2025年上半年', '??'])
  })
})

import { describe, expect, it } from 'vitest'
import { changeOf, fractionPointsOf, pointsOf, publishedChange } from './change'

describe('the change of an amount over the year before', () => {
  it.each([
    ['100', '105.25', '+5.3%'],
    ['100', '94.75', '−5.3%'],
    ['100', '100.04', '持平（0.0%）'],
    ['100', '0', '−100.0%'],
    ['80', '-1', '由盈转亏'],
    ['-80', '1', '扭亏为盈'],
    ['-80', '0', '扭亏'],
    ['-80', '-40', '减亏50.0%'],
    ['-80', '-100', '增亏25.0%'],
    ['-80', '-80', '亏损持平'],
  ])('from %s to %s is %s', (before, now, text) => {
    expect(changeOf(before, now)?.text).toBe(text)
  })

  it.each([
    [null, '1'],
    ['1', null],
    ['0', '1'],
    ['0', '0'],
  ])('from %s to %s is not there', (before, now) => {
    expect(changeOf(before, now)).toBeNull()
  })

  it('keeps the exact fraction of a percentage and none of a turn', () => {
    expect(changeOf('3', '4')).toEqual({ kind: 'percent', value: '0.3333', text: '+33.3%' })
    expect(changeOf('-3', '4')?.value).toBeNull()
  })
})

describe('the difference of two percentages', () => {
  it.each([
    ['34.5', '36', '+1.5 个百分点'],
    ['36', '34.5', '−1.5 个百分点'],
    ['36', '36.04', '持平（0.0个百分点）'],
    ['-1.2', '0.3', '+1.5 个百分点'],
  ])('from %s %% to %s %% is %s', (before, now, text) => {
    expect(pointsOf(before, now)?.text).toBe(text)
  })

  it('is the same for fractions', () => {
    expect(fractionPointsOf('0.345', '0.36')).toEqual(pointsOf('34.5', '36'))
  })
})

it('takes a published growth as it is', () => {
  expect(publishedChange('5.25')).toEqual({ kind: 'percent', value: '0.0525', text: '+5.3%' })
  expect(publishedChange('0').text).toBe('持平（0.0%）')
})

import { describe, expect, it } from 'vitest'
import { shownFigure } from './figureLook'

const write = (value: string) => `${value} 万元`

describe('the look of a number', () => {
  it.each([
    ['a value', { value: '12.5', missing: '未报送' }, 'value', '12.5 万元'],
    ['zero, which is not missing', { value: 0, missing: '未报送' }, 'zero', '0 万元'],
    ['zero with decimals', { value: '0.00', missing: '未报送' }, 'zero', '0.00 万元'],
    ['nothing, which is not zero', { value: null, missing: '未报送' }, 'missing', '未报送'],
    ['an estimate', { value: '3', estimated: '按名录推算', missing: '缺' }, 'estimated', '3 万元'],
    ['a suppressed sum', { value: null, suppressed: 'few' as const, missing: '未报送' }, 'suppressed', '不公布'],
    [
      'a suppressed sum whose value slipped through',
      { value: '7', suppressed: 'dominant' as const, missing: '缺' },
      'suppressed',
      '不公布',
    ],
  ])('is right for %s', (_name, given, look, text) => {
    expect(shownFigure(given, write)).toMatchObject({ look, text })
  })

  it('says why a sum is suppressed and how one is estimated', () => {
    expect(shownFigure({ value: null, suppressed: 'complementary', missing: '缺' }, write).reason).toContain('相减')
    expect(shownFigure({ value: 1, estimated: '按名录推算', missing: '缺' }, write).reason).toBe('按名录推算')
  })
})

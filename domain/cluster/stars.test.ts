import { describe, expect, it } from 'vitest'
import { clusterStars, type StarInput } from './stars'

type Values = Partial<Record<keyof StarInput, number | string>>

const starsOf = (values: Values, enterprises = 12) => {
  const measure = (key: keyof StarInput) => ({ value: values[key] ?? null, enterprises })
  return clusterStars({
    revenueShare: measure('revenueShare'),
    quotient: measure('quotient'),
    concentration: measure('concentration'),
  })
}
const verdicts = (values: Values, enterprises?: number) => starsOf(values, enterprises).map(({ verdict }) => verdict)

describe('the stars of a cluster', () => {
  it.each([
    ['all three met', { revenueShare: 0.3, quotient: 2.4, concentration: 0.36 }, ['met', 'met', 'met']],
    ['thresholds are inclusive', { revenueShare: 0.1, quotient: 2, concentration: 0.1 }, ['met', 'met', 'met']],
    [
      'just below is below, whatever it rounds to',
      { revenueShare: 0.09999, quotient: 1.999, concentration: 0.09999 },
      ['unmet', 'unmet', 'unmet'],
    ],
    ['a true zero is a no', { revenueShare: 0, quotient: 0, concentration: 0 }, ['unmet', 'unmet', 'unmet']],
    ['a missing input is not a no', {}, ['unknown', 'unknown', 'unknown']],
    ['each star stands alone', { quotient: '2.5', concentration: '0.02' }, ['unknown', 'met', 'unmet']],
  ] as const)('%s', (_title, input, expected) => {
    expect(verdicts(input)).toEqual(expected)
  })

  it('says the value, the threshold and the rule of each, and what is missing', () => {
    const [size, specialisation] = starsOf({ revenueShare: '0.12345' })
    expect(size).toMatchObject({ value: '0.1235', threshold: '0.1', missing: null })
    expect(size?.rule).toBe('占全省该链（环节）营业收入不低于 10%，且企业（报送）不少于 3 家')
    expect(specialisation).toMatchObject({ value: null, threshold: '2', missing: '缺区位商' })
  })

  it.each([
    [0, 'unknown'],
    [1, 'unknown'],
    [2, 'unknown'],
    [3, 'met'],
  ] as const)('rest on three enterprises at least: with %i they are %s', (enterprises, verdict) => {
    const given = { revenueShare: 0.5, quotient: 9, concentration: 0.9 }
    expect(verdicts(given, enterprises)).toEqual([verdict, verdict, verdict])
  })

  it('say that there are too few, unless the figure itself is missing', () => {
    const [size, specialisation] = starsOf({ quotient: 2.5 }, 2)
    expect(size?.missing).toBe('缺营业收入')
    expect(specialisation).toMatchObject({ verdict: 'unknown', value: null, missing: '企业（报送）少于 3 家' })
  })

  it('count the enterprises of each star for itself', () => {
    const few = { value: 0.9, enterprises: 2 }
    const stars = clusterStars({ revenueShare: few, quotient: { value: 2.5, enterprises: 40 }, concentration: few })
    expect(stars.map(({ verdict }) => verdict)).toEqual(['unknown', 'met', 'unknown'])
  })
})

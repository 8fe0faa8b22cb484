import { describe, expect, it } from 'vitest'
import { clusterStars } from './stars'

const NOTHING = { revenueShare: null, quotient: null, concentration: null }
const verdicts = (input: Partial<Parameters<typeof clusterStars>[0]>) =>
  clusterStars({ ...NOTHING, ...input }).map(({ verdict }) => verdict)

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
    const [size, specialisation] = clusterStars({ ...NOTHING, revenueShare: '0.12345' })
    expect(size).toMatchObject({ value: '0.1235', threshold: '0.1', missing: null })
    expect(size?.rule).toBe('占全省该链（环节）营业收入不低于 10%')
    expect(specialisation).toMatchObject({ value: null, threshold: '2', missing: '缺区位商' })
  })
})

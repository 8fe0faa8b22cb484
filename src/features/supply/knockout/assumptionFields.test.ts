import { describe, expect, it } from 'vitest'
import { ASSUMPTION_FIELDS, assumeText, assumptionWords, DEFAULTS, faultOf, readAssumptions } from './assumptionFields'

describe('the assumptions', () => {
  it('leave the address alone while they are the defaults, and come back from it otherwise', () => {
    expect(assumeText(DEFAULTS)).toBeNull()
    const changed = { days: 90, cutPercent: 50, passUp: 0.35, passDown: 0.85, spare: 0.25, tiers: 2 }
    expect(readAssumptions(assumeText(changed))).toEqual(changed)
    expect(assumeText({ ...DEFAULTS, days: 60 })).toBe('days:60')
  })

  it.each(['days:0', 'days:1.5', 'cut:101', 'up:1.01', 'tiers:5', 'x:1', 'days:'])('%s takes the default', (text) => {
    expect(readAssumptions(text)).toEqual(DEFAULTS)
  })

  it('has a field with meaning and range for every parameter', () => {
    expect(ASSUMPTION_FIELDS.map(({ id }) => id).sort()).toEqual(Object.keys(DEFAULTS).sort())
    for (const field of ASSUMPTION_FIELDS) {
      expect(faultOf(field, field.least)).toBeUndefined()
      expect(faultOf(field, field.most)).toBeUndefined()
      expect(faultOf(field, field.most + field.step)).toContain(String(field.most))
    }
  })

  it('are all said beside a result', () => {
    expect(assumptionWords({ ...DEFAULTS, cutPercent: 40 })).toHaveLength(ASSUMPTION_FIELDS.length)
    expect(assumptionWords({ ...DEFAULTS, cutPercent: 40 })).toContain('减产 40%')
  })
})

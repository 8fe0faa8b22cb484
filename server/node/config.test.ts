import { describe, expect, it } from 'vitest'
import { DEFAULT_RULE } from '@domain/disclosure/rule'
import { readConfig } from './config'

describe('the rule of suppression in the environment', () => {
  it('is three enterprises, 85 and 90 % where nothing is set', () => {
    expect(readConfig({}).disclosure).toEqual(DEFAULT_RULE)
  })

  it('is off at 0', () => {
    expect(readConfig({ SUPPRESS_BELOW: '0' }).disclosure).toBeNull()
  })

  it('is not off where visitors look', () => {
    expect(() => readConfig({ SUPPRESS_BELOW: '0', AUDIENCE: 'visitor' })).toThrow('SUPPRESS_BELOW=0')
  })

  it('takes other thresholds', () => {
    const env = { SUPPRESS_BELOW: '5', SUPPRESS_TOP1: '70', SUPPRESS_TOP2: '80' }
    expect(readConfig(env).disclosure).toEqual({ minCount: 5, top1Percent: 70, top2Percent: 80 })
  })

  it.each([
    { SUPPRESS_BELOW: '-1' },
    { SUPPRESS_BELOW: '2.5' },
    { SUPPRESS_BELOW: '三' },
    { SUPPRESS_TOP1: '0' },
    { SUPPRESS_TOP1: '101' },
    { SUPPRESS_TOP1: '95' },
  ])('refuses %j', (env) => {
    expect(() => readConfig(env)).toThrow(/SUPPRESS_/u)
  })
})

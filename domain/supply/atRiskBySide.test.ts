import { expect, it } from 'vitest'
import { atRiskBySide } from './atRiskBySide'

const tier = (suppliersWan: string, buyersWan: string) => ({ suppliersWan, buyersWan })

it.each([
  ['nobody', '0', [], '0', '0', false],
  ['one side alone', '50.5', [tier('50.5', '0')], '50.5', '0', false],
  ['either side', '250.5', [tier('50.5', '180'), tier('0', '20')], '50.5', '200', false],
  // A firm of 30 is hit both ways: 80 + 50 would count it twice.
  ['one firm both ways', '100', [tier('80', '50')], '50', '50', true],
  ['all both ways', '0.1', [tier('0.1', '0.1')], '0', '0.1', true],
] as const)('of %s the two sides add up', (_who, whole, tiers, lostOrdersWan, shortageWan, hasBoth) => {
  expect(atRiskBySide(whole, tiers)).toEqual({ lostOrdersWan, shortageWan, hasBoth })
})

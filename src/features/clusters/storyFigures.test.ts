import { expect, it } from 'vitest'
import { CLUSTERS } from './clusters.fixture'
import { storyFigures } from './storyFigures'

it('says 无企业 of the revenue of nobody, and 未报送 only where somebody could have reported', () => {
  const silent = { ...CLUSTERS.total, revenueWan: null, revenueReporting: 0 }
  const revenueOf = (enterprises: number) =>
    storyFigures({ ...silent, enterprises }).find(({ term }) => term === '营业收入')?.text
  expect(revenueOf(0)).toBe('无企业')
  expect(revenueOf(3)).toBe('未报送')
})

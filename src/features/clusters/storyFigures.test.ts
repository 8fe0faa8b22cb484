import { expect, it } from 'vitest'
import { CLUSTERS, clusterRegion } from './clusters.fixture'
import { ratioFigures, storyFigures } from './storyFigures'

const silent = { ...CLUSTERS.total, revenueWan: null, revenueReporting: 0 }
const revenueOf = (figures: typeof CLUSTERS.total) =>
  storyFigures(figures).find(({ term }) => term === '营业收入')?.shown

it('says 无企业 of the revenue of nobody, and 未报送 only where somebody could have reported', () => {
  expect(revenueOf({ ...silent, enterprises: 0 })?.text).toBe('无企业')
  expect(revenueOf({ ...silent, enterprises: 3 })?.text).toBe('未报送')
})

it('says 不公布 and why of a sum that is withheld, and nothing of what it rests on', () => {
  expect(revenueOf({ ...CLUSTERS.total, revenueSuppressed: 'few' })).toMatchObject({
    look: 'suppressed',
    text: '不公布',
  })
  const region = clusterRegion('210102', '甲区', 12, '80000')
  const ratios = ratioFigures({ ...region, suppressed: ['concentration'] }, '某市')
  const concentration = ratios.find(({ term }) => term === '产业集聚度')
  expect(concentration).toMatchObject({ shown: { look: 'suppressed' }, note: undefined })
  expect(concentration?.shown.reason).toContain('相减')
})

it('shows growth as an estimate', () => {
  const region = { ...clusterRegion('210102', '甲区', 12, '80000'), growth: '0.1111' }
  expect(ratioFigures(region, '某市').find(({ term }) => term === '收入增速')?.shown).toMatchObject({
    look: 'estimated',
    text: '11.1%',
  })
})

import { expect, it } from 'vitest'
import { KNOCK_OUT } from './knockOut.fixture'
import { moneyLines, moneyWords } from './moneyLines'

const words = (part: Partial<typeof KNOCK_OUT> = {}) => moneyLines({ ...KNOCK_OUT, ...part }).map(moneyWords)

it('what is known and what is an upper bound are said apart', () => {
  expect(words()).toEqual([
    '上游断单 51万（按已知供货额，线性）',
    '下游缺料 200万（上限：最缺的一种投入决定产出，不计库存）',
  ])
})

it('says where a firm is hit both ways, and where lost orders are passed on', () => {
  const byTier = [{ tier: 1, suppliers: 2, buyers: 1, suppliersWan: '80', buyersWan: '50' }]
  const assumptions = { ...KNOCK_OUT.assumptions, passUp: 0.5 }
  expect(words({ atRiskWan: '100', byTier, assumptions })).toEqual([
    '上游断单 50万（按已知供货额，线性，再按 α=0.5 逐级传导）',
    '下游缺料 50万（上限：最缺的一种投入决定产出，不计库存；含两边都波及的）',
  ])
})

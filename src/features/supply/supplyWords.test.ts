import { describe, expect, it } from 'vitest'
import { VIEW_PARAMS } from '@/stores/viewParams'
import { readQuery } from '@/lib/queryParam'
import { link, network } from './network.fixture'
import {
  evidenceWords,
  filterChips,
  networkSentence,
  productWords,
  shareParts,
  shownAmount,
  shownPercent,
  shownRate,
  shownTrades,
  usageWords,
} from './supplyWords'

describe('an amount', () => {
  it.each([
    ['123456', 'value', '12.3亿'],
    ['0', 'zero', '0万'],
    ['12', 'value', '12万'],
    ['1200', 'value', '1,200万'],
    [null, 'missing', '未报'],
  ])('of %s 万元 looks like a %s and reads %s', (wan, look, text) => {
    expect(shownAmount(wan)).toMatchObject({ look, text })
  })

  it('stands in a dashed frame where all of it is inferred, unless nobody said it', () => {
    expect(shownTrades(link('a', 'b', { isInferred: true })).look).toBe('estimated')
    expect(shownTrades(link('a', 'b', { isInferred: true, amountWan: null })).look).toBe('missing')
  })

  it.each([
    ['3.30', '3.3%'],
    ['0', '0%'],
    [null, '未报'],
  ])('as a share of %s reads %s', (percent, text) => {
    expect(shownPercent(percent).text).toBe(text)
  })
})

describe('a rate', () => {
  const share = { numerator: '22', denominator: '66', ratio: '0.3333', missing: null }
  it('says what it is made of', () => {
    expect(shownRate(share).text).toBe('33.3%')
    expect(shareParts(share, 'count')).toBe('22 ÷ 66 家')
    expect(shareParts({ ...share, numerator: '5000', denominator: '10000' }, 'amount')).toBe('5,000万 ÷ 1.0亿')
  })
  it('says why it cannot be had', () => {
    const none = { numerator: null, denominator: null, ratio: null, missing: '没有金额' }
    expect(shownRate(none)).toMatchObject({ look: 'missing', reason: '没有金额' })
    expect(shareParts(none, 'amount')).toBe('')
  })
})

describe('a link', () => {
  it.each([
    [[], 1, '未写产品'],
    [['轴承'], 1, '轴承'],
    [['轴承', '丝杠'], 7, '轴承、丝杠等 7 种'],
  ])('of %j reads %s', (products, trades, words) => {
    expect(productWords({ products, trades })).toBe(words)
  })

  it('says its evidence, and for how many products no amount is known', () => {
    const one = link('a', 'b', { evidence: 'tender', isInferred: true, trades: 3, unknownAmounts: 2 })
    expect(evidenceWords(one)).toBe('招投标推断（推断），共 3 种产品，其中 2 种没有金额')
  })
})

it.each([
  [true, null, '2025', '画面采用'],
  [true, 'amount-conflict', '2025', '画面采用：几条说法中最近入库的一条'],
  [false, 'amount-conflict', '2025', '没有采用：有更近入库的一条'],
  [true, null, '2024', '其他年份，供对照'],
] as const)('a report used=%s with mark %s of %s is %s', (isUsed, mark, year, words) => {
  expect(usageWords({ isUsed, mark, year } as Parameters<typeof usageWords>[0], '2025')).toBe(words)
})

it('each filter is a chip that takes itself off', () => {
  const address = { product: '轴承', place: '210106', honour: 'champion', onchain: 'x', evidence: 'tender,estimated' }
  const { state } = readQuery(VIEW_PARAMS, address)
  const chips = filterChips(state, { chain: '数控机床', place: '铁西区' })
  expect(chips.map(({ text }) => text)).toEqual([
    '产品：轴承',
    '市县：铁西区',
    '荣誉：制造业单项冠军企业',
    '产业链：数控机床',
    '证据：招投标推断、推算',
  ])
  const bare = chips.reduce((rest, { without }) => ({ ...rest, ...without }), state)
  expect(filterChips(bare, { chain: '', place: '' })).toEqual([])
})

it('the head says how far it went and how much it found', () => {
  const totals = { firms: 1234, outside: 5, links: 2000, byTier: [] }
  expect(networkSentence(network({ totals, direction: 'up', tiers: 3 }))).toBe(
    '上游 3 级 · 1,234 家（省外或未入库 5 家） · 2,000 条关系',
  )
})

// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useView } from './view'

describe('the view', () => {
  beforeEach(() => {
    localStorage.clear()
    setActivePinia(createPinia())
  })

  it('starts with the default province and an empty address', () => {
    const view = useView()
    expect(view.region).toBe('210000')
    expect(view.query).toEqual({})
  })

  it('comes back from its own address', () => {
    const view = useView()
    view.selectRegion('210200')
    view.selectChain('fine-chemicals')
    view.selectPeriod('2025Q1-3')
    view.selectScope('above')
    view.selectMode('asof')
    view.focusNode('dyes')
    view.showAs('table')
    view.searchFor('𠅤')
    view.selectIndicator('quotient')
    view.selectClassing('jenks')
    view.selectLevel('city')
    view.showPoints('on')
    view.selectArea('123.2,41.7;123.5,41.7;123.5,41.9')
    view.selectYear('2024')
    view.centreOn('name:甲,乙𠅤')
    view.lookAtNetwork({
      tiers: '4',
      direction: 'up',
      layout: 'map',
      grouping: 'county',
      evidence: ['tender', 'declared'],
    })
    view.lookAtNetwork({
      product: '直线导轨, 50%',
      supplyPlace: '210100',
      supplyChain: 'fine-chemicals',
      honour: 'any',
    })
    view.toggleGroup('-1:county:210106')
    view.toggleGroup('1:node:dyes,100%')
    view.stopThese('firm:91210100MA0000066Y,node:fine-chemicals/dyes')
    view.assumeThat('days:60,up:0.5')
    view.weigh('w1:0.5')
    expect([view.year, view.stop, view.assume, view.weights]).not.toContain(null)
    const address = view.query
    view.restore({})
    view.restore(address)
    expect(view.query).toEqual(address)
    expect(view.hints).toEqual([])
  })

  it.each([
    ['region', '21'],
    ['region', '21000x'],
    ['period', '2025年'],
    ['scope', 'everything'],
    ['mode', ''],
    ['dataset', 'both'],
    ['node', 'A B'],
    ['chain', '../x'],
    ['q', '长'.repeat(65)],
    ['indicator', 'gdp'],
    ['classing', 'random'],
    ['level', 'town'],
    ['with', '210106,2101'],
    ['with', '210106,210106'],
    ['with', '210101,210102,210103,210104,210105,210106,210111,210112,210113,210114,210115'],
    ['second', 'gdp'],
    ['period2', '去年'],
    ['points', 'yes'],
    ['year', '25'],
    ['firm', '210100'],
    ['tiers', '5'],
    ['evidence', 'declared,hearsay'],
    ['evidence', 'declared,declared'],
    ['open', 'a,,b'],
    ['open', '%E0%A4%A'],
    ['stop', 'street:1'],
    ['stop', 'firm:某厂'],
    ['stop', 'place:2101'],
    ['assume', 'days=60'],
    ['weights', 'w1:'],
    ['area', '123,41;124,41'],
    ['area', '123,41;124,42;124,41;123,42'],
    ['unknown', '1'],
  ])('falls back and says so when %s is %s', (name, value) => {
    const view = useView()
    view.restore({ [name]: value })
    expect(view.query).toEqual({})
    expect(view.hints).toHaveLength(1)
  })

  it('keeps chain, period and area within a province and drops them in another', () => {
    const view = useView()
    view.selectChain('magnesite')
    view.selectPeriod('2024')
    view.selectArea('123.2,41.7;123.5,41.7;123.5,41.9')
    view.selectRegion('210300')
    expect([view.chain, view.period, view.area === null]).toEqual(['magnesite', '2024', false])
    view.selectRegion('500000')
    expect([view.chain, view.period, view.area]).toEqual([null, null, null])
  })

  it('keeps chain and period on the way from the country into a province and back, but remembers no country', () => {
    const view = useView()
    view.selectChain('magnesite')
    view.selectPeriod('2024')
    view.selectRegion('100000')
    view.selectRegion('370000')
    expect([view.chain, view.period]).toEqual(['magnesite', '2024'])
    view.selectRegion('100000')
    setActivePinia(createPinia())
    expect(useView().region).toBe('370000')
  })

  it('compares each region once, ten at most, and keeps them in another province', () => {
    const view = useView()
    const codes = Array.from({ length: 11 }, (_, i) => String(210101 + i))
    view.compare(['210101', ...codes])
    expect(view.compared).toEqual(codes.slice(0, 10))
    view.selectRegion('370000')
    expect(view.compared).toHaveLength(10)
    view.compare([])
    expect(view.query).not.toHaveProperty('with')
  })

  it('takes the focus off when the chain changes', () => {
    const view = useView()
    view.focusNode('gear')
    view.selectChain('magnesite')
    expect(view.node).toBeNull()
  })

  it('opens the province used last when the address names none', () => {
    useView().selectRegion('370200')
    setActivePinia(createPinia())
    const next = useView()
    next.restore({})
    expect(next.region).toBe('370000')
  })

  it('marks a correction, so that the back button skips it', () => {
    const view = useView()
    view.restore({ node: 'gone' })
    view.correct({ node: null }, '没有这个环节')
    expect(view.node).toBeNull()
    expect(view.hints).toEqual(['没有这个环节'])
    expect(view.isCorrecting).toBe(false)
  })
})

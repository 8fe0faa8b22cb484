import { describe, expect, it } from 'vitest'
import { densityOf, densityPerYi } from './density'
import { localSupplyRate, supplyOf, type Purchase } from './localSupply'

const bought = (supplier: string, ring: Purchase['ring'], amount: number | null, leader = 'L'): Purchase => ({
  leader,
  supplier,
  ring,
  amount,
})

describe('本地配套率', () => {
  const supply = supplyOf([
    bought('a', 'county', 30),
    bought('b', 'city', 20),
    bought('c', 'province', 10),
    bought('d', 'outside', 30),
    bought('e', 'unknown', 10),
  ])

  it.each([
    ['county', '0.3000', '0.2000'],
    ['city', '0.5000', '0.4000'],
    ['province', '0.6000', '0.6000'],
  ] as const)('of the %s is %s by amount and %s by suppliers', (zone, byAmount, byCount) => {
    expect(supply.amounts && localSupplyRate(supply.amounts, zone)).toBe(byAmount)
    expect(localSupplyRate(supply.suppliers, zone)).toBe(byCount)
  })

  it('counts a supplier of two 链主 once, where it is nearest', () => {
    const twice = supplyOf([bought('a', 'province', 5, 'L'), bought('a', 'county', 5, 'M')])
    expect(twice.suppliers).toEqual({ county: 1, city: 0, province: 0, outside: 0, unknown: 0 })
    expect(twice.amounts?.province).toBe('5.0000')
  })

  it('leaves pairs without an amount out of the amounts and says how many', () => {
    const some = supplyOf([bought('a', 'county', null), bought('b', 'outside', 4)])
    expect([some.withoutAmount, some.amounts && localSupplyRate(some.amounts, 'county')]).toEqual([1, '0.0000'])
    expect(supplyOf([bought('a', 'county', null)]).amounts).toBeNull()
  })

  it('has no answer without any purchase', () => {
    expect(localSupplyRate(supplyOf([]).suppliers, 'city')).toBeNull()
  })
})

describe('专精特新密度', () => {
  it.each([
    [12, 40, '0.3000'],
    [50, 40, '1.2500'],
    [0, 40, '0.0000'],
    [5, 0, null],
    [null, 40, null],
  ])('of %s in %s 规上 is %s', (specialised, aboveScale, density) => {
    expect(densityOf(specialised, aboveScale)).toBe(density)
  })

  it('per 亿元 takes 万元: 12 over 86.4 亿元 is 0.1389', () => {
    expect(densityPerYi(12, '864000')).toBe('0.1389')
    expect(densityPerYi(12, null)).toBeNull()
  })
})

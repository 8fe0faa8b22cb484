import divisions from '@packs/regions/divisions.json'
import lineage from '@packs/regions/lineage.json'
import { describe, expect, it } from 'vitest'
import { provinceOf } from './ancestors'
import { NOT_COMPARABLE } from './lineage'
import { createRegionBook } from './regionBook'

const book = createRegionBook({ divisions, lineage })
const OURS = ['210000', '220000', '370000', '500000']
const countiesOf = (province: string) =>
  book.children(province).flatMap((child) => (child.level === 'county' ? [child] : book.children(child.code)))

describe('divisions in force', () => {
  it.each([
    ['辽宁', '210000', 14, 100],
    ['吉林', '220000', 9, 60],
    ['山东', '370000', 16, 136],
    ['重庆', '500000', 0, 37],
  ])('%s has the published number of cities and counties', (_name, code, cities, counties) => {
    expect(book.children(code).filter((child) => child.level === 'city')).toHaveLength(cities)
    expect(countiesOf(code)).toHaveLength(counties)
  })

  it('puts counties of a 直辖市 and 省直辖县级 directly under the province', () => {
    expect(book.path('500101').map((step) => step.name)).toEqual(['重庆市', '万州区'])
    expect(book.path('429004').map((step) => step.name)).toEqual(['湖北省', '仙桃市'])
    expect(book.path('210102').map((step) => step.name)).toEqual(['辽宁省', '沈阳市', '和平区'])
    expect(book.get('500100')).toBeUndefined()
  })

  it('lists divisions in code order by default', () => {
    for (const code of ['100000', ...OURS]) {
      const codes = book.children(code).map((child) => child.code)
      expect(codes).toEqual([...codes].sort())
    }
    expect(book.provinces()).toHaveLength(34)
  })

  it('knows the new district of 2025 and says that its code awaits confirmation', () => {
    expect(book.get('500157')).toMatchObject({ name: '两江新区', inForce: true, unconfirmed: true })
    expect(book.get('500105')).toMatchObject({ name: '江北区', inForce: false })
    expect(book.get('500112', '2023-12-31')?.name).toBe('渝北区')
    expect(book.get('500112', '2026-01-01')).toBeUndefined()
  })

  it('shortens names the way people do, but never to one character', () => {
    expect(['210521', '371722', '500242', '222400'].map((code) => book.get(code)?.shortName)).toEqual([
      '本溪',
      '单县',
      '酉阳',
      '延边',
    ])
  })
})

describe('现区划还原', () => {
  it.each([
    ['210122', '210115', 'successor'],
    ['210282', '210214', 'successor'],
    ['210222', '210214', 'successor'],
    ['211121', '211104', 'successor'],
    ['370125', '370115', 'successor'],
    ['370181', '370114', 'successor'],
    ['370282', '370215', 'successor'],
    ['370205', '370203', 'successor'],
    ['370634', '370614', 'successor'],
    ['370684', '370614', 'successor'],
    ['371202', '370116', 'successor'],
    ['371203', '370117', 'successor'],
    ['220381', '220184', 'successor'],
    ['229001', '220184', 'successor'],
    ['371081', '371003', 'part'],
    ['370206', '370213', 'part'],
    ['500105', '500157', 'successor'],
    ['500112', '500157', 'part'],
    ['500225', '500111', 'successor'],
    ['500234', '500154', 'successor'],
    ['371200', '370100', 'raised'],
    ['220111', '220100', 'raised'],
    ['210102', '210102', 'same'],
    ['999999', '999999', 'unknown'],
  ])('carries %s to %s (%s)', (from, to, kind) => {
    expect(book.resolve(from, 'current')).toMatchObject({ code: to, kind })
  })

  it('shows a 2023 row of 渝北区 under 两江新区, with a footnote', () => {
    const { code, footnotes } = book.resolve('500112', 'current', '2023-12-31')
    expect(book.name(code)).toBe('两江新区')
    expect(footnotes.join()).toContain('两江新区')
  })

  it('keeps a code whose borders moved, and says that the series is not comparable', () => {
    const { code, kind, footnotes } = book.resolve('500109', 'current')
    expect([code, kind]).toEqual(['500109', 'same'])
    expect(footnotes.join()).toContain('不可比')
  })

  it('says so when a figure had to be given to the city', () => {
    expect(book.resolve('371200', 'current').footnotes).toContain(NOT_COMPARABLE)
  })

  it('carries a renamed division under its code', () => {
    expect(book.resolve('210112', 'current', '2010-12-31')).toEqual({
      code: '210112',
      kind: 'same',
      footnotes: ['2014 年东陵区更名为浑南区，代码 210112 不变'],
    })
  })

  it('resolves every retired code of the four provinces to a division in force of the same province', () => {
    for (const region of book.all()) {
      if (!OURS.includes(provinceOf(region.code))) continue
      for (const recordedOn of [undefined, '1982-06-30', '1990-12-31', '2003-12-31', '2023-12-31']) {
        const { code, kind } = book.resolve(region.code, 'current', recordedOn)
        expect(kind).not.toBe('unknown')
        expect(book.get(code)?.inForce).toBe(true)
        expect(provinceOf(code)).toBe(provinceOf(region.code))
      }
    }
  })
})

describe('当期区划', () => {
  it('reads 500110 as 万盛区 in 2010 and as 綦江区 after', () => {
    const { code } = book.resolve('500110', '2010-12-31')
    expect(book.name(code, '2010-12-31')).toBe('万盛区')
    expect(book.name(book.resolve('500110', '2011-12-31').code, '2011-12-31')).toBe('綦江区')
  })

  it('gives 綦江区 of today to the whole city in 2010, because two divisions became one', () => {
    expect(book.resolve('500110', '2010-12-31', '2024-12-31')).toMatchObject({ code: '500000', kind: 'raised' })
  })

  it('goes back to the one division there was before', () => {
    expect(book.resolve('210115', '2010-12-31')).toMatchObject({ code: '210122', kind: 'successor' })
    expect(book.resolve('220184', '2019-12-31')).toMatchObject({ code: '220381' })
    expect(book.resolve('371003', '2010-12-31')).toMatchObject({ code: '371081', kind: 'part' })
    expect(book.resolve('210115', '2024-12-31')).toEqual({ code: '210115', kind: 'same', footnotes: [] })
  })

  it('never moves a figure out of its province, whichever the mode', () => {
    for (const province of OURS) {
      for (const { code } of countiesOf(province)) {
        for (const on of ['current', '2023-12-31', '2012-06-30', '2000-12-31']) {
          expect(provinceOf(book.resolve(code, on).code)).toBe(province)
        }
      }
    }
  })
})

describe('belonging and responsibility', () => {
  it('follows lineage upwards', () => {
    expect(book.isWithin('210122', '210115')).toBe(true)
    expect(book.isWithin('220381', '220100')).toBe(true)
    expect(book.isWithin('220381', '220300')).toBe(false)
    expect(book.isWithin('371202', '371200')).toBe(true)
    expect(book.isWithin('210102', '210000')).toBe(true)
    expect(book.isWithin('210102', '210200')).toBe(false)
    expect(book.isWithin('370102', '100000')).toBe(true)
  })

  it('moves the scope of an official of an abolished division to its heir, and no further', () => {
    expect(book.scope('210122')).toEqual(['210115'])
    expect(book.scope('500112')).toEqual(['500157'])
    expect(book.scope('371200')).toEqual(['370116', '370117'])
    expect(book.scope('210102')).toEqual(['210102'])
    expect(book.scope('999999')).toEqual([])
  })
})

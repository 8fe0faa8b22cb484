import { describe, expect, it } from 'vitest'
import data from '@packs/industry/gbt4754-2017.json'
import { createIndustryBook } from './industryBook'

const book = createIndustryBook(data)

describe('industryBook', () => {
  it('carries 20 门类, 97 大类, 473 中类 and 1,380 小类, and says that the amendment is not in', () => {
    const counts = [1, 2, 3, 4].map((level) => data.classes.filter((row) => row[1] === level).length)
    expect(counts).toEqual([20, 97, 473, 1380])
    expect(book.note).toContain('未并入第1号修改单')
  })

  it('ships codes, levels and names and nothing else', () => {
    expect(data.classes.every((row) => row.length === 3)).toBe(true)
  })

  it('climbs from 小类 to 门类', () => {
    expect(book.name('2683')).toBe('口腔清洁用品制造')
    expect([book.parent('2683'), book.parent('268'), book.parent('26'), book.parent('C')]).toEqual([
      '268',
      '26',
      'C',
      undefined,
    ])
    expect(book.section('2683')).toBe('C')
    expect([book.level('C'), book.level('26'), book.level('268'), book.level('2683')]).toEqual([1, 2, 3, 4])
  })

  it.each([
    ['2683', '268', true],
    ['2683', '26', true],
    ['2683', 'C', true],
    ['2683', '2683', true],
    ['26', '2683', false],
    ['2683', '27', false],
    ['0111', '01', true],
    ['0111', 'C', false],
    ['9999', '99', false],
  ])('answers whether %s lies within %s: %s', (code, ancestor, expected) => {
    expect(book.isWithin(code, ancestor)).toBe(expected)
  })

  it.each([
    ['C2683', '2683'],
    ['c2683', '2683'],
    [' Ｃ２６８３ ', '2683'],
    ['2683', '2683'],
    ['268', '268'],
    ['C268', '268'],
    ['C', 'C'],
    ['A0111', '0111'],
    ['D2683', undefined],
    ['26830', undefined],
    ['9999', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('reads %j as %s', (raw, expected) => {
    expect(book.normalise(raw)).toBe(expected)
  })

  it('keeps 0111 and 111 apart, because both are classes', () => {
    expect(book.normalise('0111')).toBe('0111')
    expect(book.normalise('111')).toBe('111')
  })

  it('refuses data whose rows stand before their parents', () => {
    expect(() => createIndustryBook({ edition: 'x', note: '', classes: [['01', 2, '农业']] })).toThrow('01')
  })
})

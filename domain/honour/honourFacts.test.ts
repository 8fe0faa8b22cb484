import { describe, expect, it } from 'vitest'
import { honourFacts, readStatus } from './honourFacts'
import { grantedUnder, ruleVersionOn } from './ruleVersion'

const row = (own: Partial<Parameters<typeof honourFacts>[0]>) =>
  honourFacts({
    title: '专精特新“小巨人”企业',
    level: null,
    status: null,
    issuedOn: '2023-07-14',
    validFrom: null,
    validTo: null,
    province: '210000',
    ...own,
  })

describe('the version of the rules', () => {
  it.each([
    ['2022-05-31', null],
    ['2022-06-01', 'V2022'],
    ['2026-03-31', 'V2022'],
    ['2026-04-01', 'V2026'],
  ])('of a title granted on %s is %s', (day, version) => {
    expect(grantedUnder(day)).toBe(version)
  })

  it('flips between the last of March and the first of April 2026 for whoever applies', () => {
    expect([ruleVersionOn('2026-03-31'), ruleVersionOn('2026-04-01')]).toEqual(['V2022', 'V2026'])
  })

  it('is that of the three graded titles only', () => {
    expect(row({ title: '瞪羚企业' }).ruleVersion).toBeNull()
    expect(row({ title: '制造业单项冠军企业' }).ruleVersion).toBeNull()
    expect(row({ issuedOn: null }).ruleVersion).toBeNull()
  })
})

describe('the end of a title', () => {
  it.each([
    ['专精特新“小巨人”企业', '210000', '2026-07-13'],
    ['专精特新中小企业', '500000', '2026-07-13'],
    ['制造业单项冠军企业', '210000', '2026-07-13'],
    ['高新技术企业', '210000', '2026-07-13'],
    ['瞪羚企业', '210000', '2026-07-13'],
    ['瞪羚企业', '370000', null],
    ['省长质量奖', '210000', null],
  ])('%s in %s is derived as %s and marked so', (title, province, validTo) => {
    const facts = row({ title, province })
    expect(facts.validTo).toBe(validTo)
    expect(facts.isDerived).toBe(validTo !== null)
    expect(facts.note?.includes('推算') ?? false).toBe(validTo !== null)
  })

  it('is what the list says, where it says anything', () => {
    expect(row({ validTo: '2025-12-31' })).toMatchObject({ validTo: '2025-12-31', isDerived: false, note: null })
  })

  it('stays unknown without a day to count from', () => {
    expect(row({ issuedOn: null })).toMatchObject({ validTo: null, isDerived: false })
  })

  it('of a title of the 29th of February is the 28th', () => {
    expect(row({ issuedOn: '2024-02-29' }).validTo).toBe('2027-02-28')
  })
})

describe('level, status and tier', () => {
  it.each([
    ['国家级', '瞪羚企业', '国家'],
    ['省级', '专精特新中小企业', '省'],
    [null, '省级制造业单项冠军企业', '省'],
    [null, '专精特新“小巨人”企业', '国家'],
    [null, '专精特新中小企业', '省'],
    ['市', '瞪羚企业', '市'],
    [null, '瞪羚企业', null],
    ['特级', '瞪羚企业', '特级'],
  ])('of %s, %s is %s', (level, title, expected) => {
    expect(row({ level, title }).level).toBe(expected)
  })

  it.each([
    ['撤销称号', 'revoked'],
    ['已取消', 'revoked'],
    ['复核未通过', 'lapsed'],
    ['到期', 'lapsed'],
    ['复核通过', 'reviewed'],
    ['有效', 'valid'],
    ['无效', 'lapsed'],
    ['其他', null],
  ])('“%s” reads as %s', (text, status) => {
    expect(readStatus(text)).toBe(status)
  })

  it('counts the former split of 单项冠军 in one tier, with a note', () => {
    for (const title of ['制造业单项冠军示范企业', '制造业单项冠军产品'])
      expect(row({ title })).toMatchObject({ tier: 'champion', note: expect.stringContaining('示范') as string })
  })

  it('counts nobody who is only being prepared for a title', () => {
    expect(row({ title: '单项冠军培育企业' }).tier).toBe('other')
    expect(row({ title: '专精特新企业培育库' }).tier).toBe('other')
  })
})

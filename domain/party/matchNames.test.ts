import { describe, expect, it } from 'vitest'
import { createNameMatcher } from './matchNames'
import { nameKey, nameOfParty, partyOfName } from './nameKey'
import { createPlaceNames, namePartsOf } from './nameParts'

const PLACES = createPlaceNames([
  ['辽宁省', '210000'],
  ['辽宁', '210000'],
  ['沈阳市', '210100'],
  ['沈阳', '210100'],
  ['大连', '210200'],
  ['海城市', '210381'],
  ['上海', '310000'],
  ['宁德', '350900'],
])

describe('names are compared', () => {
  it.each([
    ['沈阳机床（集团）有限责任公司', '沈阳机床(集团)有限责任公司'],
    [' 沈阳　机床 ', '沈阳机床'],
    ['ＦＭＧ Company', 'fmgcompany'],
    ['“码上花”·北京', '码上花北京'],
    ['甲〔乙〕厂', '甲(乙)厂'],
    ['“”', ''],
  ])('%s as %s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })

  it('and tell parties known by name from enterprises', () => {
    expect(nameOfParty(partyOfName('甲'))).toBe('甲')
    expect(nameOfParty('91210100MA00000001')).toBeNull()
  })

  it.each([
    ['辽宁省沈阳市虚构机床有限公司', '虚构机床', '210100'],
    ['沈阳机床(集团)有限责任公司', '机床', '210100'],
    ['虚构科技(上海)有限公司', '虚构科技', '310000'],
    ['海城市虚构厂', '虚构', '210381'],
    ['沈阳', '沈阳', null],
  ])('parts of %s', (key, core, place) => {
    expect(namePartsOf(key, PLACES)).toMatchObject({ core, place })
  })
})

const REGISTER = [
  ['1', '宁德时代新能源科技股份有限公司'],
  ['2', '大连宁德时代电池有限公司'],
  ['3', '同名贸易有限公司'],
  ['4', '同名贸易有限公司'],
  ['5', '沈阳虚构机床（集团）有限责任公司'],
  ['6', '欧莱雅（中国）有限公司'],
  ['7', '大连虚构机床有限公司'],
  ['8', '新名泵业有限公司', '旧名泵厂|更旧泵厂'],
  ['9', '另一家有限公司', '同时旧名厂'],
  ['10', '又一家有限公司', '同时旧名厂'],
  ['11', '宁德时代新能源科技股份有限公司沈阳分公司'],
  ['12', '大连重工起重集团有限公司'],
] as const

function found(name: string, register: readonly (readonly string[])[] = REGISTER) {
  const key = nameKey(name)
  const matcher = createNameMatcher([key], PLACES)
  for (const [creditCode = '', firm = '', formerNames = null] of register)
    matcher.see({ creditCode, name: firm, formerNames })
  const { creditCode, matchedBy, candidates } = matcher.matchOf(key)
  return { creditCode, matchedBy, candidates: candidates.map((one) => one.creditCode), scores: candidates }
}

describe('a name', () => {
  it.each([
    ['沈阳虚构机床(集团)有限责任公司', '5', 'legal-name', []],
    ['更旧泵厂', '8', 'former-name', []],
    ['同名贸易有限公司', null, 'none', ['3', '4']],
    ['同时旧名厂', null, 'none', ['10', '9']],
    ['欧莱雅', null, 'none', ['6']],
    ['宁德时代', null, 'none', ['1', '11', '2']],
    ['沈阳虚构机床股份有限公司', null, 'none', ['5']],
    ['虚构机床', null, 'none', ['7', '5']],
    ['大连重工', null, 'none', ['12']],
    ['沈阳市政府', null, 'none', []],
    ['沈阳', null, 'none', []],
    ['无人知晓', null, 'none', []],
  ])('%s means %s by %s, or may mean %j', (name, creditCode, matchedBy, candidates) => {
    expect(found(name)).toMatchObject({ creditCode, matchedBy, candidates })
    expect(found(name, [...REGISTER].reverse())).toMatchObject({ creditCode, matchedBy, candidates })
  })
})

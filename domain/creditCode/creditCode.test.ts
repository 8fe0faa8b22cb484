import { describe, expect, it } from 'vitest'
import { isFormatError, judgeCreditCode, normaliseCreditCode } from './creditCode'

const VALID: [code: string, why: string][] = [
  ['91350100M000100Y43', 'the worked example of the standard'],
  ['91219900MA00001110', 'a weighted sum of 0 modulo 31 wraps to 0'],
  ['91219900MA0000066Y', 'a weighted sum of 1 modulo 31 gives Y'],
  ['91219900MA000004X4', 'the inner check character is X'],
  ['912199000000000003', 'all digits'],
  ['9121990000000E0094', 'looks like scientific notation'],
  ['12219900MB0123457N', '事业单位'],
  ['N2219900MB01234571', '村集体经济组织'],
  ['Y1219900MB0123457U', '其他'],
  ['92219900MB0123457E', '个体工商户'],
  ['52219900MB0123457J', '民办非企业单位'],
  ['A1219900MB0123457G', '军队事业单位'],
]

const INVALID: [raw: unknown, verdict: string][] = [
  ['91350100M000100Y4Z', 'charset'],
  ['91350100M000100Y44', 'checksum'],
  ['9135010OM000100Y43', 'charset'],
  ['91350100M000100Y4', 'length'],
  ['91350100M000100Y433', 'length'],
  ['B1350100M000100Y43', 'department'],
  ['94350100M000100Y43', 'category'],
  ['000000000000000000', 'zero'],
  ['', 'empty'],
  ['　', 'empty'],
  [null, 'empty'],
  [undefined, 'empty'],
  [{}, 'empty'],
  [0, 'length'],
  [912199000000000003, 'length'],
  ['9.13717E+17', 'length'],
  ['𠅤1350100M000100Y43', 'charset'],
]

describe('judgeCreditCode', () => {
  it.each(VALID)('accepts %s: %s', (code) => {
    expect(judgeCreditCode(code)).toEqual({ code, verdict: 'ok', warnings: [], message: '校验通过。' })
  })

  it.each(INVALID)('answers %s with the verdict %s and says what to do', (raw, verdict) => {
    const judgement = judgeCreditCode(raw)
    expect(judgement.verdict).toBe(verdict)
    expect(judgement.message).toMatch(/请/)
  })

  it.each([
    '９１３５０１００Ｍ０００１００Ｙ４３',
    ' 91350100m000100y43 ',
    '91350100-M000100Y4-3',
    "'91350100M000100Y43",
    '\ufeff91350100M000100Y43\u200b',
  ])('accepts %j once normalised and says that it was', (raw) => {
    expect(judgeCreditCode(raw)).toMatchObject({ code: '91350100M000100Y43', verdict: 'ok', warnings: ['normalised'] })
  })

  it('tells a number from a mistyped code, because its last digits are lost', () => {
    expect(judgeCreditCode(912199000000000003).message).toContain('数字')
    expect(judgeCreditCode('9.12199E+17').message).toContain('数字')
  })

  it('names an old fifteen-digit registration number for what it is', () => {
    expect(judgeCreditCode('210100000012345').message).toContain('旧营业执照注册号')
  })

  it('offers look-alike digits only when the result passes, and never applies them', () => {
    expect(judgeCreditCode('9135O1OOM000100Y43')).toMatchObject({
      code: '9135O1OOM000100Y43',
      suggestion: '91350100M000100Y43',
    })
    expect(judgeCreditCode('9l350100M000100Y43').suggestion).toBe('91350100M000100Y43')
    expect(judgeCreditCode('9135O1OOM000100Y44').suggestion).toBeUndefined()
    expect(normaliseCreditCode('O1I')).toBe('O1I')
  })

  it('warns of a wrong organisation-code check but lets the code pass', () => {
    expect(judgeCreditCode('91219900MA0000060C')).toMatchObject({ verdict: 'ok', warnings: ['organisation-check'] })
  })

  it('rejects every format error and leaves a wrong check digit to a person', () => {
    expect(isFormatError('checksum')).toBe(false)
    expect(isFormatError('ok')).toBe(false)
    expect(isFormatError('zero')).toBe(true)
    expect(isFormatError('charset')).toBe(true)
  })
})

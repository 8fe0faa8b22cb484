import { describe, expect, it } from 'vitest'
import { hasRealData, readRealCsv } from '../../tests/realData'
import { judgeCreditCode } from './creditCode'

/**
 * Where our answer differs from the list on purpose:
 * - a department outside the standard's table (XX…) and the eighteen zeros pass both check digits; we refuse them;
 * - a lone dash is a way of writing "nothing": we say 'empty', the list says 'length';
 * - a changed first or second character breaks the check digit too: we name the position, the list says 'check_digit'.
 */
const DELIBERATE: Record<string, string> = {
  'check digit right, registration department XX is not in the standard': 'department',
  '000000000000000000': 'zero',
  '—': 'empty',
}

const ANSWER: Record<string, string> = {
  ok: 'ok',
  org_code_check: 'ok',
  length: 'length',
  check_digit: 'checksum',
  charset_IOSVZ: 'charset',
}

describe.skipIf(!hasRealData('credit-code-cases.csv'))('judgeCreditCode on 2,176 real and mutated codes', () => {
  it('agrees with the list after normalisation, save for the deliberate differences', () => {
    const cases = readRealCsv('credit-code-cases.csv')
    expect(cases).toHaveLength(2176)
    const wrong = cases.filter((row) => {
      const expected =
        DELIBERATE[row.kind ?? ''] ?? DELIBERATE[row.code ?? ''] ?? ANSWER[row.expected_after_normalise ?? '']
      const { verdict, code } = judgeCreditCode(row.code)
      const nonsense = !/^(9[123]|[1258A][129]|5[3]|N[1239]|Y1)/u.test(code)
      return verdict !== expected && !(expected === 'checksum' && nonsense && /^(department|category)$/u.test(verdict))
    })
    expect(wrong).toEqual([])
  })

  it('warns exactly where the inner check is wrong and where normalisation was needed', () => {
    const cases = readRealCsv('credit-code-cases.csv')
    const wrong = cases.filter((row) => {
      const { verdict, warnings } = judgeCreditCode(row.code)
      if (verdict !== 'ok') return false
      const needed = ['case', 'charset', 'length'].includes(row.expected_strict ?? '')
      const inner = row.expected_after_normalise === 'org_code_check'
      return warnings.includes('normalised') !== needed || warnings.includes('organisation-check') !== inner
    })
    expect(wrong).toEqual([])
  })
})

describe.skipIf(!hasRealData('register-liaoning.expected.csv'))('judgeCreditCode on a real register', () => {
  it('accepts all 51,205 codes of Liaoning and warns once', () => {
    const rows = readRealCsv('register-liaoning.expected.csv')
    const wrong = rows.filter((row) => {
      const { verdict, warnings } = judgeCreditCode(row.credit_code)
      return (
        verdict !== 'ok' || warnings.includes('organisation-check') !== (row.credit_code_verdict === 'org_code_check')
      )
    })
    expect(rows).toHaveLength(51205)
    expect(wrong).toEqual([])
  })
})

import { CREDIT_CODE_ALPHABET, categoriesOf, creditCheckCharacter, organisationCheckPasses } from './checkDigits'
import { suggestCreditCode } from './suggestion'

/** What is wrong with a 统一社会信用代码 (GB 32100-2015); 'ok' when nothing is. */
export type CreditCodeVerdict = 'ok' | 'empty' | 'length' | 'charset' | 'department' | 'category' | 'zero' | 'checksum'

/**
 * `organisation-check`: the inner check digit of GB 11714 (position 17) is wrong; genuine codes with that fault exist.
 * `normalised`: the text as given differs from the code (blanks, full width, lower case, an Excel apostrophe).
 */
export type CreditCodeWarning = 'organisation-check' | 'normalised'

export interface CreditCodeJudgement {
  /** The normalised code, also when it is wrong: what the user is shown. */
  code: string
  verdict: CreditCodeVerdict
  /** A code that differs in look-alike letters only and passes every check. Offered, never applied. */
  suggestion?: string
  warnings: CreditCodeWarning[]
  /** 给用户看的一句话：错在哪里、怎么办. */
  message: string
}

const LENGTH = 18
const MENDABLE: ReadonlySet<CreditCodeVerdict> = new Set(['charset', 'department', 'category', 'checksum'])
const INVISIBLE_OR_BLANK = /[\s\p{Cf}\p{Pd}\u2212]+/gu
const EXCEL_TEXT_MARK = /^['‘’`]+/u
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d{1,3}$/u
const OUTSIDE_ALPHABET = new RegExp(`[^${CREDIT_CODE_ALPHABET}]`, 'u')

/**
 * Text of a cell → code: NFKC (full width), upper case; blanks, hyphens and zero-width characters go, as does the
 * apostrophe by which Excel marks text. O and I are never turned into 0 and 1: that would invent a code.
 */
export function normaliseCreditCode(raw: unknown): string {
  if (typeof raw === 'number' || typeof raw === 'bigint') return String(raw).toUpperCase()
  if (typeof raw !== 'string') return ''
  return raw.normalize('NFKC').replace(INVISIBLE_OR_BLANK, '').replace(EXCEL_TEXT_MARK, '').toUpperCase()
}

/** Judges one code. A wrong check digit is for quarantine and human override; every other fault is a format error. */
export function judgeCreditCode(raw: unknown): CreditCodeJudgement {
  const code = normaliseCreditCode(raw)
  const warnings: CreditCodeWarning[] = typeof raw === 'string' && raw !== code && code !== '' ? ['normalised'] : []
  if (isNumeric(raw)) return { code, verdict: 'length', warnings, message: NUMBER_MESSAGE }
  const verdict = verdictOf(code)
  if (verdict === 'ok' && !organisationCheckPasses(code)) warnings.unshift('organisation-check')
  const suggestion = MENDABLE.has(verdict) ? suggestCreditCode(String(raw), code) : undefined
  const message = messageFor(code, verdict, suggestion, warnings)
  return suggestion ? { code, verdict, suggestion, warnings, message } : { code, verdict, warnings, message }
}

/** Reject on import; the one verdict that is neither 'ok' nor this is 'checksum', which a person may override. */
export function isFormatError(verdict: CreditCodeVerdict): boolean {
  return verdict !== 'ok' && verdict !== 'checksum'
}

function isNumeric(raw: unknown): boolean {
  return typeof raw === 'number' || typeof raw === 'bigint'
}

function verdictOf(code: string): CreditCodeVerdict {
  if (code === '') return 'empty'
  if ([...code].length !== LENGTH) return 'length'
  if (OUTSIDE_ALPHABET.test(code)) return 'charset'
  // Eighteen zeros pass both check digits and are what people type to get past a mandatory field.
  if (/^0+$/u.test(code)) return 'zero'
  const categories = categoriesOf(code[0] ?? '')
  if (categories === undefined) return 'department'
  if (!categories.includes(code[1] ?? '')) return 'category'
  return creditCheckCharacter(code) === code[17] ? 'ok' : 'checksum'
}

const NUMBER_MESSAGE =
  '统一社会信用代码被存成了数字，超过 15 位的部分已丢失，无法还原。请把该列设为“文本”格式后，从原始材料重新填写。'

function messageFor(
  code: string,
  verdict: CreditCodeVerdict,
  suggestion: string | undefined,
  warnings: CreditCodeWarning[],
): string {
  const hint = suggestion ? `是否为 ${suggestion}？请核对证照后填写。` : '请对照营业执照核对后重新填写。'
  switch (verdict) {
    case 'ok':
      return warnings.includes('organisation-check')
        ? '校验通过；其中组织机构代码的校验位不符，建议核对营业执照。'
        : '校验通过。'
    case 'empty':
      return '未填写统一社会信用代码，请补填 18 位代码。'
    case 'length':
      return lengthMessage(code)
    case 'charset':
      return `第 ${badPosition(code)} 位“${[...code][badPosition(code) - 1]}”不是统一社会信用代码使用的字符（不含 I、O、S、V、Z）。${hint}`
    case 'zero':
      return '18 个 0 不是有效的统一社会信用代码，请填写营业执照上的代码。'
    case 'department':
      return `第 1 位“${code[0]}”不是登记管理部门代码（企业应为 9）。${hint}`
    case 'category':
      return `前两位“${code.slice(0, 2)}”不是登记管理部门与机构类别的有效组合。${hint}`
    case 'checksum':
      return `末位校验码应为 ${creditCheckCharacter(code)}，与所填“${code[17]}”不符，可能有一位录错或相邻两位颠倒。${hint}`
  }
}

function lengthMessage(code: string): string {
  if (SCIENTIFIC.test(code)) return NUMBER_MESSAGE
  if (/^\d{15}$/u.test(code)) return '这是 15 位的旧营业执照注册号，请填写换照后的 18 位统一社会信用代码。'
  return `应为 18 位，实为 ${[...code].length} 位，请对照营业执照补全或删去多余字符。`
}

/** 1-based, as people count. */
function badPosition(code: string): number {
  return [...code].findIndex((character) => OUTSIDE_ALPHABET.test(character)) + 1
}

import { judgeCreditCode } from '../creditCode/creditCode'
import { fieldOf, type KindSpec } from './kinds'
import { isCitizenNumber, looksLikeCitizenNumber } from './personal'
import type { Problem, Verdict } from './staged'

export interface CodeJudgement {
  /** The normalised code where it is worth keeping: correct, or right in form but for the check digit. */
  code: string | null
  verdict: Extract<Verdict, 'accepted' | 'quarantined' | 'rejected'>
  problems: Problem[]
  /** An identity number stands where a company code should: it must not be kept. */
  citizen: boolean
}

/** 18 digits in a number cell: the spreadsheet keeps fifteen. */
function digitsLost(field: string, label: string): CodeJudgement {
  const message = `${label}以数字格式保存，第 16 位起已被表格软件改成 0，无法还原；请把该列设为“文本”格式后重新填写`
  return {
    code: null,
    verdict: 'rejected',
    problems: [{ level: 'error', field, code: 'code-digits-lost', message }],
    citizen: false,
  }
}

/** 信用代码 in one column: wrong form is rejected, a wrong check digit waits for a person. */
export function judgeCode(raw: string, field: string, longNumber: boolean, kind: KindSpec): CodeJudgement {
  const label = fieldOf(kind, field)?.label ?? '统一社会信用代码'
  if (longNumber) return digitsLost(field, label)
  const judged = judgeCreditCode(raw)
  const error = (code: string, message: string): Problem => ({ level: 'error', field, code, message })
  if (judged.verdict === 'empty') {
    const message =
      kind.missingCode === 'rejected'
        ? `缺少${label}；请按营业执照补填`
        : `缺少${label}，只有名称；请补填代码，或核对名称后人工放行`
    return { code: null, verdict: kind.missingCode, problems: [error('code-missing', message)], citizen: false }
  }
  if (judged.verdict === 'ok') {
    const warnings: Problem[] = judged.warnings.includes('organisation-check')
      ? [{ level: 'warning', field, code: 'code-organisation-check', message: judged.message }]
      : []
    return { code: judged.code, verdict: 'accepted', problems: warnings, citizen: false }
  }
  const hint =
    judged.suggestion && !judged.message.includes(judged.suggestion) ? `；请核对是否为 ${judged.suggestion}` : ''
  const problem = error(`code-${judged.verdict}`, `${judged.message}${hint}`)
  // With a wrong check digit of the one kind and a right one of the other it is the other.
  const citizen = judged.verdict === 'checksum' ? isCitizenNumber(judged.code) : looksLikeCitizenNumber(judged.code)
  if (judged.verdict === 'checksum' && !citizen) {
    return { code: judged.code, verdict: 'quarantined', problems: [problem], citizen }
  }
  if (citizen) problem.message = `${label}处填的像是公民身份号码，已隐去；请改填营业执照上的统一社会信用代码`
  return { code: null, verdict: 'rejected', problems: [problem], citizen }
}

import { judgeCreditCode } from '../creditCode/creditCode'
import type { Problem } from './staged'

/** 母公司统一社会信用代码: kept where it is a correct code of another enterprise, else dropped with a warning. */
export function judgeParent(extra: Record<string, string>, ownCode: string | null): Problem[] {
  const given = extra['parentCode']
  if (given === undefined) return []
  const { code, verdict, message } = judgeCreditCode(given)
  delete extra['parentCode']
  const warning = (text: string): Problem[] => [
    { level: 'warning', field: 'parentCode', code: 'parent-code', message: `母公司${text}` },
  ]
  if (verdict !== 'ok') return warning(`统一社会信用代码不能用，按未填处理：${message}`)
  if (code === ownCode) return warning('与本企业是同一家，按未填处理；请核对母公司信用代码')
  extra['parentCode'] = code
  return []
}

import { LONGEST_NAME, nameKey } from '../party/nameKey'
import { evidenceClass } from './evidenceClass'
import type { CodeJudgement } from './judgeCodes'
import type { ColumnMapping, RawRow } from './mapping'
import { readNumber } from './numbers'
import { readDate } from './readText'
import type { Problem } from './staged'

/** What of a row of 供应关系 is judged here, changed in place. */
export interface TradeDraft {
  texts: Record<string, string>
  extra: Record<string, string>
  problems: Problem[]
}

interface Side {
  code: string
  name: string
  key: string
  label: string
}

const SUPPLIER: Side = { code: 'creditCode', name: 'name', key: 'supplierKey', label: '供应商' }
const BUYER: Side = { code: 'buyerCode', name: 'buyerName', key: 'buyerKey', label: '采购商' }

/** Visible marks of rows that were kept although something is odd about them. */
export const TRADE_MARKS = {
  direction: '方向未注明',
  amounts: '金额不一致',
  shares: '份额不一致',
  shareSum: '份额合计超过 100%',
  cycle: '互为供需',
} as const

/**
 * 供应关系: each side by code or by name; amounts and shares that cannot be; evidence, dates and days in one form.
 * `codes` are those of supplier and buyer; the answer replaces them.
 */
export function judgeTrade(
  codes: readonly CodeJudgement[],
  draft: TradeDraft,
  row: RawRow,
  columns: readonly ColumnMapping[],
): CodeJudgement[] {
  const [supplier, buyer] = [SUPPLIER, BUYER].map((side, at) => judgeSide(side, codes[at], draft)) as [
    CodeJudgement,
    CodeJudgement,
  ]
  const faults = [...selfLink(supplier, buyer, draft), ...amountFaults(draft), ...shareFaults(draft, row, columns)]
  readEvidence(draft)
  readDays(draft, 'ttr', 'ttrDays', 'TTR')
  readDays(draft, 'tts', 'ttsDays', 'TTS')
  readAlternates(draft)
  draft.problems.push(...faults)
  const isRefused = faults.some(({ level }) => level === 'error')
  return [supplier, isRefused ? { ...buyer, verdict: 'rejected' } : buyer]
}

const nameOf = ({ name }: Side, { texts, extra }: TradeDraft) => texts[name] ?? extra[name] ?? ''

/** A name stands in for a code that is missing or wrong; with neither the row says nothing. */
function judgeSide(side: Side, code: CodeJudgement | undefined, draft: TradeDraft): CodeJudgement {
  const judged = code ?? { code: null, verdict: 'rejected', problems: [], citizen: false }
  if (judged.verdict === 'accepted') return judged
  const name = nameOf(side, draft)
  const key = nameKey(name)
  const isEmpty = judged.problems.every(({ code: problem }) => problem === 'code-missing')
  if (key === '') {
    if (!isEmpty) return judged
    const message = `缺少${side.label}：信用代码和名称至少填一项；请补填`
    return { ...judged, problems: [{ level: 'error', field: side.code, code: 'party-missing', message }] }
  }
  if (key.length > LONGEST_NAME) {
    const message = `${side.label}名称有 ${key.length} 个字，超过 ${LONGEST_NAME} 个；请核对是否把几家企业写在了一格，拆成几行`
    return { ...judged, problems: [{ level: 'error', field: side.name, code: 'party-name-long', message }] }
  }
  draft.extra[side.key] = key
  const problems = isEmpty
    ? []
    : judged.problems.map((problem): Problem => ({
        ...problem,
        level: 'warning',
        message: `${problem.message}；本行改按名称“${name}”认定${side.label}`,
      }))
  return { code: null, verdict: 'accepted', problems, citizen: judged.citizen }
}

function selfLink(supplier: CodeJudgement, buyer: CodeJudgement, draft: TradeDraft): Problem[] {
  const error = (field: string, message: string): Problem[] => [{ level: 'error', field, code: 'self-link', message }]
  if (supplier.code !== null && supplier.code === buyer.code) {
    return error('buyerCode', '供应商与采购商是同一家企业；请核对两个信用代码')
  }
  const key = nameKey(nameOf(SUPPLIER, draft))
  if (key === '' || key !== nameKey(nameOf(BUYER, draft))) return []
  return error('buyerName', '供应商与采购商名称相同；自供不是供应关系，请核对两个名称')
}

const CNY = /^(?:cny|rmb|人民币元?|元|万元|亿元|¥|￥)$/iu

function amountFaults({ extra, problems }: TradeDraft): Problem[] {
  const currency = extra['currency']
  const amount = extra['amountWan']
  delete extra['currency']
  if (amount === undefined) return []
  if (currency !== undefined && !CNY.test(currency.normalize('NFKC').trim())) {
    delete extra['amountWan']
    const message = `金额的币种是“${currency}”，系统不折算，按未报送处理；请折算成人民币`
    return [{ level: 'warning', field: 'amount', code: 'unit-foreign', message }]
  }
  if (!amount.startsWith('-')) return []
  const known = problems.findIndex(({ code, field }) => code === 'negative' && field === 'amount')
  if (known >= 0) problems.splice(known, 1)
  delete extra['amountWan']
  const message = `金额为负数（${amount} 万元）；供应关系的金额不能为负，退货、冲销请从原金额中扣减后重新导入`
  return [{ level: 'error', field: 'amount', code: 'negative', message }]
}

const WHOLE = 100

function shareFaults({ extra }: TradeDraft, { cells }: RawRow, columns: readonly ColumnMapping[]): Problem[] {
  const share = extra['share']
  delete extra['share']
  if (share === undefined) return []
  const value = Number(share)
  const problem = (level: Problem['level'], code: string, message: string): Problem[] => [
    { level, field: 'share', code, message },
  ]
  if (value < 0 || value > WHOLE) {
    return problem(
      'error',
      'share-range',
      `份额为 ${value}%，应在 0—100% 之间；请核对是否多乘了 100，或把金额填进了份额列`,
    )
  }
  extra['sharePercent'] = share
  const at = columns.findIndex(({ field }) => field === 'share')
  const written = readNumber(cells[at] ?? '')
  const isBare = written.kind === 'number' && written.unit === null && columns[at]?.unit === '%'
  if (!isBare || value === 0 || value > 1) return []
  return problem('warning', 'share-small', `份额“${value}”按 ${value}% 读入；如果是小数，请写成百分数（如 35%）`)
}

const DIRECTION_UNKNOWN = /direction\s*(?:not\s*stated|unknown)|方向(?:未|不)(?:注明|说明|明|详)/iu
const UNKNOWN = /^(?:未知|不明|未注明|不详|unknown|notstated)$/iu
const YEAR = /(?:^|\D)((?:19|20)\d{2})(?=\D|$)/u
const LONGEST_EVIDENCE = 300

/** 依据 as given, its class; 日期 in ISO form where it is one; 年份 from it where none is said. */
function readEvidence({ extra }: TradeDraft): void {
  const { basis, quote, direction, statedOn } = extra
  delete extra['quote']
  delete extra['direction']
  const found = evidenceClass(basis ?? quote ?? null)
  if (found !== 'unstated') extra['evidenceClass'] = found
  const given = [basis, quote].filter((text) => text !== undefined).join('：')
  if (given !== '') extra['basis'] = given.length > LONGEST_EVIDENCE ? `${given.slice(0, LONGEST_EVIDENCE)}…` : given
  const isUnknown = direction !== undefined && UNKNOWN.test(direction.normalize('NFKC').replace(/[\s_-]/gu, ''))
  if (isUnknown || DIRECTION_UNKNOWN.test(`${basis ?? ''} ${direction ?? ''}`)) extra['mark'] = TRADE_MARKS.direction
  if (statedOn === undefined) return
  extra['statedOn'] = readDate(statedOn) ?? statedOn
  const year = YEAR.exec(extra['statedOn'])?.[1]
  if (extra['year'] === undefined && year !== undefined) extra['year'] = year
}

const DAYS = /^(\d{1,5}(?:\.\d{1,2})?)(天|日|d|days?|周|个月|月)?$/iu
const DAYS_OF: Record<string, number> = { 周: 7, 个月: 30, 月: 30 }

function readDays({ extra, problems }: TradeDraft, from: string, to: string, label: string): void {
  const text = extra[from]
  delete extra[from]
  if (text === undefined) return
  const match = DAYS.exec(text.normalize('NFKC').replace(/\s/gu, ''))
  if (match) {
    extra[to] = String(Number(match[1]) * (DAYS_OF[match[2] ?? ''] ?? 1))
    return
  }
  const message = `${label}“${text.slice(0, 30)}”不是天数，按未填处理；请填数字，如 30`
  problems.push({ level: 'warning', field: from, code: 'days-unreadable', message })
}

function readAlternates({ extra, problems }: TradeDraft): void {
  const text = extra['alternates']
  if (text === undefined) return
  const count = /^(\d{1,6})(?:\.0+)?(?:家|个)?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''))?.[1]
  if (count !== undefined) {
    extra['alternates'] = String(Number(count))
    return
  }
  delete extra['alternates']
  const message = `可替代供应商数“${text.slice(0, 30)}”不是整数，按未填处理；请填家数，没有填 0`
  problems.push({ level: 'warning', field: 'alternates', code: 'alternates-unreadable', message })
}

import { Decimal } from 'decimal.js'
import { ratioOf } from '../indicator/rounding'
import { amountText, cutText, exactText, type Amount } from './amountText'
import type { FigureInput, InputRole } from './figureInput'
import { evaluate, inputsOf, type FigureFormula } from './formulas'
import { shiftSteps, shiftWords } from './shiftWords'

type Inputs = readonly FigureInput[]

/** Formulas that add up or choose among many, which no sentence could name one by one. */
const LONG: Partial<Record<FigureFormula, string>> = {
  count: '之和',
  sum: '之和',
  completeness: '按重要程度加权',
  rank: '从大到小排列',
  hhi: '份额平方和',
  crn: '最大 5 家份额之和',
}

/** The formula with its numbers in one line: 86.40 亿元 ÷ 240.00 亿元 = 36.0%. */
export function formulaInNumbers(formula: FigureFormula, inputs: Inputs, result: Amount): string | null {
  const own = evaluate(formula, inputs)
  if (own === null) return null
  const answer = amountText({ ...result, value: own })
  const said = (role: InputRole) => {
    const input = inputs.find((item) => item.role === role)
    return input ? amountText(input) : '未报送'
  }
  switch (formula) {
    case 'share':
    case 'linkRate':
    case 'perYi':
      return `${said('own')} ÷ ${said('whole')} = ${answer}`
    case 'locationQuotient':
      return `（${said('own')} ÷ ${said('whole')}）÷（${said('referencePart')} ÷ ${said('referenceWhole')}）= ${answer}`
    case 'points':
      return `${said('now')} − ${said('before')} = ${answer}`
    case 'growth':
      return `（${said('now')} − ${said('before')}）÷ ${said('before')} = ${answer}`
    case 'shiftChange':
      return `${said('now')} − ${said('before')} = ${answer}`
    case 'shiftGrowth':
    case 'shiftMix':
    case 'shiftCompetitive':
      return `${shiftWords(formula, inputs, said('before'))} = ${answer}`
    case 'remainder':
      return `${said('whole')} − ${inputs.length - 1} 项之和 = ${answer}`
    case 'reported':
      return answer
    default:
      return `${inputs.length} 项${LONG[formula] ?? ''} = ${answer}`
  }
}

/** One line of doing the sum again. */
export interface FormulaStep {
  text: string
  value: string
}

const DIVISION_DIGITS = 12
const SHARE_DIGITS = 4

/** The way from the inputs to the result, line by line, with every digit. */
export function formulaSteps(formula: FigureFormula, inputs: Inputs, result: Amount): FormulaStep[] {
  const value = evaluate(formula, inputs)
  const last: FormulaStep = { text: '结果', value: exactText({ ...result, value }) }
  switch (formula) {
    case 'count':
    case 'sum':
      return [...runningSum(inputs), last]
    case 'remainder':
      return [...remainderSteps(inputs), last]
    case 'share':
    case 'linkRate':
    case 'perYi':
      return [...division(inputs, 'own', 'whole', '相除'), last]
    case 'locationQuotient':
      return [
        ...division(inputs, 'own', 'whole', '本地份额'),
        ...division(inputs, 'referencePart', 'referenceWhole', '对照份额'),
        last,
      ]
    case 'growth':
      return [...differenceSteps(inputs), last]
    case 'shiftChange':
    case 'shiftGrowth':
    case 'shiftMix':
    case 'shiftCompetitive':
      return [...shiftSteps(inputs), last]
    case 'completeness':
      return [...weightSteps(inputs), last]
    case 'rank':
      return [...rankSteps(inputs), last]
    case 'hhi':
    case 'crn':
      return [...marketSteps(formula, inputs), last]
    case 'reported':
    case 'points':
      return [last]
  }
}

/** Zeros change nothing, and would hide what does. */
function runningSum(inputs: Inputs): FormulaStep[] {
  let sum = new Decimal(0)
  const parts = inputsOf(inputs, 'part', 'rest')
  const counted = parts.filter(({ value }) => value !== null && !new Decimal(value).isZero())
  const steps = counted.map((input): FormulaStep => {
    sum = sum.plus(input.value ?? 0)
    const running = exactText({ ...input, value: sum.toFixed() })
    return { text: `＋ ${input.name} ${exactText(input)}`, value: running }
  })
  const zeros = parts.length - counted.length
  return zeros > 0 ? [...steps, { text: `＋ 其余 ${zeros} 项为 0 或未报送`, value: '' }] : steps
}

function remainderSteps(inputs: Inputs): FormulaStep[] {
  const whole = inputOf(inputs, 'whole')
  return whole ? [...runningSum(inputs), { text: '减去以上之和的总数', value: exactText(whole) }] : []
}

const inputOf = (inputs: Inputs, role: InputRole) => inputs.find((input) => input.role === role)

function division(inputs: Inputs, part: InputRole, whole: InputRole, name: string): FormulaStep[] {
  const [own, all] = [inputOf(inputs, part), inputOf(inputs, whole)]
  if (!own || !all) return []
  const ratio = ratioOf(own.value, all.value)
  const value = ratio === null ? '不能计算' : cutText(ratio.toFixed(), DIVISION_DIGITS)
  return [{ text: `${name}：${exactText(own)} ÷ ${exactText(all)}`, value }]
}

function differenceSteps(inputs: Inputs): FormulaStep[] {
  const [now, before] = [inputOf(inputs, 'now'), inputOf(inputs, 'before')]
  if (!now?.value || !before?.value) return []
  const more = new Decimal(now.value).minus(before.value)
  const change = exactText({ ...now, value: more.toFixed() })
  const ratio = ratioOf(more, before.value)
  return [
    { text: `增量：${exactText(now)} − ${exactText(before)}`, value: change },
    {
      text: `增量 ÷ ${exactText(before)}`,
      value: ratio === null ? '不能计算' : cutText(ratio.toFixed(), DIVISION_DIGITS),
    },
  ]
}

function weightSteps(inputs: Inputs): FormulaStep[] {
  const weight = (list: Inputs) => list.reduce((sum, { value }) => sum + Number(value), 0)
  const nodes = inputsOf(inputs, 'node')
  const present = nodes.filter((node) => node.present)
  return [
    { text: `不缺的 ${present.length} 个环节的重要程度之和`, value: String(weight(present)) },
    { text: `全部 ${nodes.length} 个环节的重要程度之和`, value: String(weight(nodes)) },
  ]
}

function rankSteps(inputs: Inputs): FormulaStep[] {
  const own = inputOf(inputs, 'own')
  if (!own?.value) return []
  const value = own.value
  const larger = inputsOf(inputs, 'peer').filter((peer) => peer.value !== null && new Decimal(peer.value).gt(value))
  return [
    { text: '本地区', value: exactText(own) },
    { text: '比它大的地区', value: `${larger.length} 个` },
  ]
}

const SHARES_NAMED = 5

/** The largest one by one; of the others, for HHI, what their squares come to. */
function marketSteps(formula: FigureFormula, inputs: Inputs): FormulaStep[] {
  const [first] = inputs
  if (!first) return []
  const total = inputsOf(inputs, 'part', 'rest').reduce((sum, { value }) => sum.plus(value ?? 0), new Decimal(0))
  const percents = inputsOf(inputs, 'part').map(({ name, value }) => ({
    name,
    percent: new Decimal(value ?? 0).div(total).mul(100),
  }))
  const isHhi = formula === 'hhi'
  const said = (value: Decimal) => cutText(value.toFixed(), SHARE_DIGITS)
  const named = percents
    .slice(0, SHARES_NAMED)
    .map(({ name, percent }): FormulaStep =>
      isHhi
        ? { text: `${name} ${said(percent)}%，平方`, value: said(percent.mul(percent)) }
        : { text: name, value: `${said(percent)}%` },
    )
  const others = percents.slice(SHARES_NAMED)
  const squares = others.reduce((sum, { percent }) => sum.plus(percent.mul(percent)), new Decimal(0))
  const rest: FormulaStep[] =
    isHhi && others.length > 0 ? [{ text: `另外 ${others.length} 家的平方之和`, value: said(squares) }] : []
  return [{ text: '合计', value: exactText({ ...first, value: total.toFixed() }) }, ...named, ...rest]
}

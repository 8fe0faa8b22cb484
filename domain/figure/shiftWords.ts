import { growthOf } from '../indicator/growth'
import { percentText, ratioOf } from '../indicator/rounding'
import { cutText, exactText } from './amountText'
import type { FigureInput, InputRole } from './figureInput'
import type { FormulaStep } from './formulaWords'

type Inputs = readonly FigureInput[]
type Part = 'shiftGrowth' | 'shiftMix' | 'shiftCompetitive'

const DIGITS = 12

const valueOf = (inputs: Inputs, role: InputRole) => inputs.find((input) => input.role === role)?.value ?? null

function rate(inputs: Inputs, before: InputRole, now: InputRole): string {
  const growth = growthOf(valueOf(inputs, before), valueOf(inputs, now))
  return growth === null ? '不能计算' : `${percentText(growth)}%`
}

/** 100.00 万元 ×（20.0% − 6.0%）. */
export function shiftWords(part: Part, inputs: Inputs, base: string): string {
  const own = rate(inputs, 'before', 'now')
  const industry = rate(inputs, 'industryBefore', 'industryNow')
  const whole = rate(inputs, 'wholeBefore', 'wholeNow')
  if (part === 'shiftGrowth') return `${base} × ${whole}`
  return part === 'shiftMix' ? `${base} ×（${industry} − ${whole}）` : `${base} ×（${own} − ${industry}）`
}

const PAIRS: readonly [name: string, now: InputRole, before: InputRole][] = [
  ['本地该产业', 'now', 'before'],
  ['参照地区该产业', 'industryNow', 'industryBefore'],
  ['参照地区全部', 'wholeNow', 'wholeBefore'],
]

/** How much of its base each of the three has now: what the parts are made of. */
export function shiftSteps(inputs: Inputs): FormulaStep[] {
  return PAIRS.flatMap(([name, now, before]): FormulaStep[] => {
    const [later, earlier] = [now, before].map((role) => inputs.find((input) => input.role === role))
    if (!later || !earlier) return []
    const ratio = ratioOf(later.value, earlier.value)
    const value = ratio === null ? '不能计算' : cutText(ratio.toFixed(), DIGITS)
    return [{ text: `${name}：${exactText(later)} ÷ ${exactText(earlier)}`, value }]
  })
}

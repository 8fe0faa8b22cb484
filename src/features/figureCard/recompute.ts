import type { FigureCard } from '@contract/figures'
import { exactText } from '@domain/figure/amountText'
import { evaluate } from '@domain/figure/formulas'
import { formulaSteps, type FormulaStep } from '@domain/figure/formulaWords'

export interface Recomputed {
  steps: FormulaStep[]
  /** Whether it equals the number on the screen, to the last digit; `closed`: some inputs cannot be had. */
  outcome: 'agrees' | 'differs' | 'closed'
  verdict: string
}

/** Does the sum once more in this browser, from the inputs that the card lists. */
export function recompute(card: FigureCard): Recomputed {
  const { formula, inputs, value } = card
  const withheld = inputs.filter((input) => input.withheld).length
  if (withheld > 0) return closed(`${withheld} 项输入不向您公开`)
  const suppressed = inputs.filter((input) => input.suppressed).length
  if (suppressed > 0) return closed(`${suppressed} 项输入不公布`)
  const own = evaluate(formula.id, inputs)
  const shown = exactText({ ...card })
  if (own === value) {
    const verdict = value === null ? '按公式不能得出数字，与屏幕一致。' : `与屏幕上的数一致：${shown}`
    return { steps: formulaSteps(formula.id, inputs, card), outcome: 'agrees', verdict }
  }
  const mine = exactText({ ...card, value: own })
  return {
    steps: formulaSteps(formula.id, inputs, card),
    outcome: 'differs',
    verdict: `重算得 ${mine}，屏幕上是 ${shown}：可能在打开之后发布了新数据，请刷新页面；仍不一致请告诉管理员。`,
  }
}

const closed = (why: string): Recomputed => ({ steps: [], outcome: 'closed', verdict: `有 ${why}，不能在这里重算。` })

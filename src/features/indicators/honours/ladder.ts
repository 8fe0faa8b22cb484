import type { HonourSummary, TierCount } from '@contract/honours'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { figureRef, type FigureView } from '@/lib/figureRefs'
import { shownCount } from '@/lib/shownFigures'
import type { ShownFigure } from '@/lib/figureLook'

export interface LadderFigure {
  shown: ShownFigure
  figure: string
}

/** One step of the 梯度: how many hold the title on the day of the period, and today where that is another day. */
export interface LadderStep {
  id: string
  name: string
  held: LadderFigure
  today: LadderFigure | null
  states: { label: string; count: number }[]
}

const MISSING = '未导入'

/** 去重 total first, then the tiers from the foot of the ladder up; 瞪羚 stands beside it. */
export function ladderSteps(summary: HonourSummary, ofChain: boolean): LadderStep[] {
  const total = {
    id: 'total',
    name: '优质企业（去重）',
    ...counts(summary, 'honoured', summary.total, summary.totalToday, ofChain),
    states: [],
  }
  return [total, ...summary.tiers.map((tier) => tierStep(summary, tier, ofChain))]
}

function tierStep(summary: HonourSummary, tier: TierCount, ofChain: boolean): LadderStep {
  const states = [
    { label: '90 天内到期', count: tier.expiring },
    { label: '已到期', count: tier.lapsed },
    { label: '撤销', count: tier.revoked },
    { label: '期限不明', count: tier.open },
  ]
  return {
    id: tier.tier,
    name: tier.name,
    ...counts(summary, `honoured-${tier.tier}`, tier.held, tier.heldToday, ofChain),
    states: summary.listed ? states.filter(({ count }) => count > 0) : [],
  }
}

function counts(
  summary: HonourSummary,
  indicator: FigureIndicator,
  held: number,
  today: number,
  ofChain: boolean,
): Pick<LadderStep, 'held' | 'today'> {
  const view: FigureView = { ...summary, chain: summary.chain ?? '' }
  const kind = ofChain ? 'chain' : 'total'
  const shown = (count: number) => shownCount(summary.listed ? count : null, MISSING, ' 家')
  const isLive = summary.day === summary.today
  return {
    held: { shown: shown(held), figure: figureRef(view, indicator, { kind }) },
    // The current year still runs, so that its day is today.
    today: isLive
      ? null
      : { shown: shown(today), figure: figureRef({ ...view, period: summary.today.slice(0, 4) }, indicator, { kind }) },
  }
}

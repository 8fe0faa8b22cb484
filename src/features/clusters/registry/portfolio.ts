import type { IndustryClusterCard } from '@contract/industryClusters'
import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'

/** 集群组合图: 区位商 → right, 收入增速 → up, 规模 = area. */
export interface PortfolioPoint {
  card: IndustryClusterCard
  quotient: number
  growth: number
  /** null: 不公布; the bubble then has no size of its own. */
  revenueWan: number | null
  quadrant: QuadrantId
}

/** A cluster that has no place, and what it lacks: never drawn at zero. */
export interface Unplaced {
  card: IndustryClusterCard
  reasons: string[]
}

export interface Portfolio {
  points: PortfolioPoint[]
  unplaced: Unplaced[]
  /** Powers of two around 1, so that half and double are equally far from it. */
  quotients: readonly [number, number]
  /** Fractions; 0 is always inside. */
  growths: readonly [number, number]
  /** Between two lines of the growth axis; both ends are multiples. */
  step: number
}

export type QuadrantId = 'leading' | 'rising' | 'strained' | 'nascent'

export interface Quadrant {
  id: QuadrantId
  name: string
  rule: string
}

/** In reading order: above left, above right, below left, below right. */
export const QUADRANTS: readonly Quadrant[] = [
  { id: 'rising', name: '潜力', rule: '区位商＜1，增速≥0' },
  { id: 'leading', name: '领先', rule: '区位商≥1，增速≥0' },
  { id: 'nascent', name: '待培育', rule: '区位商＜1，增速＜0' },
  { id: 'strained', name: '承压', rule: '区位商≥1，增速＜0' },
]

const STEPS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]
const MOST_LINES = 8

/** On the line counts as above it: 区位商 1 is as specialised as the province, 增速 0 is no decline. */
export function quadrantOf(quotient: number, growth: number): QuadrantId {
  if (growth >= 0) return quotient >= 1 ? 'leading' : 'rising'
  return quotient >= 1 ? 'strained' : 'nascent'
}

export function portfolioOf(cards: readonly IndustryClusterCard[]): Portfolio {
  const points: PortfolioPoint[] = []
  const unplaced: Unplaced[] = []
  for (const card of cards) {
    const { quotient, growth, figures } = card
    const reasons = missingInputs(card)
    if (reasons.length > 0 || quotient.value === null || growth.value === null) {
      unplaced.push({ card, reasons })
      continue
    }
    const [x, y] = [Number(quotient.value), Number(growth.value)]
    const isHidden = figures.revenueSuppressed !== null || figures.revenueWan === null
    const revenueWan = isHidden ? null : Number(figures.revenueWan)
    points.push({ card, quotient: x, growth: y, revenueWan, quadrant: quadrantOf(x, y) })
  }
  // The largest first, so that small bubbles lie on top and can be hit.
  points.sort((a, b) => (b.revenueWan ?? -1) - (a.revenueWan ?? -1))
  return { points, unplaced, ...axesOf(points) }
}

function missingInputs({ quotient, growth, figures }: IndustryClusterCard): string[] {
  return [
    ...(figures.revenueWan === null && figures.revenueSuppressed === null ? ['缺营业收入'] : []),
    ...(quotient.suppressed ? [`区位商${SUPPRESSED_TEXT}`] : quotientGap(quotient)),
    ...(growth.suppressed
      ? [`增速${SUPPRESSED_TEXT}`]
      : growth.value === null
        ? [`缺增速（${growth.reason ?? '没有上年同期'}）`]
        : []),
  ]
}

function quotientGap({ value, reason }: IndustryClusterCard['quotient']): string[] {
  if (value === null) return [reason ? `区位商无法判断（${reason}）` : '缺区位商']
  return Number(value) <= 0 ? ['区位商为 0'] : []
}

function axesOf(points: readonly PortfolioPoint[]): Pick<Portfolio, 'quotients' | 'growths' | 'step'> {
  const quotients = points.map(({ quotient }) => quotient)
  const growths = points.map(({ growth }) => growth)
  const reach = (value: number) => Math.log2(value)
  const low = Math.min(-1, ...quotients.map((value) => Math.floor(reach(value) - 0.1)))
  const high = Math.max(1, ...quotients.map((value) => Math.ceil(reach(value) + 0.1)))
  return { quotients: [2 ** low, 2 ** high], ...growthAxis(growths) }
}

/** Half a step of room beyond the outermost bubbles. */
function growthAxis(growths: readonly number[]): Pick<Portfolio, 'growths' | 'step'> {
  const [lowest, highest] = [Math.min(0, ...growths), Math.max(0, ...growths)]
  const ends = (step: number) =>
    [Math.floor(lowest / step - 0.5) * step, Math.ceil(highest / step + 0.5) * step] as const
  const fits = (step: number) => ends(step)[1] - ends(step)[0] <= MOST_LINES * step
  const step = STEPS.find(fits) ?? Math.ceil((highest - lowest) / MOST_LINES)
  const [bottom, top] = ends(step)
  return { growths: [rounded(bottom), rounded(top)], step }
}

/** Without the dust of floating point, which an axis would print. */
const rounded = (value: number) => Math.round(value * 100) / 100

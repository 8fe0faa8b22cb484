import type { Trade } from './chainPlans'
import type { Random } from './random'

export const YEARS = [2023, 2024, 2025] as const

/** Figures of one year; null = not reported, which is not zero. */
export interface YearFigures {
  /** 万元. */
  revenue: number | null
  employees: number | null
  /** 吨标准煤. */
  energy: number | null
}

export interface Accounts {
  /** What the firm is worth to the generator: its revenue of the last year, reported or not (万元). */
  size: number
  years: readonly YearFigures[]
  inStatScope: '是' | '否' | ''
  registeredOn: string
}

export type Standing = 'usual' | 'sizeable' | 'flagship'

const SCALE_LINE = 2000
const LARGEST = 1_500_000

export function drawAccounts(trade: Trade, standing: Standing, random: Random): Accounts {
  const size = drawSize(trade, standing, random)
  const foundedIn = standing === 'usual' ? drawFounding(random) : random.whole(1986, 2008)
  const month = String(random.whole(1, 12)).padStart(2, '0')
  const registeredOn = `${foundedIn}-${month}-${String(random.whole(1, 28)).padStart(2, '0')}`
  const silent = standing === 'usual' ? 0.12 : 0
  const idle = standing === 'usual' && random.chance(0.006)
  const intensity = trade.energyPerRevenue * random.between(0.6, 1.5)
  const perEmployee = trade.perEmployee * random.between(0.7, 1.4)
  let revenue = size
  const backwards = [...YEARS].reverse().map((year): YearFigures => {
    const now = idle && year === 2025 ? 0 : Math.round(revenue)
    const figures = {
      revenue: random.chance(silent) ? null : now,
      employees: random.chance(silent) ? null : Math.max(2, Math.round(revenue / perEmployee)),
      energy: random.chance(silent * 1.5) ? null : Math.round(now * intensity * 100) / 100,
    }
    // Yearly growth between −20 % and +35 %; the efficiency of people and energy creeps up with it.
    revenue /= 1 + random.between(-0.2, 0.35)
    return year < foundedIn ? { revenue: null, employees: null, energy: null } : figures
  })
  const inStatScope = standing === 'usual' ? drawScope(size, random) : '是'
  return { size, years: backwards.reverse(), inStatScope, registeredOn }
}

/** Pareto with exponent 1, cut at the top: half of the firms are below twice the least, one in a hundred is a hundred times it. */
function drawSize({ leastRevenue }: Trade, standing: Standing, random: Random): number {
  if (standing === 'flagship') return random.between(90_000, 900_000)
  if (standing === 'sizeable') return random.between(2_100, 9_000)
  return leastRevenue / (1 - random.next() * (1 - leastRevenue / LARGEST))
}

/** More firms are young than old. */
const drawFounding = (random: Random) => 2025 - Math.floor(38 * random.next() * random.next())

/** 纳统 follows the list of the statistics office, which does not quite follow revenue. */
function drawScope(size: number, random: Random): Accounts['inStatScope'] {
  const chance = random.next()
  if (size >= SCALE_LINE) return chance < 0.93 ? '是' : chance < 0.97 ? '否' : ''
  const yes = size >= SCALE_LINE / 2 ? 0.08 : 0.01
  return chance < yes ? '是' : chance < 0.9 ? '否' : ''
}

import { knockOut, type Assumptions } from './knockOut'
import { network, type Trade } from './networks.fixture'

/**
 * Twelve firms around 机床厂, 元 a year:
 *
 *   生铁 ─30→ 铸造一 ─60→ ┐                 ┌─200→ 整车 ─500→ 经销
 *      └─20→ 铸造二 ─40→ ├→ 机床厂 ─ 机床 ─┤         ↑50 模具
 *           轴承厂 ─80→ ┤                 └─100→ 模具厂
 *   芯片 ─50→ 数控 ─100→ ┘       机床二厂 ─100───────┘
 *           轴承厂 ─20→ 机器人
 */
export const TOWN: Trade[] = [
  ['生铁', '铸造一', '生铁', 30],
  ['生铁', '铸造二', '生铁', 20],
  ['铸造一', '机床厂', '铸件', 60],
  ['铸造二', '机床厂', '铸件', 40],
  ['轴承厂', '机床厂', '轴承', 80],
  ['轴承厂', '机器人', '轴承', 20],
  ['芯片', '数控', '芯片', 50],
  ['数控', '机床厂', '数控系统', 100],
  ['机床厂', '整车', '机床', 200],
  ['机床厂', '模具厂', '机床', 100],
  ['机床二厂', '模具厂', '机床', 100],
  ['整车', '经销', '整车', 500],
  ['模具厂', '整车', '模具', 50],
]

/** 铸造二, 机床二厂 and 经销 have not reported: the first two count with their known sales, the last with nothing. */
const REVENUE: Record<string, number> = {
  生铁: 50,
  铸造一: 120,
  轴承厂: 200,
  机器人: 600,
  芯片: 500,
  数控: 100,
  机床厂: 300,
  整车: 1000,
  模具厂: 400,
}

export const town = network(TOWN)
export const townRevenue = Float64Array.from(town.names, (name) => REVENUE[name] ?? Number.NaN)

/** Halves are passed on either way, the others can deliver three quarters more, over a fifth of the year. */
export const TOWN_ASSUMPTIONS: Assumptions = { days: 73, passUp: 0.5, passDown: 0.5, tiers: 4, spare: 0.75 }

/**
 * 机床厂 stops altogether.
 * 断单: 铸造一 60 of 120, 铸造二 40 of 40, 轴承厂 80 of 200, 数控 100 of 100. Half of that goes on: 生铁 loses
 *   30 × 0.25 + 20 × 0.5 = 17.5 of 50, 芯片 50 × 0.5 = 25 of 500.
 * 缺料: of 机床 300 are missing, 机床二厂 can deliver 0.75 × 100 = 75 of them: a quarter. 整车 lacks 0.75 of its 机床, 模具厂
 *   0.75 of a half. Half of that goes on: 经销 lacks 0.375 of its 整车; 整车 lacks 0.1875 of its 模具, less than of its 机床.
 * 风险收入, a fifth of the year: 12, 8, 16, 20, 3.5, 5; 整车 150, 模具厂 30; 经销 is not known.
 */
export const townRun = knockOut(town, townRevenue, [{ firm: town.at('机床厂'), share: 1 }], TOWN_ASSUMPTIONS)

import type { Cell } from './csvFile'
import type { DemoEnterprise } from './enterprises'
import { createRandom, type Random } from './random'

/** 演示: what a bureau that prepares firms for the titles would have asked them. */
export const PRESCREEN_HEADINGS = [
  '2024年研发费用（万元）',
  '2025年研发费用（万元）',
  '主营业务收入占比（%）',
  '近两年主营业务收入平均增长率（%）',
  '资产负债率（%）',
  '从事细分市场年限（年）',
  'Ⅰ类知识产权数（项）',
  '2025年新增股权融资额（万元）',
  '研发人员占比（%）',
  '全国细分市场占有率（%）',
  '发展评价得分（分）',
]

const ASKED = 0.3
const LEAST = 800
const MOST = 200_000

/** The cells of each firm beside its register row; firms that nobody asked leave them blank. */
export function demoPrescreening(enterprises: readonly DemoEnterprise[]): Cell[][] {
  const random = createRandom('prescreening')
  return enterprises.map((one) => {
    const isAsked =
      one.seat !== null && !one.seat.services && one.size >= LEAST && one.size <= MOST && random.chance(ASKED)
    return isAsked ? answers(one, random) : PRESCREEN_HEADINGS.map(() => null)
  })
}

function answers({ years, registeredOn }: DemoEnterprise, random: Random): Cell[] {
  const share = random.between(1.5, 8)
  const research = years
    .slice(-2)
    .map(({ revenue }) => (revenue === null ? null : tenth((revenue * share * random.between(0.9, 1.1)) / 100)))
  const age = 2025 - Number(registeredOn.slice(0, 4))
  // Every tenth answer is missing: forms come back incomplete.
  const maybe = (value: number): Cell => (random.chance(0.1) ? null : value)
  return [
    ...research,
    maybe(tenth(random.between(62, 99.5))),
    maybe(tenth(random.between(-6, 22))),
    maybe(tenth(random.between(18, 88))),
    maybe(Math.max(1, Math.min(age, random.whole(2, 18)))),
    maybe(random.whole(0, 9)),
    random.chance(0.12) ? random.whole(3, 60) * 100 : null,
    maybe(tenth(random.between(4, 45))),
    random.chance(0.4) ? tenth(random.between(1, 28)) : null,
    random.chance(0.5) ? random.whole(42, 88) : null,
  ]
}

const tenth = (value: number) => Math.round(value * 10) / 10

import { Decimal } from 'decimal.js'
import type { Suppression } from '../disclosure/suppression'
import { wanToYi } from '../indicator/rounding'
import { periodWords } from '../period/period'
import { finding, part, plainNumber, type CheckPart, type Finding } from './finding'
import { cellNumber, indicatorOf, toFigures } from './figureWords'
import type { FigureSheet } from './figureSheet'
import { count } from './registerFindings'

/** What the register adds up to for one region and the chain looked at; 营业收入 as far as it may be told. */
export interface RegisterSum {
  region: string
  enterprises: number
  aboveScale: number | null
  revenueWan: string | null
  revenueSuppressed: Suppression | null
  revenueRef: string | null
}

const WAN_PER_YI = 10_000
const SHOWN_YI = 2

/** 名录合计 vs 上报: a register lists only some of a cluster's enterprises, so its sum is never the larger. */
export function registerBeyondReported(sheet: FigureSheet, sums: readonly RegisterSum[], period: string): CheckPart {
  let compared = 0
  let hidden = 0
  const findings: Finding[] = []
  for (const sum of sums) {
    const scale = sheet.at(sum.region, 'cluster-revenue', period)
    const item = sheet.get(sum.region, 'cluster-revenue')?.item
    if (scale && item && sum.revenueSuppressed) hidden += 1
    if (scale && item && sum.revenueWan !== null && sum.revenueSuppressed === null) {
      compared += 1
      const yi = new Decimal(sum.revenueWan).div(WAN_PER_YI)
      if (yi.gt(scale.value.plus(halfDigit(scale.value)))) {
        findings.push(
          beyond(sheet, sum.region, period, {
            key: 'cluster-revenue',
            title: '名录营业收入合计大于上报的产业集群规模',
            numbers: [
              {
                ...plainNumber('名录合计', wanToYi(yi.times(WAN_PER_YI), SHOWN_YI), '亿元', SHOWN_YI),
                ref: sum.revenueRef,
              },
              cellNumber('上报的集群规模', scale, item),
            ],
          }),
        )
      }
    }
    for (const [id, value] of [
      ['cluster-enterprises', sum.enterprises],
      ['cluster-above-scale', sum.aboveScale],
    ] as const) {
      const cell = sheet.at(sum.region, id, period)
      const entry = sheet.get(sum.region, id)?.item
      if (!cell || !entry || value === null) continue
      compared += 1
      if (!new Decimal(value).gt(cell.value)) continue
      const numbers = [count('名录', value, '家', null), cellNumber('上报', cell, entry)]
      findings.push(beyond(sheet, sum.region, period, { key: id, title: `名录里的${entry.name}多于上报的数`, numbers }))
    }
  }
  const note = hidden > 0 ? `${hidden} 个地区的营业收入合计不公布，没有核对` : null
  return part('totals', '名录合计与上报数', { items: compared, unit: '对', note }, findings)
}

const halfDigit = (value: Decimal) => new Decimal(0.5).div(new Decimal(10).pow(value.decimalPlaces()))

interface Beyond {
  key: string
  title: string
  numbers: Finding['numbers']
}

function beyond(sheet: FigureSheet, region: string, period: string, { key, title, numbers }: Beyond): Finding {
  const name = sheet.places.nameOf(region)
  const item = sheet.get(region, key)?.item
  return finding({
    id: `totals ${region} ${key} register`,
    check: 'totals',
    severity: 'red',
    extra: 300,
    title: `${name}${periodWords(period)}：${title}`,
    regions: [{ code: region, name }],
    indicator: item ? indicatorOf(item) : null,
    period,
    numbers,
    why: '名录只列集群的一部分企业，合计不应大于上报的全部；不是名录里有不属于集群的企业，就是上报数漏了。',
    remedy: '与上报单位核对集群范围和企业名单。',
    link: toFigures(region),
  })
}

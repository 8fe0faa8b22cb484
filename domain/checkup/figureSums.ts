import { Decimal } from 'decimal.js'
import { roundHalfUp } from '../indicator/rounding'
import type { IndicatorEntry } from '../indicator/catalogue'
import { periodWords } from '../period/period'
import { finding, part, plainNumber, type CheckPart, type Finding, type Severity } from './finding'
import { cellNumber, indicatorOf, toFigures } from './figureWords'
import { isAdditive, type Cell, type FigureSheet } from './figureSheet'
import { MADE_OF, ROUNDING_HALF, TOTAL_NOISE, TOTAL_NOTE, TOTAL_RED } from './thresholds'

interface Sum {
  whole: Cell
  /** The same of all periods: how finely it is told. */
  wholes?: readonly Cell[]
  parts: Cell[]
  /** Parts that have no figure. */
  absent: number
}

interface Gap {
  sum: Decimal
  difference: Decimal
  ratio: Decimal | null
  severity: Severity
}

/** How far parts and whole lie apart beyond rounding; null where they agree or nothing can be said. */
export function gapOf({ whole, wholes, parts, absent }: Sum): Gap | null {
  const sum = parts.reduce((total, { value }) => total.plus(value), new Decimal(0))
  const difference = sum.minus(whole.value)
  // With parts unknown only too much is a contradiction.
  if (parts.length === 0 || (absent > 0 && difference.lte(0))) return null
  if (difference.abs().lte(roundingOf({ whole, wholes, parts, absent }))) return null
  const ratio = whole.value.isZero() ? null : difference.abs().div(whole.value.abs())
  if (ratio?.lt(TOTAL_NOISE)) return null
  const severity = ratio === null || ratio.gt(TOTAL_RED) ? 'red' : ratio.gt(TOTAL_NOTE) ? 'amber' : 'note'
  return { sum, difference, ratio, severity }
}

/** Half of the last digit of each number added, and of the whole; programs drop zeros at the end, so the finest counts. */
function roundingOf({ whole, wholes, parts }: Sum): Decimal {
  const half = (cells: readonly Cell[]) => {
    const places = Math.max(...cells.map(({ value }) => value.decimalPlaces()))
    return new Decimal(ROUNDING_HALF).div(new Decimal(10).pow(places))
  }
  return half(parts)
    .times(parts.length)
    .plus(half(wholes ?? [whole]))
}

/** Σ 下级 against 上级, and 分项 against 合计 within a region. */
export function wrongSums(sheet: FigureSheet): CheckPart[] {
  return [overRegions(sheet), withinRegions(sheet)]
}

function overRegions(sheet: FigureSheet): CheckPart {
  const { nameOf } = sheet.places
  let compared = 0
  const findings = sheet.families().flatMap(({ parent, children }) =>
    sheet.indicatorsOf([parent]).flatMap((item): Finding[] => {
      const own = sheet.get(parent, item.id)
      if (!isAdditive(item) || !own) return []
      const told = own.cells.flatMap((whole) => {
        const parts = children.flatMap((code) => sheet.at(code, item.id, whole.period) ?? [])
        if (parts.length === 0) return []
        compared += 1
        const broken = sheet.isBroken(children, item.id, whole.period) ? 1 : 0
        const absent = sheet.owing(children, item.id, whole.period).length - parts.length + broken
        return mismatch({ whole, wholes: own.cells, parts, absent })
      })
      const { parts = [], absent = 0 } = told[0]?.sum ?? {}
      const partsText = `${absent > 0 ? '已报的 ' : ''}${parts.length} 个下级之和`
      return sumFinding(sheet, {
        region: parent,
        item,
        told,
        id: `totals ${parent} ${item.id}`,
        partsText,
        title: (period, direction) =>
          `${nameOf(parent)}${period}${item.name}：${partsText}${direction}${nameOf(parent)}的数`,
        why: '开发区单列、数据口径或修订时间不同都会造成差异；说不清差在哪里，这个数不宜上会。',
      })
    }),
  )
  return part('totals', '下级之和与上级', { items: compared, unit: '组' }, findings)
}

function withinRegions(sheet: FigureSheet): CheckPart {
  const { codes, nameOf } = sheet.places
  const declared = sheet
    .indicatorsOf(codes)
    .flatMap(({ id, formula }) =>
      formula?.id === 'sum' && formula.inputs ? [{ whole: id, parts: formula.inputs }] : [],
    )
  let compared = 0
  const findings = [...MADE_OF, ...declared].flatMap(({ whole: id, parts: ids }) =>
    codes.flatMap((region): Finding[] => {
      const own = sheet.get(region, id)
      if (!own) return []
      const told = own.cells.flatMap((whole) => {
        const parts = ids.flatMap((one) => sheet.at(region, one, whole.period) ?? [])
        if (parts.length === 0) return []
        compared += 1
        return mismatch({ whole, wholes: own.cells, parts, absent: ids.length - parts.length })
      })
      return sumFinding(sheet, {
        region,
        item: own.item,
        told,
        id: `totals ${region} ${id} parts`,
        partsText: '各分项之和',
        title: (period, direction) => `${nameOf(region)}${period}${own.item.name}：各分项之和${direction}合计`,
        why: '分项与合计应出自同一张表；不等说明来源混用或有一项填错。',
      })
    }),
  )
  return part('totals', '分项与合计', { items: compared, unit: '组' }, findings)
}

const mismatch = (sum: Sum) => {
  const gap = gapOf(sum)
  return gap ? [{ sum, gap }] : []
}

/** A difference may lie behind the digits that are shown elsewhere. */
const MORE_DIGITS = 2

interface Told {
  region: string
  item: IndicatorEntry
  told: { sum: Sum; gap: Gap }[]
  id: string
  partsText: string
  title(period: string, direction: string): string
  why: string
}

/** One finding for all periods: the newest is shown, the others are counted. */
function sumFinding(sheet: FigureSheet, { region, item, told, id, partsText, title, why }: Told): Finding[] {
  const [first] = told
  if (!first) return []
  const { sum, gap } = first
  const digits = item.decimals + MORE_DIGITS
  const others = told.length > 1 ? `另有 ${told.length - 1} 个统计期也不符。` : ''
  const share = gap.ratio === null ? '' : `，相差 ${roundHalfUp(gap.ratio.times(100), 1)}%`
  return [
    finding({
      id,
      check: 'totals',
      severity: gap.severity,
      extra: gap.ratio === null ? 100 : gap.ratio.times(100).toNumber(),
      title: `${title(periodWords(sum.whole.period), gap.difference.gt(0) ? '大于' : '小于')}${share}`,
      regions: [{ code: region, name: sheet.places.nameOf(region) }],
      indicator: indicatorOf(item),
      period: sum.whole.period,
      numbers: [
        plainNumber(partsText, gap.sum.toFixed(), item.unit, digits),
        { ...cellNumber('合计', sum.whole, item), decimals: digits },
        plainNumber('相差', gap.difference.toFixed(), item.unit, digits),
      ],
      why: `${others}${why}`,
      remedy: '核对各下级与合计的来源、口径和发布时间；以统计部门公布数为准，或在会上注明差异原因。',
      link: toFigures(region),
    }),
  ]
}

import { Decimal } from 'decimal.js'
import { roundHalfUp } from '../indicator/rounding'
import { periodWords } from '../period/period'
import { looksLikeWrongUnit } from '../regionFigures/unitTrap'
import { neighbouringPeriods } from '../regionFigures/sources'
import { finding, part, plainNumber, type CheckPart, type Finding, type Severity } from './finding'
import { batchOf, cellNumber, indicatorOf, toBatch, toFigures } from './figureWords'
import { hasUnitToMistake, type Cell, type FigureSheet, type Series } from './figureSheet'
import { FEWEST_SISTERS, POWER_SLACK, POWERS, SISTER_FACTOR, SMALL_POWER_SLACK } from './thresholds'

type Power = (typeof POWERS)[number]
const LARGE: readonly Power[] = [10_000, 1000]
const POWER_WORDS: Record<Power, string> = { 10_000: '1 万', 1000: '1 千', 100: '100', 10: '10' }

interface Jump {
  power: Power
  /** Whether the later figure is the larger. */
  up: boolean
}

/** The power of ten by which one figure lies above or below another of the same thing; null where it is none. */
export function jumpOf(before: Decimal, after: Decimal): Jump | null {
  if (before.isZero() || after.isZero() || before.isNegative() !== after.isNegative()) return null
  const ratio = after.div(before).toNumber()
  const up = ratio > 1
  const times = up ? ratio : 1 / ratio
  const power = POWERS.find((one) => {
    const slack = LARGE.includes(one) ? POWER_SLACK : SMALL_POWER_SLACK
    return times >= one / slack && times <= one * slack
  })
  return power === undefined ? null : { power, up }
}

interface Suspect {
  cell: Cell
  other: Cell
  jump: Jump
  severity: Severity
}

/** 单位异常 of figures of regions: along the years, between sources, and against sisters. */
export function wrongUnits(sheet: FigureSheet): CheckPart[] {
  const measured = sheet.series.filter(({ item }) => hasUnitToMistake(item))
  let pairs = 0
  const suspected = new Set<string>()
  const findings = measured.flatMap((series): Finding[] => {
    const found = series.cells.flatMap((cell) => {
      const suspect = suspectOf(sheet, series, cell)
      pairs += suspect.pairs
      return suspect.found
    })
    const [first] = found
    if (!first) return []
    suspected.add(`${series.region} ${series.item.id}`)
    return [jumpFinding(sheet, series, first, found.length)]
  })
  return [
    part('units', '相邻两年', { items: pairs, unit: '对' }, findings),
    amongSources(sheet, measured),
    amongSisters(sheet, suspected),
  ]
}

/** The newest figure first; a figure that fits one of its neighbours is not the wrong one of the three. */
function suspectOf(sheet: FigureSheet, series: Series, cell: Cell): { pairs: number; found: Suspect[] } {
  const [before, after] = neighbouringPeriods(cell.period).map((key) =>
    series.cells.find(({ period }) => period === key),
  )
  const pairs = before ? 1 : 0
  const rise = before ? jumpOf(before.value, cell.value) : null
  const fall = after ? jumpOf(after.value, cell.value) : null
  const isSpike = rise !== null && fall !== null && rise.power === fall.power && rise.up === fall.up
  if (isSpike && before) {
    const isLarge = LARGE.includes(rise.power)
    if (!isLarge && !areCalm(sheet, series, before.period, cell.period)) return { pairs, found: [] }
    return { pairs, found: [{ cell, other: before, jump: rise, severity: isLarge ? 'red' : 'amber' }] }
  }
  // A step: from one year on everything is in another unit. The fall after a spike is the spike's own.
  if (before && rise && LARGE.includes(rise.power) && !isEchoOfSpike(series, before, rise)) {
    return { pairs, found: [{ cell, other: before, jump: rise, severity: 'red' }] }
  }
  return { pairs, found: [] }
}

/** Whether the year before is itself the figure that stands out. */
function isEchoOfSpike(series: Series, before: Cell, fall: Jump): boolean {
  const [earlier] = neighbouringPeriods(before.period)
  const first = series.cells.find(({ period }) => period === earlier)
  const rise = first ? jumpOf(first.value, before.value) : null
  return rise !== null && rise.power === fall.power && rise.up !== fall.up
}

/** Tenfold growth that the sisters share is no mistake of a unit. */
function areCalm(sheet: FigureSheet, series: Series, before: string, now: string): boolean {
  const ratios = sheet.series
    .filter(({ item, region }) => item.id === series.item.id && region !== series.region)
    .flatMap(({ region }) => {
      const [a, b] = [sheet.at(region, series.item.id, before), sheet.at(region, series.item.id, now)]
      return a && b && a.value.gt(0) && b.value.gt(0) ? [b.value.div(a.value)] : []
    })
  const middle = medianOf(ratios)
  return middle === null || (middle.gt(0.5) && middle.lt(2))
}

function medianOf(values: readonly Decimal[]): Decimal | null {
  const sorted = [...values].sort((a, b) => a.comparedTo(b))
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

function jumpFinding(sheet: FigureSheet, { region, item }: Series, suspect: Suspect, count: number): Finding {
  const { cell, other, jump, severity } = suspect
  const name = sheet.places.nameOf(region)
  return finding({
    id: `units ${region} ${item.id}`,
    check: 'units',
    severity,
    extra: Math.log10(jump.power) * 100,
    title: `${name}${periodWords(cell.period)}${item.name}约为${periodWords(other.period)}的 ${POWER_WORDS[jump.power]}${jump.up ? '倍' : '分之一'}`,
    regions: [{ code: region, name }],
    indicator: indicatorOf(item),
    period: cell.period,
    batch: batchOf(cell),
    numbers: [cellNumber(periodWords(other.period), other, item), cellNumber(periodWords(cell.period), cell, item)],
    why: `差整 ${POWER_WORDS[jump.power]}倍，多半是单位填错（如万元填成亿元）${count > 1 ? `；共 ${count} 处` : ''}。`,
    remedy: '核对原表表头的单位；在批次里改正列的单位后重新读，或撤回后重新导入。',
    link: toBatch(cell.shown.batch),
  })
}

function amongSources(sheet: FigureSheet, measured: readonly Series[]): CheckPart {
  let compared = 0
  const findings = measured.flatMap((series) =>
    series.cells.flatMap((cell): Finding[] => {
      if (cell.sources.length < 2) return []
      compared += 1
      const values = cell.sources.map((source) => ({ source, value: new Decimal(source.value) }))
      const other = values.find(({ value }) => looksLikeWrongUnit(cell.value, value))
      if (!other) return []
      const name = sheet.places.nameOf(series.region)
      return [
        finding({
          id: `units ${series.region} ${series.item.id} ${cell.period} sources`,
          check: 'units',
          severity: 'red',
          extra: 400,
          title: `${name}${periodWords(cell.period)}${series.item.name}的两个来源相差约 1 万倍`,
          regions: [{ code: series.region, name }],
          indicator: indicatorOf(series.item),
          period: cell.period,
          batch: { id: other.source.batch, fileName: other.source.fileName, row: other.source.row },
          numbers: [
            plainNumber(cell.shown.provider, cell.shown.value, series.item.unit, null),
            plainNumber(other.source.provider, other.source.value, series.item.unit, null),
          ],
          why: '差整 1 万倍，其中一个的单位填错了。',
          remedy: '核对两份原表的单位，撤回错的那一份。',
          link: toBatch(other.source.batch),
        }),
      ]
    }),
  )
  return part('units', '不同来源之间', { items: compared, unit: '个数' }, findings)
}

/** A county in another unit through all its years shows among its sisters only. */
function amongSisters(sheet: FigureSheet, suspected: ReadonlySet<string>): CheckPart {
  let compared = 0
  const findings = sheet.families().flatMap(({ children }) =>
    sheet.indicatorsOf(children).flatMap((item): Finding[] => {
      if (!hasUnitToMistake(item)) return []
      const newest = children
        .flatMap((code) => sheet.get(code, item.id)?.cells[0] ?? [])
        .filter(({ value }) => value.gt(0))
      const middle = medianOf(newest.map(({ value }) => value))
      if (middle === null || newest.length < FEWEST_SISTERS) return []
      compared += newest.length
      const far = newest.filter(({ value, shown }) => {
        const times = value.gt(middle) ? value.div(middle) : middle.div(value)
        return times.gte(SISTER_FACTOR) && !suspected.has(`${shown.region} ${item.id}`)
      })
      return far.map((cell) => {
        const name = sheet.places.nameOf(cell.shown.region)
        const times = cell.value.gt(middle) ? cell.value.div(middle) : middle.div(cell.value)
        return finding({
          id: `units ${cell.shown.region} ${item.id} sisters`,
          check: 'units',
          severity: 'amber',
          extra: 300,
          title: `${name}${periodWords(cell.period)}${item.name}${cell.value.gt(middle) ? '是' : '只有'}同级地区中位数的 ${cell.value.gt(middle) ? '' : '1/'}${roundHalfUp(times, 0)}${cell.value.gt(middle) ? ' 倍' : ''}`,
          regions: [{ code: cell.shown.region, name }],
          indicator: indicatorOf(item),
          period: cell.period,
          batch: batchOf(cell),
          numbers: [
            cellNumber(name, cell, item),
            plainNumber('同级地区中位数', middle.toFixed(), item.unit, item.decimals),
          ],
          why: '同级地区之间很少相差这么多，可能这个地区各年都填错了单位。',
          remedy: '核对原表单位；数确实如此，会上准备好解释。',
          link: toFigures(cell.shown.region),
        })
      })
    }),
  )
  return part('units', '同级地区之间', { items: compared, unit: '个数' }, findings)
}

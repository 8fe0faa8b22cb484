import { Decimal } from 'decimal.js'
import { roundHalfUp } from '../indicator/rounding'
import { periodWords } from '../period/period'
import { spreadOf, type Spread } from '../regionFigures/sources'
import { finding, part, plainNumber, type CheckPart, type Finding } from './finding'
import { batchOf, indicatorOf, toBatch, toFigures } from './figureWords'
import type { Cell, FigureSheet, Series, SheetFact } from './figureSheet'
import { ROUNDING_HALF, SOURCES_RED } from './thresholds'

/** One source rounds more than the other: no contradiction. */
const ROUNDING = 0.0005

/** Different files, or different columns of one; rows of one file that repeat a figure are another matter. */
function spreadOfSources({ sources }: Cell, decimals: number): Spread | null {
  const seats = new Set(sources.map(({ batch, column }) => `${batch} ${column}`))
  if (seats.size < 2) return null
  const spread = spreadOf(sources.map(({ value }) => value))
  if (!spread || (spread.ratio !== null && Number(spread.ratio) < ROUNDING)) return null
  const places = Math.min(...sources.map(({ value }) => new Decimal(value).decimalPlaces()))
  if (new Decimal(spread.absolute).lte(new Decimal(ROUNDING_HALF).div(new Decimal(10).pow(places)))) return null
  return roundHalfUp(spread.lowest, decimals) === roundHalfUp(spread.highest, decimals) ? null : spread
}

/** 同一指标两处不同: shown side by side with the difference, never averaged. */
export function differingSources(sheet: FigureSheet): CheckPart {
  let compared = 0
  const findings = sheet.series.flatMap((series): Finding[] => {
    const several = series.cells.filter(({ sources }) => sources.length > 1)
    compared += several.length
    const differing = several.flatMap((cell) => {
      const spread = spreadOfSources(cell, series.item.decimals)
      return spread ? [{ cell, spread }] : []
    })
    const [first] = differing
    return first ? [sourcesFinding(sheet, series, first, differing.length)] : []
  })
  return part('sources', '有几个来源的数', { items: compared, unit: '个数' }, findings)
}

function sourcesFinding(
  sheet: FigureSheet,
  { region, item }: Series,
  { cell, spread }: { cell: Cell; spread: Spread },
  count: number,
): Finding {
  const name = sheet.places.nameOf(region)
  const share = spread.ratio === null ? '' : `，相差 ${roundHalfUp(new Decimal(spread.ratio).times(100), 1)}%`
  return finding({
    id: `sources ${region} ${item.id}`,
    check: 'sources',
    severity: spread.ratio === null || Number(spread.ratio) > SOURCES_RED ? 'red' : 'amber',
    extra: Number(spread.ratio ?? 1) * 100,
    title: `${name}${periodWords(cell.period)}${item.name}有两个说法${share}`,
    regions: [{ code: region, name }],
    indicator: indicatorOf(item),
    period: cell.period,
    numbers: [
      ...cell.sources
        .slice(0, 3)
        .map((source) => plainNumber(labelOf(cell, source), source.value, item.unit, item.decimals + 2)),
      plainNumber('最高最低之差', spread.absolute, item.unit, item.decimals + 2),
    ],
    why: `${count > 1 ? `共 ${count} 个统计期如此。` : ''}同一个数两个单位给得不一样，先显示第一个；会上被问到要说得清用的是哪一个。`,
    remedy: '与两个提供单位核对口径；一个是错的就撤回它的批次，口径不同就在会上并列说明。',
    link: toFigures(region),
  })
}

/** Who says it; where one file says it twice, in which column. */
function labelOf({ sources }: Cell, { provider, batch, column }: SheetFact): string {
  const isAlone = sources.filter((other) => other.batch === batch).length === 1
  return isAlone ? provider : `${provider}（第 ${column + 1} 列）`
}

/** 同一批次里一个数出现两次. */
export function repeatedFigures(sheet: FigureSheet): CheckPart {
  let looked = 0
  const findings = sheet.series.flatMap((series) =>
    series.cells.flatMap((cell): Finding[] => {
      looked += cell.sources.length
      const firstOf = (batch: string) => cell.sources.find((source) => source.batch === batch)
      const twice = cell.sources.filter(({ batch, row }) => firstOf(batch)?.row !== row)
      const [again] = twice
      const before = again && firstOf(again.batch)
      if (!again || !before) return []
      const isSame = new Decimal(again.value).eq(before.value)
      const name = sheet.places.nameOf(series.region)
      return [
        finding({
          id: `duplicates ${series.region} ${series.item.id} ${cell.period} ${again.batch}`,
          check: 'duplicates',
          severity: isSame ? 'note' : 'red',
          extra: twice.length,
          title: `${name}${periodWords(cell.period)}${series.item.name}在同一个文件里出现 ${twice.length + 1} 次${isSame ? '，数值相同' : '，数值不同'}`,
          regions: [{ code: series.region, name }],
          indicator: indicatorOf(series.item),
          period: cell.period,
          batch: { ...batchOf(cell), id: again.batch, fileName: again.fileName, row: again.row },
          numbers: [before, again].map(({ row, value }) => plainNumber(`第 ${row} 行`, value, series.item.unit, null)),
          why: isSame ? '不影响数值，但说明文件拼接过。' : '同一个文件自相矛盾，系统只能取其中一个。',
          remedy: '在原文件里删去重复的行或列，重新导入。',
          link: toBatch(again.batch),
        }),
      ]
    }),
  )
  return part('duplicates', '区域指标', { items: looked, unit: '个来源' }, findings)
}

import { periodWords } from '../period/period'
import { finding, part, plainNumber, type CheckPart, type Finding } from './finding'
import { batchOf, cellNumber, indicatorOf, toFigures } from './figureWords'
import { isAdditive, type Cell, type FigureSheet, type Series } from './figureSheet'
import { MAY_BE_NEGATIVE, PART_OF } from './thresholds'

/** 部分大于整体: 规上 > 企业数, 小巨人 > 专精特新 … */
export function partsBeyondWhole(sheet: FigureSheet): CheckPart {
  const { nameOf } = sheet.places
  let compared = 0
  const findings = PART_OF.flatMap(([partId, wholeId]) =>
    sheet.places.codes.flatMap((region): Finding[] => {
      const small = sheet.get(region, partId)
      const large = sheet.get(region, wholeId)
      if (!small || !large) return []
      const wrong = small.cells.flatMap((cell) => {
        const whole = sheet.at(region, wholeId, cell.period)
        if (!whole) return []
        compared += 1
        return cell.value.gt(whole.value) ? [{ cell, whole }] : []
      })
      const [first] = wrong
      if (!first) return []
      return [
        finding({
          id: `totals ${region} ${partId} beyond ${wholeId}`,
          check: 'totals',
          severity: 'red',
          extra: wrong.length,
          title: `${nameOf(region)}${periodWords(first.cell.period)}：${small.item.name}大于${large.item.name}`,
          regions: [{ code: region, name: nameOf(region) }],
          indicator: indicatorOf(small.item),
          period: first.cell.period,
          batch: batchOf(first.cell),
          numbers: [
            cellNumber(small.item.shortName, first.cell, small.item),
            cellNumber(large.item.shortName, first.whole, large.item),
          ],
          why: `前者是后者的一部分，不可能更大${wrong.length > 1 ? `；共 ${wrong.length} 个统计期如此` : ''}。`,
          remedy: '核对两个数的口径、单位和来源，改正后重新导入。',
          link: toFigures(region),
        }),
      ]
    }),
  )
  return part('totals', '部分与整体', { items: compared, unit: '对' }, findings)
}

/** 占比超过 100 % and everything else outside the bounds of the catalogue. */
export function beyondBounds(sheet: FigureSheet): CheckPart {
  const bounded = sheet.series.filter(({ item }) => item.bounds)
  const findings = bounded.flatMap((series): Finding[] => {
    const [low, high] = series.item.bounds ?? [0, 0]
    return oddFinding(sheet, series, {
      cells: series.cells.filter(({ value }) => value.lt(low) || value.gt(high)),
      check: 'totals',
      key: 'bounds',
      severity: 'red',
      word: `超出 ${low}—${high}`,
      why: `这个指标只能在 ${low}—${high}${series.item.unit} 之间。`,
    })
  })
  return part(
    'totals',
    '上下限',
    { items: bounded.reduce((n, { cells }) => n + cells.length, 0), unit: '个数' },
    findings,
  )
}

/** 负值 where there are none, and 零 between two years that are not. */
export function oddValues(sheet: FigureSheet): CheckPart {
  const amounts = sheet.series.filter(({ item }) => item.kind !== 'rate' && !MAY_BE_NEGATIVE.includes(item.id))
  const findings = amounts.flatMap((series) => [
    ...oddFinding(sheet, series, {
      cells: series.cells.filter(({ value }) => value.isNegative() && !value.isZero()),
      check: 'values',
      key: 'negative',
      severity: 'red',
      word: '为负',
      why: '这个指标不可能小于零。',
    }),
    ...oddFinding(sheet, series, {
      cells: isAdditive(series.item) ? loneZeros(series) : [],
      check: 'values',
      key: 'zero',
      severity: 'amber',
      word: '为零',
      why: '前后两期都不为零，这一期的零多半是没有数：没有数应留空，不应填 0。',
    }),
  ])
  return part(
    'values',
    '区域指标',
    { items: amounts.reduce((n, { cells }) => n + cells.length, 0), unit: '个数' },
    findings,
  )
}

/** Zeros with something else before and after. */
const loneZeros = ({ cells }: Series): Cell[] =>
  cells.filter(({ value }, at) => {
    const [after, before] = [cells[at - 1], cells[at + 1]]
    return (
      value.isZero() && after !== undefined && before !== undefined && !after.value.isZero() && !before.value.isZero()
    )
  })

interface Odd {
  cells: Cell[]
  check: 'totals' | 'values'
  key: string
  severity: 'red' | 'amber'
  word: string
  why: string
}

function oddFinding(
  sheet: FigureSheet,
  { region, item }: Series,
  { cells, check, key, severity, word, why }: Odd,
): Finding[] {
  const [first] = cells
  if (!first) return []
  const name = sheet.places.nameOf(region)
  return [
    finding({
      id: `${check} ${key} ${region} ${item.id}`,
      check,
      severity,
      extra: cells.length,
      title: `${name}${periodWords(first.period)}${item.name}${word}`,
      regions: [{ code: region, name }],
      indicator: indicatorOf(item),
      period: first.period,
      batch: batchOf(first),
      numbers: [
        cellNumber(item.shortName, first, item),
        ...(cells.length > 1 ? [plainNumber('共', String(cells.length), '个统计期', 0)] : []),
      ],
      why,
      remedy: '核对原表这一格；改正后重新导入，旧批次撤回。',
      link: toFigures(region),
    }),
  ]
}

import { periodWords } from '../period/period'
import { freshnessOf } from '../regionFigures/freshness'
import { finding, part, type CheckPart, type Finding } from './finding'
import { indicatorOf, namesText, regionsOf, toFigures } from './figureWords'
import type { FigureSheet } from './figureSheet'

/** 过期: how old the newest figure of each indicator is against its 报送周期; regions of one age are told together. */
export function agedFigures(sheet: FigureSheet, today: string): CheckPart {
  const groups = new Map<string, { state: 'due' | 'overdue'; text: string; codes: string[]; at: number }>()
  sheet.series.forEach(({ region, item, cells }, at) => {
    const [newest] = cells
    const freshness = newest ? freshnessOf(newest.period, item.cycle, today) : null
    if (!newest || !freshness || freshness.state === 'fresh') return
    const key = `${item.id} ${newest.period}`
    const known = groups.get(key) ?? { state: freshness.state, text: freshness.text, codes: [], at }
    known.codes.push(region)
    groups.set(key, known)
  })
  const order = new Map(sheet.places.codes.map((code, at) => [code, at]))
  const inOrder = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0)
  const findings = [...groups].flatMap(([key, { state, text, codes: found, at }]): Finding[] => {
    const codes = [...found].sort(inOrder)
    const series = sheet.series[at]
    const [first] = codes
    if (!series || first === undefined) return []
    const period = key.split(' ')[1] ?? ''
    return [
      finding({
        id: `stale ${key}`,
        check: 'stale',
        severity: state === 'overdue' ? 'red' : 'amber',
        extra: codes.length,
        title: `${series.item.name}停在${periodWords(period)}：${namesText(codes, sheet.places)}`,
        regions: regionsOf(codes, sheet.places),
        indicator: indicatorOf(series.item),
        period,
        why: `${text}。会上引用时要说明是哪一期的数。`,
        remedy: `向${series.item.owner}要最新一期，导入后重新体检。`,
        link: toFigures(first),
      }),
    ]
  })
  return part('stale', '区域指标', { items: sheet.series.length, unit: '项' }, findings)
}

import { periodWords } from '../period/period'
import { newestFirst } from '../regionFigures/sources'
import { finding, part, plainNumber, type CheckPart, type Finding } from './finding'
import { indicatorOf, namesText, regionsOf, toFigures } from './figureWords'
import type { FigureSheet } from './figureSheet'
import { SISTERS_HAVE } from './thresholds'

/** 缺报: regions without a figure that at least half of their sisters have for the same period. */
export function missingFigures(sheet: FigureSheet): CheckPart {
  let asked = 0
  const findings = sheet.families().flatMap(({ parent, children }) =>
    sheet.indicatorsOf(children).flatMap((item): Finding[] => {
      if (children.length < 2) return []
      const period = commonPeriod(sheet, children, item.id)
      if (period === null) return []
      asked += 1
      const owing = sheet.owing(children, item.id, period)
      const absent = owing.filter((code) => !sheet.at(code, item.id, period))
      const [first] = absent
      if (first === undefined) return []
      const have = owing.length - absent.length
      return [
        finding({
          id: `coverage ${parent} ${item.id} ${period}`,
          check: 'coverage',
          severity: 'amber',
          extra: absent.length,
          title: `${sheet.places.nameOf(parent)}${periodWords(period)}${item.name}缺报：${namesText(absent, sheet.places)}`,
          regions: regionsOf(absent, sheet.places),
          indicator: indicatorOf(item),
          period,
          numbers: [plainNumber('应报', String(owing.length), '个', 0), plainNumber('已报', String(have), '个', 0)],
          why: '同级地区多数已报；缺的不是零，排位、合计和平均都不能含它。',
          remedy: `请${item.owner}补报，或说明不报的原因。`,
          link: toFigures(first),
        }),
      ]
    }),
  )
  return part('coverage', '区域指标（各地区）', { items: asked, unit: '组' }, findings)
}

/** The newest period that at least half of the sisters have. */
function commonPeriod(sheet: FigureSheet, children: readonly string[], indicator: string): string | null {
  const counts = new Map<string, number>()
  for (const code of children) {
    for (const { period } of sheet.get(code, indicator)?.cells ?? []) counts.set(period, (counts.get(period) ?? 0) + 1)
  }
  const common = [...counts].filter(([, count]) => count >= children.length * SISTERS_HAVE).map(([period]) => period)
  return newestFirst(common)[0] ?? null
}

import type { Indicator } from '@contract/indicators'
import type { FigureSource, RegionIndicator } from '@contract/regionFigures'

export const CYCLE_WORDS: Record<Indicator['cycle'], string> = { year: '年', quarter: '季', month: '月' }

export const KIND_WORDS: Record<Indicator['kind'], string> = {
  level: '规模',
  flow: '累计量',
  stock: '期末存量',
  rate: '增速',
  ratio: '比值',
  count: '个数',
  field: '填报项（非数值）',
}

export const DIRECTION_WORDS: Record<Indicator['direction'], string> = {
  higher: '越高越好',
  lower: '越低越好',
  none: '无方向',
}

type Freshness = NonNullable<RegionIndicator['freshness']>

export const FRESHNESS_LOOKS: Record<Freshness['state'], { tone: 'good' | 'warn' | 'bad'; word: string }> = {
  fresh: { tone: 'good', word: '较新' },
  due: { tone: 'warn', word: '该更新' },
  overdue: { tone: 'bad', word: '已过时' },
}

/** As the spreadsheet names a cell: 第 12 行 D 列. */
export function placeText({ row, column }: Pick<FigureSource, 'row' | 'column'>): string {
  return `第 ${row} 行 ${letters(column)} 列`
}

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

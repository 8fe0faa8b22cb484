import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import type { Texture } from '@/lib/hatch'
import type { ClassedMap } from './clusterMap'

export interface LegendRow {
  id: string
  /** null: `texture` instead. */
  colour: string | null
  texture: Texture | null
  text: string
  /** How many regions. */
  n: number
}

/** 图例: classes from weak to strong, then zero, what is not known, what is withheld; these only where there are any. */
export function legendRows(map: ClassedMap): LegendRow[] {
  const { classes, colours, indicator } = map
  const rows: LegendRow[] = classes.list.map((item, i) => ({
    id: `class-${i}`,
    colour: colours[i] ?? '',
    texture: null,
    text: rangeText(item, indicator.text),
    n: item.n,
  }))
  const zero = { id: 'zero', colour: map.zeroColour, texture: null, text: indicator.text('0'), n: classes.zero }
  const missing = textured('missing', 'hatch', missingText(map), classes.missing + map.blank)
  const suppressed = textured('suppressed', 'dots', SUPPRESSED_TEXT, map.suppressed)
  const firstPositive = classes.list.filter(({ negative }) => negative).length
  if (zero.n > 0) rows.splice(firstPositive, 0, zero)
  return [...rows, ...[missing, suppressed].filter(({ n }) => n > 0)]
}

const textured = (id: string, texture: Texture, text: string, n: number): LegendRow => ({
  id,
  colour: null,
  texture,
  text,
  n,
})

function missingText({ indicator, isNation, classes }: ClassedMap): string {
  if (isNation) return classes.missing > 0 ? `暂无数据或${indicator.missing}` : '暂无数据'
  return indicator.missing === '未报送' ? '未报送或无企业' : `${indicator.missing}或无企业`
}

interface Range {
  low: number
  high: number | null
  closed: boolean
  negative: boolean
}

function rangeText({ low, high, closed, negative }: Range, text: (value: string) => string): string {
  const word = (value: number) => text(plain(value))
  if (high === null) return `${word(low)}及以上`
  if (negative && low === -Infinity) return `低于 ${word(high)}`
  if (!closed && low === 0) return `低于 ${word(high)}`
  if (!closed) return `${word(low)} 至不足 ${word(high)}`
  return low === high || word(low) === word(high) ? word(low) : `${word(low)} — ${word(high)}`
}

/** Digits without an exponent, as decimals are written everywhere. */
const plain = (value: number) => (Math.abs(value) < 1e-6 ? value.toFixed(10) : String(value))

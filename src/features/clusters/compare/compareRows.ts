import type { ClusterRegion } from '@contract/clusters'
import type { ComparedRegion, Comparison } from '@contract/compare'
import { countText, decimalText, shareText } from '@/lib/format'
import { indicatorOf } from '@/features/clusters/clusterIndicators'
import { moneyScale } from './moneyScale'

/** One indicator of one region, as table, bars and radar show it. */
export interface CompareCell {
  code: string
  /** null: 未报送, 无企业, 未导入 …; `text` says which. */
  value: number | null
  text: string
  /** How many enterprises it rests on, 位次, 占比. */
  notes: string[]
  best: '最高' | '并列最高' | null
}

export interface CompareRow {
  id: string
  label: string
  /** One unit for the whole row, so that its numbers can be compared by eye. */
  unit: string
  definition: string
  cells: CompareCell[]
}

export interface RowGroup {
  id: string
  title: string
  rows: CompareRow[]
}

interface Spec {
  id: string
  label: string
  unit: string
  definition: string
  value: (own: ClusterRegion) => string | null
  text: (value: string) => string
  missing: string
  notes?: (own: ClusterRegion, region: ComparedRegion) => (string | null)[]
}

const BASIS = { revenue: '按营收', enterprises: '按企业数' } as const
const countOf = (value: number | null) => (value === null ? null : String(value))
const counted = { unit: '家', text: (value: string) => countText(Number(value)) }
const percent = { unit: '%', text: (value: string) => shareText(value).replace('%', '') }
const reportingOf = ({ figures }: ClusterRegion) =>
  `${countText(figures.revenueReporting)}/${countText(figures.enterprises)} 家报送`

/** A quotient of revenue rests on those only that reported. */
function quotientRest(own: ClusterRegion): string | null {
  if (own.quotientBasis === null) return null
  const rests = own.quotientBasis === 'revenue' ? reportingOf(own) : `${countText(own.figures.enterprises)} 家`
  return `${BASIS[own.quotientBasis]}，${rests}`
}

const rankText = (rank: number | null | undefined, peers: number | undefined) =>
  rank === null || rank === undefined ? null : `省内第 ${rank}/${peers ?? 0}`
/** What is not zero is not told as 0.0%. */
function partText(share: string | null | undefined, value: string | null): string | null {
  if (!share || Number(value) === 0) return null
  const text = shareText(share)
  return text === '0.0%' ? '占全省不足 0.1%' : `占全省 ${text}`
}

/** Indicators in the order of the table. */
const SPECS: readonly Spec[] = [
  {
    ...counted,
    ...words('enterprises'),
    value: ({ figures }) => countOf(figures.enterprises),
    notes: ({ figures }, { ranks, shares }) => [
      rankText(ranks?.enterprises, ranks?.peers),
      partText(shares?.enterprises, countOf(figures.enterprises)),
    ],
  },
  {
    ...counted,
    ...words('aboveScale'),
    value: ({ figures }) => countOf(figures.aboveScale),
    notes: (_own, { ranks }) => [rankText(ranks?.aboveScale, ranks?.peers)],
  },
  {
    unit: '亿元',
    text: (value) => value,
    ...words('revenue'),
    value: ({ figures }) => figures.revenueWan,
    notes: (own, { ranks, shares }) => [
      reportingOf(own),
      rankText(ranks?.revenue, ranks?.peers),
      partText(shares?.revenue, own.figures.revenueWan),
    ],
  },
  {
    ...counted,
    ...words('honoured'),
    value: ({ figures }) => countOf(figures.honoured),
    notes: (_own, { ranks }) => [rankText(ranks?.honoured, ranks?.peers)],
  },
  {
    ...counted,
    id: 'leaders',
    label: '链主数',
    definition: '链主名单中的企业。',
    missing: '未导入链主名单',
    value: ({ figures }) => countOf(figures.leaders),
  },
  {
    ...percent,
    ...words('concentration'),
    value: ({ concentration }) => concentration,
    notes: (own) => [reportingOf(own)],
  },
  {
    unit: '',
    text: (value) => decimalText(value, 2, ''),
    ...words('quotient'),
    value: ({ quotient }) => quotient,
    notes: (own, { provinceName }) => [quotientRest(own), `以${provinceName}为 1`],
  },
  {
    ...percent,
    ...words('growth'),
    value: ({ growth }) => growth,
    notes: (own) => [`${reportingOf(own)}，推算`],
  },
]

/** Name and definition are those of the map. */
function words(id: 'enterprises' | 'aboveScale' | 'revenue' | 'honoured' | 'concentration' | 'quotient' | 'growth') {
  const { label, definition, missing } = indicatorOf(id)
  return { id, label, definition, missing }
}

/** The indicators of the map, side by side. */
export function indicatorRows({ regions }: Comparison): CompareRow[] {
  const money = moneyScale(regions.map(({ indicators }) => indicators?.figures.revenueWan))
  return SPECS.map((spec) => {
    const { id, label, definition } = spec
    const { unit, textOf: text } = id === 'revenue' ? money : { unit: spec.unit, textOf: spec.text }
    const cells = regions.map((region): CompareCell => {
      const own = region.indicators
      const value = own && spec.value(own)
      if (!own || value === null) return blank(region, own, spec.missing)
      const notes = (spec.notes?.(own, region) ?? []).filter((note): note is string => !!note)
      return { code: region.code, value: Number(value), text: text(value), notes, best: null }
    })
    return { id, label, unit, definition, cells: markBest(cells) }
  })
}

/** 结构: share of a region's enterprises in each group, by stage. */
export function structureGroups({ groups, regions }: Comparison): RowGroup[] {
  const stages = [...new Set(groups.map(({ stage }) => stage))]
  return stages.map((stage) => {
    const own = groups.filter((group) => group.stage === stage)
    return {
      id: stage,
      title: own[0]?.stageName ?? stage,
      rows: own.map(({ id, name }) => ({
        id,
        label: name,
        unit: '%',
        definition: '该分组企业数 ÷ 本地区该链企业数',
        cells: regions.map((region) => structureCell(region, id)),
      })),
    }
  })
}

function structureCell(region: ComparedRegion, group: string): CompareCell {
  const part = region.structure?.find((item) => item.group === group)
  if (!part || part.ratio === null) return blank(region, region.indicators, '无企业')
  const text = percent.text(part.ratio)
  return {
    code: region.code,
    value: Number(part.ratio),
    text,
    notes: [`${countText(part.enterprises)} 家`],
    best: null,
  }
}

/** Why there is no number: the province imported nothing, the region has nobody, or nobody reported. */
function blank(region: ComparedRegion, own: ClusterRegion | null, missing: string): CompareCell {
  const reason = region.status === 'not-imported' ? '未导入' : region.status === 'unlisted' ? '无此区划' : missing
  const text = own?.figures.enterprises === 0 ? '无企业' : reason
  return { code: region.code, value: null, text, notes: [], best: null }
}

/** The highest is named in words; where all are equal, or only one is known, there is none. */
function markBest(cells: CompareCell[]): CompareCell[] {
  const known = cells.filter(({ value }) => value !== null)
  const top = Math.max(...known.map(({ value }) => value ?? -Infinity))
  const holders = known.filter(({ value }) => value === top)
  if (known.length < 2 || holders.length === known.length) return cells
  const best = holders.length > 1 ? '并列最高' : '最高'
  return cells.map((cell) => (cell.value === top ? { ...cell, best } : cell))
}

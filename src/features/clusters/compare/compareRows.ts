import type { ClusterRegion } from '@contract/clusters'
import type { ComparedRegion, Comparison } from '@contract/compare'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { indicatorOf, shownIndicator, type IndicatorChoice } from '@/features/clusters/clusterIndicators'
import { placeRef } from '@/features/clusters/clusterRefs'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureRef } from '@/lib/figureRefs'
import { countText, decimalText, shareText } from '@/lib/format'
import type { PlainReason } from '@/lib/plainNumbers'
import { moneyScale } from './moneyScale'

/** What stands below a number: a figure of its own, or words. */
export interface CompareNote {
  text: string
  figure: string | null
  plain?: PlainReason
}

/** One indicator of one region, as table, bars and radar show it. */
export interface CompareCell {
  code: string
  /** null: 未报送, 无企业, 未导入, 不公布 …; `shown` says which. */
  value: number | null
  shown: ShownFigure
  /** Its card. */
  figure: string | null
  /** How many enterprises it rests on, 位次, 占比. */
  notes: CompareNote[]
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

/** Refers to the numbers of one region. */
type ReferTo = (indicator: FigureIndicator) => string

interface Spec {
  id: string
  label: string
  unit: string
  definition: string
  figure: FigureIndicator
  value: (own: ClusterRegion) => string | null
  shown: (own: ClusterRegion) => ShownFigure
  text: (value: string) => string
  notes?: (own: ClusterRegion, region: ComparedRegion, refer: ReferTo) => (CompareNote | null)[]
}

const BASIS = { revenue: '按营收', enterprises: '按企业数' } as const
const counted = { unit: '家', text: (value: string) => countText(Number(value)) }
const percent = { unit: '%', text: (value: string) => shareText(value).replace('%', '') }
const reportingText = ({ figures }: ClusterRegion) =>
  `${countText(figures.revenueReporting)}/${countText(figures.enterprises)} 家报送`
const reportingNote = (own: ClusterRegion, refer: ReferTo): CompareNote => ({
  text: reportingText(own),
  figure: refer('revenue-reporting'),
})

/** A quotient of revenue rests on those only that reported. */
function quotientRest(own: ClusterRegion, refer: ReferTo): CompareNote | null {
  if (own.quotientBasis === null) return null
  const isRevenue = own.quotientBasis === 'revenue'
  const rests = isRevenue ? reportingText(own) : `${countText(own.figures.enterprises)} 家`
  return {
    text: `${BASIS[own.quotientBasis]}，${rests}`,
    figure: refer(isRevenue ? 'revenue-reporting' : 'enterprises'),
  }
}

const rankNote = (rank: number | null | undefined, peers: number | undefined, figure: string): CompareNote | null =>
  rank === null || rank === undefined ? null : { text: `省内第 ${rank}/${peers ?? 0}`, figure }

/** What is not zero is not told as 0.0%. */
function partNote(share: string | null | undefined, value: string | null, figure: string): CompareNote | null {
  if (!share || value === null || Number(value) === 0) return null
  const text = shareText(share)
  return { text: text === '0.0%' ? '占全省不足 0.1%' : `占全省 ${text}`, figure }
}

const words = (text: string, plain: PlainReason): CompareNote => ({ text, figure: null, plain })

/** Indicators in the order of the table. */
const SPECS: readonly Spec[] = [
  {
    ...counted,
    ...ofMap('enterprises'),
    notes: ({ figures }, { ranks, shares }, refer) => [
      rankNote(ranks?.enterprises, ranks?.peers, refer('enterprises-rank')),
      partNote(shares?.enterprises, String(figures.enterprises), refer('share')),
    ],
  },
  {
    ...counted,
    ...ofMap('aboveScale'),
    notes: (_own, { ranks }, refer) => [rankNote(ranks?.aboveScale, ranks?.peers, refer('above-scale-rank'))],
  },
  {
    unit: '亿元',
    text: (value) => value,
    ...ofMap('revenue'),
    notes: (own, { ranks, shares }, refer) => [
      reportingNote(own, refer),
      rankNote(ranks?.revenue, ranks?.peers, refer('revenue-rank')),
      partNote(shares?.revenue, own.figures.revenueWan, refer('revenue-share')),
    ],
  },
  {
    ...counted,
    ...ofMap('honoured'),
    notes: (_own, { ranks }, refer) => [rankNote(ranks?.honoured, ranks?.peers, refer('honoured-rank'))],
  },
  {
    ...counted,
    id: 'leaders',
    label: '链主数',
    definition: '链主名单中的企业。',
    figure: 'leaders',
    value: ({ figures }) => (figures.leaders === null ? null : String(figures.leaders)),
    shown: ({ figures }) =>
      shownFigure(
        { value: figures.leaders, missing: figures.enterprises === 0 ? '无企业' : '未导入链主名单' },
        counted.text,
      ),
  },
  {
    ...percent,
    ...ofMap('concentration'),
    notes: (own, _region, refer) => [reportingNote(own, refer)],
  },
  {
    unit: '',
    text: (value) => decimalText(value, 2, ''),
    ...ofMap('quotient'),
    notes: (own, { provinceName }, refer) => [quotientRest(own, refer), words(`以${provinceName}为 1`, 'definition')],
  },
  {
    ...percent,
    ...ofMap('growth'),
    notes: (own, _region, refer) => [reportingNote(own, refer), words('推算', 'definition')],
  },
]

/** Name, definition, value and look are those of the map. */
function ofMap(id: IndicatorChoice['value']) {
  const indicator = indicatorOf(id)
  const { label, definition, figure, suppressed } = indicator
  return {
    id,
    label,
    definition,
    figure,
    value: (own: ClusterRegion) => (suppressed(own) === null ? indicator.of(own) : null),
    shown: (own: ClusterRegion) => shownIndicator(indicator, own),
  }
}

/** The indicators of the map, side by side. */
export function indicatorRows(comparison: Comparison): CompareRow[] {
  const { regions } = comparison
  const revenue = indicatorOf('revenue')
  const money = moneyScale(
    regions.map(({ indicators: own }) => (own && revenue.suppressed(own) === null ? revenue.of(own) : null)),
  )
  return SPECS.map((spec) => {
    const { id, label, definition } = spec
    const { unit, textOf } = id === 'revenue' ? money : { unit: spec.unit, textOf: spec.text }
    const cells = regions.map((region) => indicatorCell(comparison, spec, region, textOf))
    return { id, label, unit, definition, cells: markBest(cells) }
  })
}

function indicatorCell(comparison: Comparison, spec: Spec, region: ComparedRegion, textOf: Spec['text']): CompareCell {
  const own = region.indicators
  if (!own) return blank(region)
  const refer: ReferTo = (indicator) =>
    placeRef({ ...comparison, region: region.code }, region.province, region, indicator)
  const value = spec.value(own)
  const shown = spec.shown(own)
  const isThere = value !== null && shown.look !== 'suppressed'
  const notes = isThere ? (spec.notes?.(own, region, refer) ?? []) : []
  return {
    code: region.code,
    value: isThere ? Number(value) : null,
    shown: isThere ? { ...shown, text: textOf(value) } : shown,
    figure: refer(spec.figure),
    notes: notes.filter((note): note is CompareNote => note !== null),
    best: null,
  }
}

/** 结构: share of a region's enterprises in each group, by stage. */
export function structureGroups(comparison: Comparison): RowGroup[] {
  const { groups, regions } = comparison
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
        cells: regions.map((region) => structureCell(comparison, region, id)),
      })),
    }
  })
}

function structureCell(comparison: Comparison, region: ComparedRegion, group: string): CompareCell {
  const part = region.structure?.find((item) => item.group === group)
  if (!region.indicators || !part) return blank(region)
  const refer = (indicator: FigureIndicator) =>
    figureRef({ ...comparison, region: region.code }, indicator, { kind: 'group', unit: group })
  const shown = shownFigure({ value: part.ratio, missing: '无企业' }, percent.text)
  return {
    code: region.code,
    value: part.ratio === null ? null : Number(part.ratio),
    shown,
    figure: refer('part-share'),
    notes: part.ratio === null ? [] : [{ text: `${countText(part.enterprises)} 家`, figure: refer('enterprises') }],
    best: null,
  }
}

/** The province imported nothing, or has no such region: there is no number, and no card either. */
function blank({ code, status, statusText }: ComparedRegion): CompareCell {
  const text = status === 'unlisted' ? '无此区划' : '未导入'
  return {
    code,
    value: null,
    shown: { look: 'missing', text, reason: statusText },
    figure: null,
    notes: [],
    best: null,
  }
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

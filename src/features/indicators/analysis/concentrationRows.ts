import type { Concentration, CrReading, HhiReading } from '@contract/analysisParts'
import type { FigureIndicator } from '@domain/figure/figureRef'
import { SUPPLY_RINGS, zoneOf, type SupplyZone } from '@domain/indicator/localSupply'
import { percentText, roundHalfUp } from '@domain/indicator/rounding'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { figureRef } from '@/lib/figureRefs'
import { countText } from '@/lib/format'
import { shownCount, shownRevenue } from '@/lib/shownFigures'

export type Topic = 'enterprise' | 'region' | 'density' | 'supply'

export const TOPIC_NAMES: Record<Topic, string> = {
  enterprise: '按企业',
  region: '按地区',
  density: '专精特新密度',
  supply: '本地配套率',
}

/** A number that may open to its card. */
export interface Held {
  shown: ShownFigure
  figure: string | null
}

/** One measure, the same in the panel, in its table and in its picture. */
export interface MeasureRow {
  id: string
  topic: Topic
  label: string
  value: Held
  numerator: Held | null
  denominator: Held | null
  note: string
  /** Length of its bar, 0–1; null = none. */
  part: number | null
}

const share = (value: string) => `${percentText(value)}%`
const index = (value: string) => countText(Number(roundHalfUp(value, 0)))
const ESTIMATED = '按现有数据推算，非统计口径'

export function concentrationRows(answer: Concentration): MeasureRow[] {
  return [...enterpriseRows(answer), ...regionRows(answer), ...densityRows(answer), ...supplyRows(answer)]
}

/** Of the chain, or of its node. */
function cardOf(answer: Concentration, indicator: FigureIndicator): string {
  return figureRef(answer, indicator, answer.node === null ? {} : { kind: 'node', unit: answer.node })
}

const row = (own: Pick<MeasureRow, 'id' | 'topic' | 'label' | 'value'> & Partial<MeasureRow>): MeasureRow => ({
  numerator: null,
  denominator: null,
  note: '',
  part: null,
  ...own,
})

export function hhiShown({ bounds, suppressed, missing }: HhiReading): ShownFigure {
  return shownFigure(
    { value: bounds?.lower ?? null, suppressed, missing: '缺', missingReason: missing ?? undefined },
    () => (bounds ? rangeText(bounds) : ''),
  )
}

function rangeText({ lower, upper }: { lower: string; upper: string }): string {
  return index(lower) === index(upper) ? index(lower) : `${index(lower)}—${index(upper)}`
}

function enterpriseRows(answer: Concentration): MeasureRow[] {
  const { byEnterprise, reporting, enterprises } = answer
  const { hhi, withUnreported, shares } = byEnterprise
  const note = `已报送 ${countText(reporting)} 家，共 ${countText(enterprises)} 家`
  const wide = withUnreported && {
    look: 'estimated' as const,
    text: rangeText(withUnreported),
    reason: `${ESTIMATED}：假定未报送的每家在 0 与已报送企业的平均数之间`,
  }
  return [
    row({
      id: 'hhi',
      topic: 'enterprise',
      label: 'HHI',
      value: { shown: hhiShown(hhi), figure: cardOf(answer, 'hhi') },
      note,
    }),
    ...(wide
      ? [
          row({
            id: 'hhi-wide',
            topic: 'enterprise',
            label: '含未报送',
            value: { shown: wide, figure: null },
            note: '假定未报送的每家在 0 与已报送企业的平均数之间',
          }),
        ]
      : []),
    ...shares.map((own) => crRow(answer, own)),
  ]
}

function crRow(answer: Concentration, { n, share: value, suppressed, missing }: CrReading): MeasureRow {
  return row({
    id: `cr${n}`,
    topic: 'enterprise',
    label: `CR${n}`,
    value: {
      shown: shownFigure({ value, suppressed, missing: '缺', missingReason: missing ?? undefined }, share),
      figure: n === 5 ? cardOf(answer, 'crn') : null,
    },
    note: `最大 ${n} 家的份额`,
    part: value === null || suppressed ? null : Number(value),
  })
}

function regionRows(answer: Concentration): MeasureRow[] {
  const { byRegion, region, node } = answer
  if (!byRegion) return []
  const indicator = byRegion.basis === 'revenue' ? 'revenue-share' : 'share'
  const basis = byRegion.basis === 'revenue' ? '按营业收入' : '按企业数'
  const part = node === null ? {} : { kind: 'node' as const, unit: node }
  return [
    row({
      id: 'region-hhi',
      topic: 'region',
      label: '地区 HHI',
      value: { shown: hhiShown(byRegion.hhi), figure: null },
      note: `${byRegion.counted} 个地区，${basis}`,
    }),
    ...byRegion.regions.map(({ code, name, share: value, suppressed }) =>
      row({
        id: code,
        topic: 'region',
        label: name,
        value: {
          shown: shownFigure({ value, suppressed, missing: '缺', missingReason: '未报送营业收入' }, share),
          figure: figureRef({ ...answer, region: code }, indicator, { ...part, against: region }),
        },
        note: basis,
        part: value === null || suppressed ? null : Number(value),
      }),
    ),
  ]
}

function densityRows(answer: Concentration): MeasureRow[] {
  const { specialised, aboveScale, perAboveScale, perYi, revenueWan, suppressed, missing } = answer.density
  const reason = missing ?? undefined
  const numerator = { shown: shownCount(specialised, '缺', ' 家'), figure: cardOf(answer, 'specialised') }
  return [
    row({
      id: 'density',
      topic: 'density',
      label: '每百家规上',
      value: {
        shown: shownFigure(
          { value: perAboveScale, missing: '缺', missingReason: reason },
          (value) => `${percentText(value)} 家`,
        ),
        figure: cardOf(answer, 'specialised-density'),
      },
      numerator,
      denominator: { shown: shownCount(aboveScale, '缺', ' 家规上'), figure: cardOf(answer, 'above-scale') },
      note: '专精特新（含“小巨人”）÷ 规上企业',
      part: perAboveScale === null ? null : Math.min(1, Number(perAboveScale)),
    }),
    row({
      id: 'density-yi',
      topic: 'density',
      label: '每亿元营收',
      value: {
        shown: shownFigure(
          { value: perYi, suppressed, missing: '缺', missingReason: reason },
          (value) => `${roundHalfUp(value, 2)} 家`,
        ),
        figure: cardOf(answer, 'specialised-per-yi'),
      },
      numerator,
      denominator: {
        shown: shownRevenue({ revenueWan, revenueSuppressed: suppressed }),
        figure: cardOf(answer, 'revenue'),
      },
      note: '专精特新（含“小巨人”）÷ 营业收入',
    }),
  ]
}

export const ZONE_NAMES: Record<SupplyZone, string> = { county: '本县', city: '本市', province: '本省' }

const RATE_CARDS: Record<SupplyZone, FigureIndicator> = {
  county: 'local-supply-rate-county',
  city: 'local-supply-rate',
  province: 'local-supply-rate-province',
}
const AMOUNT_CARDS: Record<SupplyZone, FigureIndicator> = {
  county: 'local-supply-rate-county-amount',
  city: 'local-supply-rate-amount',
  province: 'local-supply-rate-province-amount',
}

function supplyRows(answer: Concentration): MeasureRow[] {
  const { rates, suppliers, amounts, amountSuppressed, missing } = answer.supply
  const chainCard = (indicator: FigureIndicator) => figureRef(answer, indicator)
  const reason = missing ?? undefined
  if (missing) return [nothingBought(missing, chainCard('local-supply-rate'))]
  return rates.flatMap(({ zone, byCount, byAmount }) => {
    const count = zoneOf(suppliers, zone)
    const amount = amounts && zoneOf(amounts, zone)
    const money = (value: string | null) => shownRevenue({ revenueWan: value, revenueSuppressed: amountSuppressed })
    return [
      row({
        id: `${zone}-count`,
        topic: 'supply',
        label: `${ZONE_NAMES[zone]}，按家数`,
        value: {
          shown: shownFigure({ value: byCount, missing: '缺', missingReason: reason }, share),
          figure: chainCard(RATE_CARDS[zone]),
        },
        numerator: { shown: shownCount(count.local.toNumber(), '缺', ' 家'), figure: null },
        denominator: { shown: shownCount(count.whole.toNumber(), '缺', ' 家'), figure: chainCard('leader-suppliers') },
        note: `${ZONE_NAMES[zone]}供应商 ÷ 全部供应商`,
        part: byCount === null ? null : Number(byCount),
      }),
      row({
        id: `${zone}-amount`,
        topic: 'supply',
        label: `${ZONE_NAMES[zone]}，按金额`,
        value: {
          shown: shownFigure(
            { value: byAmount, suppressed: amountSuppressed, missing: '缺', missingReason: reason ?? '没有金额' },
            share,
          ),
          figure: chainCard(AMOUNT_CARDS[zone]),
        },
        numerator: { shown: money(amount?.local.toFixed(4) ?? null), figure: null },
        denominator: { shown: money(amount?.whole.toFixed(4) ?? null), figure: chainCard('leader-purchases') },
        note: `${ZONE_NAMES[zone]}采购额 ÷ 全部采购额`,
        part: byAmount === null || amountSuppressed ? null : Number(byAmount),
      }),
    ]
  })
}

/** One line instead of six without a number. */
const nothingBought = (reason: string, figure: string): MeasureRow =>
  row({
    id: 'supply',
    topic: 'supply',
    label: '本市，按家数',
    value: { shown: { look: 'missing', text: '缺', reason }, figure },
    note: reason,
  })

/** What must be said beside 本地配套率. */
export function supplyNotes({ supply }: Concentration): string[] {
  const { year, leaders, leadersAll, missing, withoutAmount, suppliers } = supply
  if (missing) return [missing]
  return [
    `${year} 年，${leaders} 家链主有采购记录${leadersAll === null ? '' : `（共 ${leadersAll} 家）`}，供应商 ${SUPPLY_RINGS.reduce((sum, ring) => sum + suppliers[ring], 0)} 家`,
    ...(suppliers.unknown > 0 ? [`${suppliers.unknown} 家供应商不在名录，所在地不明，计入分母、不算本地`] : []),
    ...(withoutAmount > 0 ? [`${withoutAmount} 条采购没有金额，只计入按家数`] : []),
  ]
}

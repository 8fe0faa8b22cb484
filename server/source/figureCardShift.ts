import type { FigureFormula } from '@domain/figure/formulas'
import type { InputRole } from '@domain/figure/figureInput'
import type { FigureIndicator, FigureRef } from '@domain/figure/figureRef'
import { COUNTRY } from './context'
import { readCell } from './figureCardCells'
import { figureInput, regionName, type Material, type Opened } from './figureCardMaterial'
import type { UnitRow } from './figures'
import { asYardstick } from './principal'
import { yearBefore } from './regionMeasures'
import { decompose, pairOf, type Pair } from './shiftShareRows'
import { frameOf } from './view'

const FORMULAS: Partial<Record<FigureIndicator, FigureFormula>> = {
  'shift-change': 'shiftChange',
  'shift-growth': 'shiftGrowth',
  'shift-mix': 'shiftMix',
  'shift-competitive': 'shiftCompetitive',
}
const PARTS = {
  shiftChange: 'change',
  shiftGrowth: 'growth',
  shiftMix: 'mix',
  shiftCompetitive: 'competitive',
} as const

/** 偏离—份额: one part, from the six sums that all parts are made of. */
export async function shiftMaterial(opened: Opened): Promise<Material> {
  const { context, principal, frame, ref } = opened
  const formula = FORMULAS[ref.indicator] ?? 'shiftChange'
  const before = yearBefore(ref.period) ?? ref.period
  const there = ref.against ?? ref.region
  const above = await frameOf(context, asYardstick(principal), { ...ref, region: there })
  const whole: FigureRef = { ...ref, chain: null, kind: 'total', unit: '' }
  // Both years in the reading of divisions of the present one, as on the screen.
  const years = async (at: typeof frame, of: FigureRef) => ({
    now: (await readCell(context, at, of)).subject,
    before: (await readCell(context, { ...at, period: before }, of)).subject,
  })
  const [own, industry, all] = [await years(frame, ref), await years(above, ref), await years(above, whole)]
  const pairs = [own, industry, all].map((pair) => pairOf(pair.before, pair.now))
  const [mine, theirs, everything] = pairs as [Pair, Pair, Pair]
  const { row } = decompose({ id: '', name: '' }, mine, theirs, everything)
  const revenue: FigureRef = { ...ref, indicator: 'revenue', against: null }
  const earlier = await frameOf(context, principal, { ...ref, period: before })
  const isSameReading = earlier.modeKey === frame.modeKey
  const input = (role: InputRole, name: string, unit: UnitRow, at: Partial<FigureRef>) =>
    figureInput(opened, {
      role,
      name,
      value: unit.revenue_reporting > 0 ? unit.revenue_wan : null,
      suppressed: unit.revenue_suppressed,
      ref: { ...revenue, ...at },
      ...(at.period !== undefined && !isSameReading && { opens: false, note: '按本期的区划计' }),
    })
  const [here, yonder] = [regionName(context, ref.region), regionName(context, there)]
  const total: Partial<FigureRef> = { region: there, chain: null, kind: 'total', unit: '' }
  const inputs = [
    input('now', `${here}该产业，本期`, own.now, {}),
    input('before', `${here}该产业，上年同期`, own.before, { period: before }),
    input('industryNow', `${yonder}该产业，本期`, industry.now, { region: there }),
    input('industryBefore', `${yonder}该产业，上年同期`, industry.before, { region: there, period: before }),
    input('wholeNow', `${yonder}全部，本期`, all.now, total),
    input('wholeBefore', `${yonder}全部，上年同期`, all.before, { ...total, period: before }),
  ]
  return {
    value: ref.region === COUNTRY ? null : row[PARTS[formula as keyof typeof PARTS]],
    formula,
    inputs,
    rests: [revenue, { ...revenue, period: before }],
    note: '按现有数据推算，非统计口径；营业收入为现价，含价格变动。',
    suppressed: row.suppressed,
    refusal: row.missing ?? undefined,
  }
}

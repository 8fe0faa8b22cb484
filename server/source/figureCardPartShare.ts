import type { FigureRef } from '@domain/figure/figureRef'
import { concentrationChange } from './boardChange'
import { concentrationOf } from './boardSeries'
import { readCell } from './figureCardCells'
import { figureInput, type Material, type Opened } from './figureCardMaterial'
import type { UnitRow } from './figures'
import { ratioText, yearBefore } from './regionMeasures'
import { frameOf } from './view'

const revenueOf = (row: UnitRow) =>
  row.revenue_reporting > 0 && row.revenue_suppressed === null ? row.revenue_wan : null

/** 占全链比重: a stage, group or node in its chain. An enterprise of several parts counts in each, so the shares add up to more than one. */
export async function partShareMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const byRevenue = ref.indicator === 'part-share-revenue'
  const part: FigureRef = { ...ref, indicator: byRevenue ? 'revenue' : 'enterprises' }
  const whole: FigureRef = { ...part, kind: 'chain', unit: '' }
  const own = (await readCell(context, frame, part)).subject
  const chain = (await readCell(context, frame, whole)).subject
  const of = (row: UnitRow) =>
    byRevenue ? { value: revenueOf(row), suppressed: row.revenue_suppressed } : { value: row.enterprises }
  const measure = byRevenue ? '营业收入' : '企业数'
  return {
    value: ratioText(of(own).value, of(chain).value),
    formula: 'share',
    inputs: [
      figureInput(opened, { role: 'own', name: `本部分${measure}`, ...of(own), ref: part }),
      figureInput(opened, { role: 'whole', name: `全链${measure}`, ...of(chain), ref: whole }),
    ],
    rests: [part],
    suppressed: byRevenue ? (own.revenue_suppressed ?? chain.revenue_suppressed) : null,
    refusal: '没有可以计算的数据',
  }
}

/** 集聚度比上年同期, in 百分点. */
export async function concentrationChangeMaterial(opened: Opened): Promise<Material> {
  const { context, principal, frame, ref } = opened
  const now: FigureRef = { ...ref, indicator: 'concentration' }
  const before: FigureRef = { ...now, period: yearBefore(ref.period) ?? ref.period }
  const own = await readCell(context, frame, now)
  const earlier = await readCell(context, await frameOf(context, principal, before), before)
  const change = concentrationChange(earlier, own, null)
  const of = (rows: typeof own) => concentrationOf(rows)
  return {
    value: change.value,
    formula: 'points',
    inputs: [
      figureInput(opened, { role: 'now', name: '本期产业集聚度', ...of(own), ref: now }),
      figureInput(opened, { role: 'before', name: '上年同期产业集聚度', ...of(earlier), ref: before }),
    ],
    rests: [
      { ...now, indicator: 'revenue' },
      { ...before, indicator: 'revenue' },
    ],
    suppressed: of(own).suppressed ?? of(earlier).suppressed,
    refusal: change.note,
  }
}

import { rankAmong } from '@domain/compare/ranking'
import type { InputRole } from '@domain/figure/figureInput'
import type { FigureIndicator, FigureRef } from '@domain/figure/figureRef'
import { FEWEST_REPORTING, MOST_CHANGE } from '@domain/indicator/growth'
import { linkRate } from '@domain/indicator/linkRate'
import type { RegionRows } from './clusterRows'
import { readClusters } from './clusters'
import { readCell } from './figureCardCells'
import { figureInput, regionName, textOf, type Material, type Opened } from './figureCardMaterial'
import type { UnitRow } from './figures'
import { invalid } from './failure'
import { asYardstick } from './principal'
import {
  growthBetween,
  isComparable,
  measured,
  quotientAgainst,
  quotientBasis,
  ratioText,
  yearBefore,
} from './regionMeasures'
import { frameOf } from './view'

const revenueOf = (row: UnitRow) => (row.revenue_reporting > 0 ? row.revenue_wan : null)

/** The whole register of the region, of which the figure's subject is a part. */
const wholeOf = (ref: FigureRef): FigureRef => ({ ...ref, chain: null, kind: 'total', unit: '' })

const plain = (ref: FigureRef, indicator: FigureIndicator): FigureRef => ({ ...ref, indicator, against: null })

/** 产业集聚度 = 该链（环节）营业收入 ÷ 本地区名录内全部营业收入. */
export async function concentrationMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const { subject, total } = await readCell(context, frame, ref)
  const revenue = plain(ref, 'revenue')
  const whole = wholeOf(revenue)
  const inputs = [
    figureInput(opened, { role: 'own', name: '该链（环节）营业收入', value: revenueOf(subject), ref: revenue }),
    figureInput(opened, { role: 'whole', name: '名录内全部营业收入', value: revenueOf(total), ref: whole }),
  ]
  return { value: ratioText(subject.revenue_wan, total.revenue_wan), formula: 'share', inputs, rests: [whole] }
}

/** The rows of the figure's subject in the region that it is compared with. */
async function readAgainst({ context, principal, ref }: Opened): Promise<RegionRows> {
  const frame = await frameOf(context, asYardstick(principal), { ...ref, region: ref.against ?? ref.region })
  return readCell(context, frame, ref)
}

/** 区位商: by revenue where both sides reported any, by enterprises otherwise. */
export async function quotientMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const own = await readCell(context, frame, ref)
  const reference = await readAgainst(opened)
  const basis = quotientBasis(own.subject, reference.subject)
  const subject = plain(ref, basis)
  const there = { ...subject, region: ref.against ?? ref.region }
  const name = basis === 'revenue' ? '营业收入' : '企业数'
  const [here, yonder] = [regionName(context, ref.region), regionName(context, there.region)]
  const input = (role: InputRole, of: string, row: UnitRow, at: FigureRef) =>
    figureInput(opened, { role, name: `${of}${name}`, value: textOf(measured(basis, row)), ref: at })
  return {
    value: quotientAgainst(own, reference)?.text ?? null,
    formula: 'locationQuotient',
    inputs: [
      input('own', `${here}该链（环节）`, own.subject, subject),
      input('whole', `${here}名录内全部`, own.total, wholeOf(subject)),
      input('referencePart', `${yonder}该链（环节）`, reference.subject, there),
      input('referenceWhole', `${yonder}名录内全部`, reference.total, wholeOf(there)),
    ],
    rests: [wholeOf(subject), wholeOf(there)],
    note: `${basis === 'revenue' ? '按营业收入' : '按企业数'}计算。`,
  }
}

/** 占比: enterprises of the region in those of the region above. */
export async function shareMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const own = (await readCell(context, frame, ref)).subject.enterprises
  const all = (await readAgainst(opened)).subject.enterprises
  const count = plain(ref, 'enterprises')
  const there = { ...count, region: ref.against ?? ref.region }
  const name = (code: string) => `${regionName(context, code)}企业数`
  return {
    value: ratioText(own, all),
    formula: 'share',
    inputs: [
      figureInput(opened, { role: 'own', name: name(ref.region), value: own, ref: count }),
      figureInput(opened, { role: 'whole', name: name(there.region), value: all, ref: there }),
    ],
    rests: [count, there],
  }
}

/** 位次 among the regions of the same level, as the map of the region above shows them. */
export async function rankMaterial(opened: Opened): Promise<Material> {
  const { context, principal, ref } = opened
  const level = context.regions.level(ref.region)
  if ((level !== 'city' && level !== 'county') || ref.chain === null) throw invalid('省级没有位次', 'ref')
  const { scope, period, mode, dataset, chain } = ref
  const asked = { region: ref.against ?? ref.region, level, chain, scope, period, mode, dataset } as const
  const map = await readClusters(context, asYardstick(principal), {
    ...asked,
    node: ref.kind === 'node' ? ref.unit : undefined,
  })
  const shown = map.regions.filter(({ unlocated }) => !unlocated)
  const own = shown.find(({ code }) => code === ref.region)?.figures.enterprises ?? 0
  const count = plain(ref, 'enterprises')
  const rank = rankAmong(
    own,
    shown.map(({ figures }) => figures.enterprises),
  )
  return {
    value: textOf(rank),
    formula: 'rank',
    inputs: [
      figureInput(opened, { role: 'own', name: regionName(context, ref.region), value: own, ref: count }),
      ...[...shown]
        .sort((a, b) => b.figures.enterprises - a.figures.enterprises)
        .map(({ code, name, figures }) =>
          figureInput(opened, { role: 'peer', name, value: figures.enterprises, ref: { ...count, region: code } }),
        ),
    ],
    rests: [{ ...count, region: asked.region }],
    note: `同级地区 ${shown.length} 个。`,
    refusal: '本地区没有企业，不排位次',
  }
}

/** 收入增速: two sums of the same register, in one reading of divisions. */
export async function growthMaterial(opened: Opened): Promise<Material> {
  const { context, principal, frame, ref } = opened
  const period = yearBefore(ref.period)
  const { subject, before } = await readCell(context, frame, ref, period)
  const revenue = plain(ref, 'revenue')
  const earlier = { ...revenue, period: period ?? ref.period }
  const reading = await frameOf(context, principal, earlier)
  const isSameReading = reading.modeKey === frame.modeKey
  const input = (role: InputRole, name: string, value: string | number | null, at: FigureRef) =>
    figureInput(opened, {
      role,
      name,
      value,
      ref: at,
      ...(at.period !== ref.period && !isSameReading && { opens: false, note: '按本期的区划计' }),
    })
  const reporting = (at: FigureRef): FigureRef => ({ ...at, indicator: 'revenue-reporting' })
  return {
    value: growthBetween(before, subject),
    formula: 'growth',
    inputs: [
      input('now', '本期营业收入', revenueOf(subject), revenue),
      input('before', '上年同期营业收入', revenueOf(before), earlier),
      input('nowReporting', '本期报送企业数', subject.revenue_reporting, reporting(revenue)),
      input('beforeReporting', '上年同期报送企业数', before.revenue_reporting, reporting(earlier)),
    ],
    rests: [revenue, earlier],
    refusal: growthRefusal(before, subject),
  }
}

/** Why two years give no growth. */
function growthRefusal(before: UnitRow, now: UnitRow): string {
  if (revenueOf(before) === null) return '没有上年同期的营业收入'
  if (revenueOf(now) === null) return '没有本期的营业收入'
  if (isComparable(before, now)) return '上年同期营业收入不是正数'
  const [earlier, later] = [before.revenue_reporting, now.revenue_reporting]
  return Math.min(earlier, later) < FEWEST_REPORTING
    ? `两期报送企业由 ${earlier} 家变为 ${later} 家，少于 ${FEWEST_REPORTING} 家，不推算`
    : `两期报送企业由 ${earlier} 家变为 ${later} 家，相差超过 ${MOST_CHANGE * 100}%，不可比`
}

/** 挂链率 of the whole register, by number or by revenue. */
export async function linkRateMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const byRevenue = ref.indicator === 'link-rate-revenue'
  const { subject: all } = await readCell(context, frame, ref)
  const { subject: linked } = await readCell(context, frame, { ...ref, kind: 'linked' })
  const totals = (row: UnitRow) => ({ enterprises: row.enterprises, revenueWan: revenueOf(row) })
  const rate = linkRate(totals(all), totals(linked))
  const whole = plain(ref, byRevenue ? 'revenue' : 'enterprises')
  const value = (row: UnitRow) => (byRevenue ? revenueOf(row) : row.enterprises)
  return {
    value: byRevenue ? rate.revenueRatio : rate.ratio,
    formula: 'linkRate',
    inputs: [
      figureInput(opened, { role: 'own', name: '已挂链企业', value: value(linked), ref: { ...whole, kind: 'linked' } }),
      figureInput(opened, { role: 'whole', name: '名录企业', value: value(all), ref: whole }),
    ],
    rests: [whole],
  }
}

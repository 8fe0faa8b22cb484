import type { ClusterRegion } from '@contract/clusters'
import { TOO_FEW } from '@domain/cluster/stars'
import { rankAmong } from '@domain/compare/ranking'
import type { InputRole } from '@domain/figure/figureInput'
import type { FigureIndicator, FigureRef } from '@domain/figure/figureRef'
import type { RegionRows } from './clusterRows'
import { readClusters } from './clusters'
import { readCell } from './figureCardCells'
import { figureInput, regionName, textOf, type Given, type Material, type Opened } from './figureCardMaterial'
import { shownOf } from './figureCardCounts'
import { readOwn, subjectCell } from './figureCardSets'
import type { UnitRow } from './figures'
import { invalid } from './failure'
import { linkRateOf } from './panorama'
import { asYardstick } from './principal'
import {
  clusterQuotient,
  growthBetween,
  growthMissing,
  hiddenBy,
  isComparable,
  measured,
  quotientAgainst,
  quotientBasis,
  ratioText,
  yearBefore,
} from './regionMeasures'
import { frameOf } from './view'

const revenueOf = (row: UnitRow) => (row.revenue_reporting > 0 ? row.revenue_wan : null)

/** 营业收入 of a row as an input: its value, or why it is not public. */
const revenueIn = (row: UnitRow) => ({ value: revenueOf(row), suppressed: row.revenue_suppressed })

/** The whole register of the region, of which the figure's subject is a part. */
function wholeOf(ref: FigureRef): FigureRef {
  if (ref.kind === 'cluster') return { ...ref, chain: null }
  return { ...ref, chain: null, kind: ref.kind === 'unlocated' ? 'unlocated' : 'total', unit: '' }
}

/** The same figure of a whole region: a cluster is compared with what the region has of its chain or node. */
const inRegion = ({ cluster }: Opened, ref: FigureRef, region: string): FigureRef => ({
  ...ref,
  ...subjectCell(ref, cluster),
  region,
})

const plain = (ref: FigureRef, indicator: FigureIndicator): FigureRef => ({ ...ref, indicator, against: null })

/** 产业集聚度 = 该链（环节）营业收入 ÷ 本地区名录内全部营业收入. */
export async function concentrationMaterial(opened: Opened): Promise<Material> {
  const { ref } = opened
  const { subject, total } = await readOwn(opened)
  const revenue = plain(ref, 'revenue')
  const whole = wholeOf(revenue)
  const inputs = [
    figureInput(opened, { role: 'own', name: '该链（环节）营业收入', ...revenueIn(subject), ref: revenue }),
    figureInput(opened, { role: 'whole', name: '名录内全部营业收入', ...revenueIn(total), ref: whole }),
  ]
  const suppressed = subject.revenue_reporting > 0 ? hiddenBy(subject, total) : null
  return {
    value: ratioText(subject.revenue_wan, total.revenue_wan),
    formula: 'share',
    inputs,
    rests: [whole],
    suppressed,
  }
}

/** The rows of the figure's subject in the region that it is compared with. */
async function readAgainst({ context, principal, ref, cluster }: Opened): Promise<RegionRows> {
  const frame = await frameOf(context, asYardstick(principal), { ...ref, region: ref.against ?? ref.region })
  return readCell(context, frame, subjectCell(ref, cluster))
}

/** 区位商: by revenue where both sides reported any, by enterprises otherwise. */
export async function quotientMaterial(opened: Opened): Promise<Material> {
  const { context, ref, cluster } = opened
  const own = await readOwn(opened)
  const reference = await readAgainst(opened)
  const basis = quotientBasis(own.subject, reference.subject)
  const subject = plain(ref, basis)
  const there = inRegion(opened, subject, ref.against ?? ref.region)
  const name = basis === 'revenue' ? '营业收入' : '企业数'
  const [here, yonder] = [cluster?.name ?? regionName(context, ref.region), regionName(context, there.region)]
  const input = (role: InputRole, of: string, row: UnitRow, at: FigureRef) =>
    figureInput(opened, {
      role,
      name: `${of}${name}`,
      value: textOf(measured(basis, row)),
      suppressed: basis === 'revenue' ? row.revenue_suppressed : null,
      ref: at,
    })
  const quotient = quotientAgainst(own, reference)
  const isRefused = cluster !== null && quotient !== null && clusterQuotient(own, reference) === null
  const formula = 'locationQuotient'
  if (isRefused) return { value: null, formula, inputs: [], rests: [subject], refusal: TOO_FEW }
  return {
    value: quotient?.text ?? null,
    formula,
    inputs: [
      input('own', `${here}该链（环节）`, own.subject, subject),
      input('whole', `${here}名录内全部`, own.total, wholeOf(subject)),
      input('referencePart', `${yonder}该链（环节）`, reference.subject, there),
      input('referenceWhole', `${yonder}名录内全部`, reference.total, wholeOf(there)),
    ],
    rests: [wholeOf(subject), wholeOf(there)],
    suppressed: basis === 'revenue' ? hiddenBy(own.subject, own.total, reference.subject, reference.total) : null,
    note: `${basis === 'revenue' ? '按营业收入' : '按企业数'}计算。`,
  }
}

/** 占比: of enterprises, or of revenue, in those of the region above. */
export async function shareMaterial(opened: Opened): Promise<Material> {
  const { context, ref, cluster } = opened
  const byRevenue = ref.indicator === 'revenue-share'
  const of = (row: UnitRow) => (byRevenue ? revenueIn(row) : { value: row.enterprises })
  const own = (await readOwn(opened)).subject
  const all = (await readAgainst(opened)).subject
  const sum = plain(ref, byRevenue ? 'revenue' : 'enterprises')
  const there = inRegion(opened, sum, ref.against ?? ref.region)
  const name = (of: string) => `${of}${byRevenue ? '营业收入' : '企业数'}`
  const here = cluster?.name ?? regionName(context, ref.region)
  return {
    value: ratioText(of(own).value, of(all).value),
    formula: 'share',
    inputs: [
      figureInput(opened, { role: 'own', name: name(here), ...of(own), ref: sum }),
      figureInput(opened, { role: 'whole', name: name(regionName(context, there.region)), ...of(all), ref: there }),
    ],
    rests: [sum, there],
    suppressed: byRevenue ? hiddenBy(own, all) : null,
  }
}

const RANKED: Partial<Record<FigureIndicator, FigureIndicator>> = {
  'enterprises-rank': 'enterprises',
  'revenue-rank': 'revenue',
  'above-scale-rank': 'above-scale',
  'honoured-rank': 'honoured',
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
  const indicator = RANKED[ref.indicator] ?? 'enterprises'
  const of = ({ figures }: ClusterRegion) => shownOf(indicator, figures)
  const shown = map.regions.filter(({ unlocated }) => !unlocated)
  const own = shown.find(({ code }) => code === ref.region)
  const sum = { ...plain(ref, indicator), against: indicator === 'above-scale' ? asked.region : null }
  const valueOf = (region: ClusterRegion | undefined) =>
    region ? of(region) : indicator === 'enterprises' ? '0' : null
  const hidden = (region: ClusterRegion | undefined) =>
    indicator === 'revenue' ? (region?.figures.revenueSuppressed ?? null) : null
  const peers = [...shown].sort((a, b) => Number(of(b) ?? -1) - Number(of(a) ?? -1))
  return {
    value: textOf(rankAmong(valueOf(own), shown.map(of))),
    formula: 'rank',
    inputs: [
      figureInput(opened, {
        role: 'own',
        name: regionName(context, ref.region),
        value: valueOf(own),
        suppressed: hidden(own),
        ref: sum,
      }),
      ...peers.map((peer) =>
        figureInput(opened, {
          role: 'peer',
          name: peer.name,
          value: of(peer),
          suppressed: hidden(peer),
          ref: { ...sum, region: peer.code },
        }),
      ),
    ],
    rests: [{ ...plain(ref, indicator), region: asked.region }],
    suppressed: hidden(own),
    note: `同级地区 ${shown.length} 个。`,
    refusal: '本地区没有数或为零，不排位次',
  }
}

/** 收入增速: two sums of the same register, in one reading of divisions. */
export async function growthMaterial(opened: Opened): Promise<Material> {
  const { context, principal, frame, ref } = opened
  const period = yearBefore(ref.period)
  const { subject, before } = await readOwn(opened, period)
  const revenue = plain(ref, 'revenue')
  const earlier = { ...revenue, period: period ?? ref.period }
  const reading = await frameOf(context, principal, earlier)
  const isSameReading = reading.modeKey === frame.modeKey
  const input = (role: InputRole, name: string, of: Pick<Given, 'value' | 'suppressed'>, at: FigureRef) =>
    figureInput(opened, {
      role,
      name,
      ...of,
      ref: at,
      ...(at.period !== ref.period && !isSameReading && { opens: false, note: '按本期的区划计' }),
    })
  const reporting = (at: FigureRef): FigureRef => ({ ...at, indicator: 'revenue-reporting' })
  return {
    value: growthBetween(before, subject),
    formula: 'growth',
    inputs: [
      input('now', '本期营业收入', revenueIn(subject), revenue),
      input('before', '上年同期营业收入', revenueIn(before), earlier),
      input('nowReporting', '本期报送企业数', { value: subject.revenue_reporting }, reporting(revenue)),
      input('beforeReporting', '上年同期报送企业数', { value: before.revenue_reporting }, reporting(earlier)),
    ],
    rests: [revenue, earlier],
    suppressed: isComparable(before, subject) ? hiddenBy(before, subject) : null,
    refusal: growthMissing(before, subject),
  }
}

/** 挂链率 of the whole register, by number or by revenue. */
export async function linkRateMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  const byRevenue = ref.indicator === 'link-rate-revenue'
  const { subject: all } = await readCell(context, frame, ref)
  const { subject: linked } = await readCell(context, frame, { ...ref, kind: 'linked' })
  const rate = linkRateOf(all, linked)
  const whole = plain(ref, byRevenue ? 'revenue' : 'enterprises')
  const of = (row: UnitRow) => (byRevenue ? revenueIn(row) : { value: row.enterprises })
  return {
    value: byRevenue ? rate.revenueRatio : rate.ratio,
    formula: 'linkRate',
    inputs: [
      figureInput(opened, { role: 'own', name: '已挂链企业', ...of(linked), ref: { ...whole, kind: 'linked' } }),
      figureInput(opened, { role: 'whole', name: '名录企业', ...of(all), ref: whole }),
    ],
    rests: [whole],
    suppressed: byRevenue ? rate.revenueSuppressed : null,
  }
}

import type { FigureInput } from '@contract/figures'
import type { Figures } from '@contract/panorama'
import type { Suppression } from '@domain/disclosure/suppression'
import { formatRef, type FigureIndicator, type FigureRef } from '@domain/figure/figureRef'
import { LARGEST } from '@domain/figure/formulas'
import { crDisclosure } from '@domain/indicator/largestShares'
import { readMarket } from './marketReading'
import { COUNTRY } from './context'
import { knownIn, partsOf, readCell, readCells } from './figureCardCells'
import { behindValue, countBehind, filterFor, readLargest } from './figureCardLists'
import { figureInput, plainInput, regionName, textOf, type Material, type Opened } from './figureCardMaterial'
import { isSet, readOwn, subjectCell } from './figureCardSets'
import { figuresOf, type Knowledge, type UnitRow } from './figures'
import { remainder } from './unlocated'

/** Enterprises listed one by one; the others stand as one sum. */
const MOST_LISTED = 50

/** 集中度 wants as many as can be sent. */
const MOST_MEASURED = 300

const OF: Partial<Record<FigureIndicator, (figures: Figures) => number | string | null>> = {
  enterprises: ({ enterprises }) => enterprises,
  'above-scale': ({ aboveScale }) => aboveScale,
  honoured: ({ honoured }) => honoured,
  leaders: ({ leaders }) => leaders,
  revenue: ({ revenueWan }) => revenueWan,
  'revenue-reporting': ({ revenueReporting }) => revenueReporting,
}

export const isCounted = (indicator: FigureIndicator) => indicator in OF

export const shownOf = (indicator: FigureIndicator, figures: Figures): string | null =>
  textOf(OF[indicator]?.(figures) ?? null)

/** What the screens say of a row. */
export const figureOf = (indicator: FigureIndicator, row: UnitRow, known: Knowledge): string | null =>
  shownOf(indicator, figuresOf(row, known))

/** Why what a row says of the figure is not public. */
export const hiddenIn = (indicator: FigureIndicator, row: UnitRow) =>
  indicator === 'revenue' ? row.revenue_suppressed : null

/** 家数 and 营业收入: added up over the regions below; of the last region over its enterprises. */
export async function countedMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  if (isSet(ref.kind)) return setMaterial(opened)
  const { subject, total } = await readCell(context, frame, ref)
  const known = await knownIn(context, frame, ref, total, ref.against)
  const value = figureOf(ref.indicator, subject, known)
  const formula = ref.indicator === 'revenue' ? 'sum' : 'count'
  const inputs = value === null ? [] : await partInputs(opened, subject, known)
  return { value, formula, inputs, rests: [ref], suppressed: hiddenIn(ref.indicator, subject) }
}

/** A cluster adds up its counties; 未定位 is the region less the regions below it. */
async function setMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref, cluster } = opened
  const { total } = await readCell(context, frame, { ...ref, kind: 'total' })
  const known = await knownIn(context, frame, { ...ref, kind: 'total' }, total, ref.against)
  const { subject } = await readOwn(opened)
  const value = figureOf(ref.indicator, subject, known)
  const codes = cluster ? cluster.counties : [frame.region, ...(await partsOf(context, frame)).regions]
  const rows = await readCells(context, frame, subjectCell(ref, cluster), null, codes)
  const seenFrom = ref.against ?? ref.region
  const inputs = [...rows]
    .filter(([region, row]) => region === frame.region || row.subject.enterprises > 0)
    .map(([region, row]) => {
      const against = ref.indicator === 'above-scale' && region !== seenFrom ? seenFrom : null
      const own: FigureRef = { ...ref, ...subjectCell(ref, cluster), region, against }
      const role = region === frame.region ? 'whole' : 'part'
      const value = figureOf(ref.indicator, row.subject, known)
      const suppressed = hiddenIn(ref.indicator, row.subject)
      return figureInput(opened, { role, name: regionName(context, region), value, suppressed, ref: own })
    })
  const added = ref.indicator === 'revenue' ? 'sum' : 'count'
  const shown = value === null ? [] : inputs
  const suppressed = hiddenIn(ref.indicator, subject)
  return { value, formula: cluster ? added : 'remainder', inputs: shown, rests: [ref], suppressed }
}

async function partInputs(opened: Opened, whole: UnitRow, known: Knowledge): Promise<FigureInput[]> {
  const { context, frame, ref } = opened
  const { regions, rest } = await partsOf(context, frame)
  if (regions.length === 0) return enterpriseInputs(opened)
  const against = ref.indicator === 'above-scale' ? (ref.against ?? ref.region) : null
  const inputs: FigureInput[] = []
  const parts = await readCells(context, frame, ref, null, regions)
  for (const [region, { subject, total }] of parts) {
    if (subject.enterprises === 0) continue
    // Lists are published province by province.
    const here = frame.region === COUNTRY ? await knownIn(context, { ...frame, region }, ref, total, null) : known
    const value = figureOf(ref.indicator, subject, here)
    const part: FigureRef = { ...ref, region, against }
    const suppressed = hiddenIn(ref.indicator, subject)
    inputs.push(figureInput(opened, { role: 'part', name: regionName(context, region), value, suppressed, ref: part }))
  }
  const left = remainder(
    whole,
    [...parts.values()].map(({ subject }) => subject),
  )
  inputs.push(...(await restInputs(opened, rest, hiddenIn(ref.indicator, left))))
  return inputs.length > 0 ? inputs : enterpriseInputs(opened)
}

/** 未定位: enterprises of the region that no region below it has. */
async function restInputs(
  { context, frame, ref }: Opened,
  places: string[],
  suppressed: Suppression | null,
): Promise<FigureInput[]> {
  if (places.length === 0) return []
  const behind = await countBehind(context, await filterFor(context, frame, ref, places))
  if (behind.enterprises === 0) return []
  const value = suppressed === null ? behindValue(ref.indicator, behind) : null
  const own = { ...plainInput(ref.indicator, 'part', '未定位到下级地区', value, '按企业逐家计'), suppressed }
  const isOpen = ref.kind === 'chain' || ref.kind === 'node' || ref.kind === 'total'
  return [isOpen ? { ...own, ref: formatRef({ ...ref, kind: 'unlocated' }) } : own]
}

/** The last step down: the enterprises themselves. */
async function enterpriseInputs(opened: Opened) {
  const { context, frame, ref } = opened
  const filter = await filterFor(context, frame, ref)
  if (ref.indicator === 'revenue') return largestInputs(opened, MOST_LISTED)
  const value = behindValue(ref.indicator, await countBehind(context, filter))
  return [plainInput(ref.indicator, 'part', '名单中的企业', value, '按企业逐家数出，可打开名单核对')]
}

async function largestInputs(opened: Opened, limit: number) {
  const { context, frame, ref } = opened
  const filter = await filterFor(context, frame, { ...ref, indicator: 'revenue' })
  const { largest, others, rest } = await readLargest(context, filter, limit)
  const inputs = largest.map(({ credit_code, name, value }) => {
    const own: FigureRef = { ...ref, indicator: 'revenue', kind: 'enterprise', chain: null, unit: credit_code }
    return figureInput(opened, { role: 'part', name, value, ref: own })
  })
  return others > 0 ? [...inputs, plainInput('revenue', 'rest', `其余 ${others} 家合计`, rest)] : inputs
}

/** The share of the five largest tells what the others come to: one or two others must not be told. */
function smallRest({ context, ref }: Opened, { revenue_reporting: reporting }: UnitRow): Suppression | null {
  const isJudged = ref.indicator === 'crn' && context.disclosure !== null
  return isJudged ? (crDisclosure(reporting).get(LARGEST) ?? null) : null
}

/** An index so high, or over so few, that it tells of one enterprise. */
async function tellingIndex({ context, frame, ref }: Opened, subject: UnitRow): Promise<Suppression | null> {
  if (ref.indicator !== 'hhi' || frame.region === COUNTRY) return null
  return (await readMarket(context, frame, ref, subject.enterprises)).boundsSuppressed
}

/** 集中度 over the enterprises that reported: HHI and CR5. */
export async function marketMaterial(opened: Opened, value: (inputs: Material['inputs']) => string | null) {
  const { ref, frame, context } = opened
  const { subject } = await readCell(context, frame, ref)
  const suppressed = subject.revenue_suppressed ?? smallRest(opened, subject) ?? (await tellingIndex(opened, subject))
  const isEmpty = frame.region === COUNTRY || subject.revenue_reporting === 0 || suppressed !== null
  const inputs = isEmpty ? [] : await largestInputs(opened, MOST_MEASURED)
  const note = `只在已报送营业收入的 ${subject.revenue_reporting} 家（共 ${subject.enterprises} 家）之内计算，未报送的会改变结果；仅供参考。`
  const material: Material = {
    value: value(inputs),
    formula: ref.indicator === 'hhi' ? 'hhi' : 'crn',
    inputs,
    rests: [{ ...ref, indicator: 'revenue' }],
    suppressed,
    note,
    refusal: frame.region === COUNTRY ? '集中度按省、市、县计算' : '没有企业报送营业收入',
  }
  return material
}

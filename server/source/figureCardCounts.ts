import type { FigureInput } from '@contract/figures'
import type { Figures } from '@contract/panorama'
import { formatRef, type FigureIndicator, type FigureRef } from '@domain/figure/figureRef'
import { COUNTRY } from './context'
import { knownIn, partsOf, readCell, readCells } from './figureCardCells'
import { behindValue, countBehind, filterFor, readLargest } from './figureCardLists'
import { figureInput, plainInput, regionName, textOf, type Material, type Opened } from './figureCardMaterial'
import { isSet, readOwn, subjectCell } from './figureCardSets'
import { figuresOf, type Knowledge, type UnitRow } from './figures'

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

/** 家数 and 营业收入: added up over the regions below; of the last region over its enterprises. */
export async function countedMaterial(opened: Opened): Promise<Material> {
  const { context, frame, ref } = opened
  if (isSet(ref.kind)) return setMaterial(opened)
  const { subject, total } = await readCell(context, frame, ref)
  const known = await knownIn(context, frame, ref, total, ref.against)
  const value = figureOf(ref.indicator, subject, known)
  const formula = ref.indicator === 'revenue' ? 'sum' : 'count'
  const inputs = value === null ? [] : await partInputs(opened, known)
  return { value, formula, inputs, rests: [ref] }
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
      const of = figureOf(ref.indicator, row.subject, known)
      return figureInput(opened, { role, name: regionName(context, region), value: of, ref: own })
    })
  const added = ref.indicator === 'revenue' ? 'sum' : 'count'
  return { value, formula: cluster ? added : 'remainder', inputs: value === null ? [] : inputs, rests: [ref] }
}

async function partInputs(opened: Opened, known: Knowledge): Promise<FigureInput[]> {
  const { context, frame, ref } = opened
  const { regions, rest } = await partsOf(context, frame)
  if (regions.length === 0) return enterpriseInputs(opened)
  const against = ref.indicator === 'above-scale' ? (ref.against ?? ref.region) : null
  const inputs: FigureInput[] = []
  for (const [region, { subject, total }] of await readCells(context, frame, ref, null, regions)) {
    if (subject.enterprises === 0) continue
    // Lists are published province by province.
    const here = frame.region === COUNTRY ? await knownIn(context, { ...frame, region }, ref, total, null) : known
    const value = figureOf(ref.indicator, subject, here)
    const part: FigureRef = { ...ref, region, against }
    inputs.push(figureInput(opened, { role: 'part', name: regionName(context, region), value, ref: part }))
  }
  inputs.push(...(await restInputs(opened, rest)))
  return inputs.length > 0 ? inputs : enterpriseInputs(opened)
}

/** 未定位: enterprises of the region that no region below it has. */
async function restInputs({ context, frame, ref }: Opened, places: string[]): Promise<FigureInput[]> {
  if (places.length === 0) return []
  const behind = await countBehind(context, await filterFor(context, frame, ref, places))
  if (behind.enterprises === 0) return []
  const own = plainInput(ref.indicator, 'part', '未定位到下级地区', behindValue(ref.indicator, behind), '按企业逐家计')
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

/** 集中度 over the enterprises that reported: HHI and CR5. */
export async function marketMaterial(opened: Opened, value: (inputs: Material['inputs']) => string | null) {
  const { ref, frame, context } = opened
  const { subject } = await readCell(context, frame, ref)
  const inputs =
    frame.region === COUNTRY || subject.revenue_reporting === 0 ? [] : await largestInputs(opened, MOST_MEASURED)
  const note = `只在已报送营业收入的 ${subject.revenue_reporting} 家（共 ${subject.enterprises} 家）之内计算，未报送的会改变结果；仅供参考。`
  const material: Material = {
    value: value(inputs),
    formula: ref.indicator === 'hhi' ? 'hhi' : 'crn',
    inputs,
    rests: [{ ...ref, indicator: 'revenue' }],
    note,
    refusal: frame.region === COUNTRY ? '集中度按省、市、县计算' : '没有企业报送营业收入',
  }
  return material
}

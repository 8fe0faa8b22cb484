import { Decimal } from 'decimal.js'
import type { z } from 'zod'
import type { AnalysisQuery } from '@contract/analysis'
import type { ShiftShare, ShiftShareRow } from '@contract/analysisParts'
import { moneyText, percentText } from '@domain/indicator/rounding'
import { periodWords } from '@domain/period/period'
import { areaOf, headOf, openAnalysis, type Analysis } from './analysisFrame'
import { ESTIMATED } from './analysisTable'
import { COUNTRY, type SourceContext } from './context'
import { readUnits, unitOf, type Units } from './figures'
import { invalid } from './failure'
import type { Principal } from './principal'
import { yearBefore } from './regionMeasures'
import { readRegionRows } from './clusterRows'
import { decompose, pairOf, rateOf, restOf, together, type Pair } from './shiftShareRows'

/** 偏离—份额: 大势还是本事. */
export async function readShiftShare(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof AnalysisQuery>,
): Promise<ShiftShare> {
  const analysis = await openAnalysis(context, principal, query)
  const before = yearBefore(analysis.frame.period)
  if (before === null) throw invalid('统计期写法有误', 'period')
  const { region } = analysis.frame
  const here = region === COUNTRY ? null : await readYears(analysis, region, before)
  const own = here && (await ownOf(analysis, here, before))
  return {
    ...headOf(analysis, methodOf(analysis, own?.referenceName ?? null)),
    before: { period: before, text: periodWords(before) },
    own,
    ownMissing: own ? null : '省一级没有上级地区的数据可比，下面是下级地区在本地区内的分解',
    below: here && (await belowOf(analysis, here, before)),
    estimated: ESTIMATED,
    sentence: own && sentenceOf(analysis, own),
    priceNote: '营业收入为现价，含价格变动：涨价带来的增量也算在里面，与不变价的结果不同。',
  }
}

/** All units of the chain in a region, in both years and one reading of divisions. */
interface Years {
  now: Units
  before: Units
}

async function readYears({ context, frame, pack }: Analysis, region: string, before: string): Promise<Years> {
  return {
    now: await readUnits(context, frame, region, pack.id),
    before: await readUnits(context, { ...frame, period: before }, region, pack.id),
  }
}

const pairIn = ({ now, before }: Years, kind: string, unit = ''): Pair =>
  pairOf(unitOf(before, kind, unit), unitOf(now, kind, unit))

/** A city or county in its province. */
async function ownOf(analysis: Analysis, here: Years, before: string): Promise<ShiftShare['own']> {
  const { context, frame, pack, node, subject } = analysis
  const province = context.regions.path(frame.region)[0]
  if (!province || province.code === frame.region) return null
  const above = await readYears(analysis, province.code, before)
  const [wholeHere, wholeAbove] = [pairIn(here, 'total'), pairIn(above, 'total')]
  const [partHere, partAbove] = [
    pairIn(here, subject.unitKind, subject.unit),
    pairIn(above, subject.unitKind, subject.unit),
  ]
  const part = decompose({ id: subject.unit, name: node?.name ?? pack.name }, partHere, partAbove, wholeAbove)
  const rest = decompose(
    { id: 'rest', name: '名录其余企业' },
    restOf(wholeHere, partHere),
    restOf(wholeAbove, partAbove),
    wholeAbove,
  )
  const groups = node ? [] : pack.groups
  return {
    reference: province.code,
    referenceName: province.name,
    rates: { whole: rateOf(wholeAbove), industry: rateOf(partAbove) },
    subject: part.row,
    rest: rest.row,
    total: together({ id: 'total', name: '名录全部企业' }, wholeHere, [part, rest]),
    groups: groups.map(
      ({ id, name }) => decompose({ id, name }, pairIn(here, 'group', id), pairIn(above, 'group', id), wholeAbove).row,
    ),
  }
}

/** The regions below, each in the region that is looked at; their 自身 parts nearly cancel out. */
async function belowOf(analysis: Analysis, here: Years, before: string): Promise<ShiftShare['below']> {
  const { context, frame, subject } = analysis
  if (context.regions.level(frame.region) === 'county') return null
  const { level, codes } = await areaOf(analysis)
  const rows = await readRegionRows(context, frame, subject, before, codes)
  const [whole, industry] = [pairIn(here, 'total'), pairIn(here, subject.unitKind, subject.unit)]
  return {
    level: level === 'city' ? 'city' : 'county',
    rates: { whole: rateOf(whole), industry: rateOf(industry) },
    rows: codes.flatMap((code): ShiftShareRow[] => {
      const own = rows.get(code)
      const pair = own && pairOf(own.before, own.subject)
      return pair ? [decompose({ id: code, name: context.regions.name(code) }, pair, industry, whole).row] : []
    }),
  }
}

const signed = (wan: string) => moneyText(wan).replace('-', '−')

/** 增量 12.30 亿元：大势 6.00 亿元，结构 … */
function sentenceOf({ view }: Analysis, { subject, referenceName }: NonNullable<ShiftShare['own']>): string | null {
  const { change, growth, mix, competitive } = subject
  if (change === null || growth === null || mix === null || competitive === null) return null
  const word = Decimal.sign(competitive) < 0 ? '慢于' : '不慢于'
  const part =
    new Decimal(change).gt(0) && new Decimal(competitive).gt(0)
      ? `，自身占增量的 ${percentText(new Decimal(competitive).div(change))}%`
      : ''
  return `${view.regionName}${subject.name}增量 ${signed(change)}：大势 ${signed(growth)}，结构 ${signed(mix)}，自身 ${signed(competitive)}；本地增长${word}${referenceName}同一产业${part}。`
}

const methodOf = ({ view, node }: Analysis, reference: string | null) => [
  `偏离—份额法：大势 = 上年同期值 × 参照地区全部产业增速；结构 = 上年同期值 ×（参照地区该产业增速 − 全部产业增速）；自身 = 上年同期值 ×（本地该产业增速 − 参照地区该产业增速）。三项之和等于增量；各项独立四舍五入，末位可能差 1。`,
  `本地区以${reference ?? '上级地区'}为参照，下级地区以${view.regionName}为参照；“全部产业”为名录内全部已报送企业。`,
  `产业按“${node ? '该环节' : '该链'}、名录其余”两部分划分，一家企业只在一部分，可以相加；${node ? '' : '分组有重复（一家企业可在几个分组），各自分解，不相加。'}`,
  '两期报送企业少于 3 家或家数相差超过 20% 的不分解；基期为零、缺或不公布的不分解。',
  `${ESTIMATED}。营业收入为现价，含价格变动。`,
]

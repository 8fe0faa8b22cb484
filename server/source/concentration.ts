import type { z } from 'zod'
import type { AnalysisQuery } from '@contract/analysis'
import type { Concentration, CrReading } from '@contract/analysisParts'
import { densityOf, densityPerYi } from '@domain/indicator/density'
import { headOf, openAnalysis, type Analysis } from './analysisFrame'
import { NO_ROWS, readRegionRows, type RegionRows } from './clusterRows'
import { COUNTRY, type SourceContext } from './context'
import { invalid } from './failure'
import { figuresOf, knowledgeOf, type Knowledge } from './figures'
import { localSupply, readSupply } from './localSupply'
import { readMarket, type MarketReading } from './marketReading'
import type { Principal } from './principal'
import { hhiReading, regionShares } from './regionShares'

const BAND_NOTE = '1000、1800 两条界线出自反垄断审查，仅供参考，不是对集群的评判。'
const NO_REVENUE = '没有企业报送营业收入'

/** 集中度, 专精特新密度 and 本地配套率: made of single enterprises, none of which is told. */
export async function readConcentration(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof AnalysisQuery>,
): Promise<Concentration> {
  const analysis = await openAnalysis(context, principal, query)
  const { frame, pack, subject } = analysis
  if (frame.region === COUNTRY) throw invalid('集中度按省、市、县计算', 'region')
  const rows = await readRegionRows(context, frame, subject, null, [frame.region])
  const own = rows.get(frame.region) ?? NO_ROWS
  const known = await knowledgeOf(context, frame, pack.id, own.total)
  const { chain, unitKind, unit } = subject
  const cell =
    unitKind === 'node' ? { chain, kind: 'node' as const, unit } : { chain, kind: 'chain' as const, unit: '' }
  const market = await readMarket(context, frame, cell, own.subject.enterprises)
  const leaders = known.leaders ? await leadersOf(analysis, own) : null
  return {
    ...headOf(analysis, methodOf(own)),
    enterprises: own.subject.enterprises,
    reporting: own.subject.revenue_reporting,
    byEnterprise: enterprisePart(own, market),
    byRegion: await regionShares(analysis),
    density: densityPart(own, market, known),
    supply: localSupply(await readSupply(context, frame, pack.id), leaders),
    bandNote: BAND_NOTE,
  }
}

/** 链主 of the chain, whatever node is looked at. */
async function leadersOf({ context, frame, pack, node }: Analysis, own: RegionRows): Promise<number> {
  if (node === null) return own.subject.leaders
  const rows = await readRegionRows(context, frame, { chain: pack.id, unitKind: 'chain', unit: pack.id }, null, [
    frame.region,
  ])
  return rows.get(frame.region)?.subject.leaders ?? 0
}

/** Everything made of a sum that is not public stays with it. */
function enterprisePart({ subject }: RegionRows, market: MarketReading): Concentration['byEnterprise'] {
  const suppressed = subject.revenue_suppressed
  const missing = subject.revenue_reporting === 0 ? NO_REVENUE : null
  const isOpen = suppressed === null && missing === null
  const hhiSuppressed = suppressed ?? market.boundsSuppressed
  const hasIndex = isOpen && hhiSuppressed === null
  return {
    hhi: hhiReading(hasIndex ? market.bounds : null, hhiSuppressed, missing),
    withUnreported: hasIndex ? market.withUnreported : null,
    shares: market.shares.map((own): CrReading =>
      isOpen ? own : { n: own.n, share: null, suppressed, missing: suppressed ? null : missing },
    ),
  }
}

function densityPart({ subject }: RegionRows, market: MarketReading, known: Knowledge): Concentration['density'] {
  const { aboveScale, revenueWan, revenueSuppressed } = figuresOf(subject, known)
  const specialised = known.honours ? market.specialised : null
  return {
    specialised,
    aboveScale,
    revenueWan,
    perAboveScale: densityOf(specialised, aboveScale),
    perYi: densityPerYi(specialised, revenueWan),
    suppressed: revenueSuppressed,
    missing: densityMissing(specialised, aboveScale),
  }
}

function densityMissing(specialised: number | null, aboveScale: number | null): string | null {
  if (specialised === null) return '没有导入荣誉名单'
  if (aboveScale === null) return '没有企业报送“是否纳入统计范围”'
  return aboveScale === 0 ? '没有规上企业' : null
}

const methodOf = ({ subject }: RegionRows) => [
  `HHI = 各企业营业收入份额（百分数）平方之和，0—10000；只在已报送营业收入的 ${subject.revenue_reporting} 家（共 ${subject.enterprises} 家）之内计算。${BAND_NOTE}`,
  '“计入未报送”的区间：假定未报送的每家在 0 与已报送企业的平均数之间，按此推算最低和最高。',
  'CRn = 最大 n 家份额之和。一两家的份额就是它们的营业收入，不公布；两个 CRn 之差、最后剩下的家数少于 3 家的也不公布。',
  '按地区的集中度用下级地区的份额计算，没有营业收入时按企业数；不公布的地区只并在一起，给出区间。',
  '专精特新密度 = 有效期内专精特新（含“小巨人”）企业数 ÷ 规上企业数；另按每亿元营业收入计。一家多项称号只计一次；专精特新企业未必规上，故可超过 100%。',
  '本地配套率 = 链主向本县（本市、本省）供应商的采购 ÷ 全部采购，县、市、省逐级包含，按链主各自所在地判定；所在地不明的供应商计入分母、不计入本地。按额与按数结果差别大，分别给出。',
]

import type { z } from 'zod'
import type { IndustryClusterList, IndustryClusterQuery } from '@contract/industryClusters'
import { FOCUS_CONCENTRATION, SIZE_SHARE, SPECIALISATION_QUOTIENT, TOO_FEW } from '@domain/cluster/stars'
import { percentText } from '@domain/indicator/rounding'
import { FEWEST_REPORTING, MOST_CHANGE } from '@domain/indicator/growth'
import { COUNTRY, maySee, provinceOf, type SourceContext } from './context'
import { invalid } from './failure'
import { readCards } from './industryClusterCards'
import { clustersRevision, describeClusters, readStoredClusters } from './industryClusterStore'
import type { Principal } from './principal'
import { frameOf, type Frame } from './view'

type Query = z.output<typeof IndustryClusterQuery>

/** Clusters are sets of today's counties: whatever reading of divisions is asked for, figures are 现区划还原. */
export async function clusterFrame(context: SourceContext, principal: Principal, query: Query): Promise<Frame> {
  if (query.region === COUNTRY) throw invalid('集群名单按省查看，请选择省、市或县', 'region')
  return frameOf(context, principal, { ...query, mode: 'current' })
}

export async function listIndustryClusters(
  context: SourceContext,
  principal: Principal,
  query: Query,
): Promise<IndustryClusterList> {
  const frame = await clusterFrame(context, principal, query)
  const province = provinceOf(frame.region)
  const revision = await clustersRevision(context, frame.dataset, province)
  const stored = await readStoredClusters(context, frame.dataset, province)
  const visible = stored.filter(({ regions }) => regions.every((code) => maySee(context, principal, code)))
  const described = await describeClusters(context, visible)
  const here = described.filter(({ counties }) =>
    counties.some(({ code }) => context.regions.isWithin(code, frame.region)),
  )
  const { cards } = await readCards(context, frame, province, here)
  return {
    ...answerFrame(context, frame, query.mode, revision),
    region: frame.region,
    regionName: context.regions.name(frame.region),
    clusters: cards,
    hidden: stored.length - visible.length,
  }
}

/** What every answer about clusters says of its view; `revision` was read before the clusters, as it must not be newer. */
export function answerFrame(context: SourceContext, frame: Frame, mode: Query['mode'], revision: number) {
  const { period, scope, dataset, version, updatedAt } = frame
  const province = provinceOf(frame.region)
  return {
    province,
    provinceName: context.regions.name(province),
    period,
    scope,
    dataset,
    version,
    updatedAt,
    revision,
    footnotes: mode === 'asof' ? ['集群按现行区县划定，指标始终按现区划还原计算，不随“当期区划”变化。'] : [],
    method: clusterMethod(context.regions.name(province), scope),
  }
}

const DENOMINATORS = { all: '全部企业', above: '规上企业', four: '四上企业' } as const

const clusterMethod = (province: string, scope: Frame['scope']) => [
  '集群 = 一条产业链（或其中一个环节）在若干区县的企业；一个区县可在几个集群中，集群之间的数字不可相加。',
  '企业按统一社会信用代码去重，每家企业只属于一个区县，集群合计等于各区县之和；未定位到区县的企业不计入任何集群。',
  '规模 = 集群内该链（环节）企业的营业收入之和（名录内已报送者，非全部法人）。',
  `集聚度 = 集群该链（环节）营业收入 ÷ 集群各区县${DENOMINATORS[scope]}营业收入；多个区县为分子之和 ÷ 分母之和；分母口径：${DENOMINATORS[scope]}。`,
  `区位商以${province}为参照：集群区县该链（环节）占比 ÷ ${province}该链（环节）占比；双方有营业收入时按营业收入，否则按企业数；${TOO_FEW}的集群、区县不给出。`,
  `收入增速按现有数据推算，非统计口径：与上年同期已报送营业收入之和相比，两期报送企业少于 ${FEWEST_REPORTING} 家或家数相差超过 ${MOST_CHANGE * 100}% 的不给出。`,
  '优质企业各档各计一次，合计去重；称号以统计期末有效者为准。',
  '整零共同体 = 集群内的链主，与位于集群区县的企业（不限链条）有供应关系的；供应关系不限年度；企业数为链主与上下游企业去重。',
  `星级：规模星——占${province}该链营业收入 ≥ ${percentText(SIZE_SHARE, 0)}%；专业化星——区位商 ≥ ${SPECIALISATION_QUOTIENT}；集中星——集聚度 ≥ ${percentText(FOCUS_CONCENTRATION, 0)}%；缺数据或${TOO_FEW}的无法判断，不算未达到。思路参照欧洲集群观察站，阈值为本系统取值。`,
]

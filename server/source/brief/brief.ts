import type { z } from 'zod'
import type { Brief, BriefQuery } from '@contract/brief'
import { numbered } from '@domain/brief/clause'
import { adviceSentence, problemSentence, statusSentence } from '@domain/brief/sentences'
import { COUNTRY, todayOf, type SourceContext } from '../context'
import { invalid } from '../failure'
import type { Principal } from '../principal'
import { adviceFacts } from './adviceFacts'
import { readMaterial, type BriefMaterial } from './briefMaterial'
import { referTo } from './citing'
import { keyFigures } from './keyFigures'
import { problemFacts } from './problemFacts'
import { statusFacts } from './statusFacts'

const LISTED_NODES = 8
const LABELS = { status: '现状', problems: '问题', advice: '建议' } as const
const RULE =
  '建议按强链、补链、延链判定：环节在本地但区位商低于全省平均的为强链对象；环节缺、下游环节在本地为强的为补链对象；环节缺、上游环节区位商大于 1 的为延链对象。对接地区在省内挑选：该环节企业（有纳统情况时按规上）不少于 3 家，区位商能给出时不低于 1，同市的在前。'
const SILENT = '缺数、不公布或只有推算的数不写进句子，表中照样列出。'

/** 县情一页纸: three sentences out of the numbers, each with where it comes from. */
export async function readBrief(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof BriefQuery>,
): Promise<Brief> {
  if (query.region === COUNTRY) throw invalid('一页纸按省、市、县写，请选择一个地区', 'region')
  const material = await readMaterial(context, principal, query)
  const { view, method } = material.panorama
  const written = [
    { id: 'status' as const, pieces: statusSentence(statusFacts(material)) },
    { id: 'problems' as const, pieces: problemSentence(problemFacts(material, todayOf(context))) },
    { id: 'advice' as const, pieces: adviceSentence(adviceFacts(material)) },
  ].flatMap(({ id, pieces }) => (pieces ? [{ id, pieces }] : []))
  const { sentences, citations } = numbered(written.map(({ pieces }) => pieces))
  return {
    view,
    title: `${material.place}${view.chainName}产业链`,
    period: view.period,
    sentences: written.map(({ id }, at) => ({ id, label: LABELS[id], segments: sentences[at] ?? [] })),
    citations: citations.map((citation, at) => ({ mark: at + 1, ...citation })),
    figures: keyFigures(material),
    nodes: nodeLists(material),
    method: [RULE, SILENT, ...method],
  }
}

function nodeLists({ plans, panorama }: BriefMaterial): Brief['nodes'] {
  const lists = [
    ['strong', plans.strong],
    ['weak', plans.weak],
    ['missing', plans.missing],
  ] as const
  return lists.map(([strength, nodes]) => ({
    strength,
    total: nodes.length,
    nodes: nodes.slice(0, LISTED_NODES).map(({ id, name, figures }) => ({
      id,
      name,
      enterprises: figures.enterprises,
      ref: referTo(panorama.view, { indicator: 'enterprises', kind: 'node', unit: id }),
    })),
  }))
}

/** Freshness and titles that run out turn with the day. */
export const briefVersion = (context: SourceContext, { view }: Brief) => `${view.version}-${todayOf(context)}`

import type { z } from 'zod'
import type { IndustryClusterChange } from '@contract/industryClusters'
import { activePack } from './chainEditions'
import { maySee, provinceOf, type SourceContext } from './context'
import { invalid, SourceFailure } from './failure'
import type { Principal } from './principal'

export type Draft = Omit<z.output<typeof IndustryClusterChange>, 'revision'>

export interface JudgedDraft {
  draft: Draft
  province: string
}

/** Refuses what cannot be a cluster, naming the field; what it gives back may be stored. */
export async function judgeDraft(context: SourceContext, principal: Principal, draft: Draft): Promise<JudgedDraft> {
  const counties = [...new Set(draft.counties)].sort()
  for (const code of counties) judgeCounty(context, principal, code)
  const provinces = [...new Set(counties.map(provinceOf))]
  if (provinces.length > 1) {
    const names = provinces.map((code) => context.regions.name(code)).join('、')
    throw invalid(`一个集群的区县须在同一省，所选分属${names}`, 'counties')
  }
  await judgeSubject(context, draft)
  const said = (text: string | null) => text || null
  const { batchName, document } = draft
  return {
    draft: { ...draft, counties, batchName: said(batchName), document: said(document) },
    province: provinces[0] ?? '',
  }
}

async function judgeSubject(context: SourceContext, { chain, node }: Draft) {
  const pack = await activePack(context, chain)
  if (!pack) throw invalid(`没有产业链 ${chain}`, 'chain')
  if (node !== null && !pack.nodes.some(({ id }) => id === node)) throw invalid(`${pack.name}没有环节 ${node}`, 'node')
}

function judgeCounty(context: SourceContext, principal: Principal, code: string) {
  const { regions } = context
  const region = regions.get(code)
  if (!region) throw invalid(`没有代码为 ${code} 的行政区划`, 'counties')
  if (region.level !== 'county') throw invalid(`${region.name}（${code}）不是县（市、区）`, 'counties')
  if (!region.inForce) throw invalid(retired(context, code, region.name), 'counties')
  if (!maySee(context, principal, code))
    throw new SourceFailure('forbidden', `您的权限不含${region.name}（${code}）`, 'counties')
}

/** Names the division that took over: choosing it is the person's decision, as a part may have gone elsewhere. */
function retired({ regions }: SourceContext, code: string, name: string): string {
  const { code: heir, kind, footnotes } = regions.resolve(code, 'current')
  const history = footnotes[0] ? `（${footnotes[0]}）` : ''
  const advice = kind === 'raised' || kind === 'unknown' ? '请改选现行区县' : `请改选${regions.name(heir)}（${heir}）`
  return `${name}（${code}）已不是现行区划${history}，${advice}`
}

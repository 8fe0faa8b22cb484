import type { z } from 'zod'
import type { AnalysisHead, AnalysisQuery } from '@contract/analysis'
import type { View } from '@contract/common'
import type { ChainNode, ChainPack } from '@domain/chain/pack'
import { periodWords } from '@domain/period/period'
import { freshnessOf } from '@domain/regionFigures/freshness'
import { requireNode } from './chainEditions'
import { regionsBelow, subjectOf, type Subject } from './clusterRows'
import { COUNTRY, maySee, todayOf, type SourceContext } from './context'
import { hasPeriod, nationProvinces } from './nation'
import type { Principal } from './principal'
import { frameOf, viewOf, type Frame } from './view'

/** A question of 指标分析 with everything it names found. */
export interface Analysis {
  context: SourceContext
  principal: Principal
  frame: Frame
  view: View
  pack: ChainPack
  node: ChainNode | null
  subject: Subject
}

export async function openAnalysis(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof AnalysisQuery>,
): Promise<Analysis> {
  const frame = await frameOf(context, principal, query)
  const { view, pack } = await viewOf(context, frame, query.chain)
  const node = query.node ? requireNode(pack, query.node) : null
  return { context, principal, frame, view, pack, node, subject: subjectOf(pack.id, node?.id ?? null) }
}

export function headOf({ context, frame, view, pack, node }: Analysis, method: readonly string[]): AnalysisHead {
  const { region, period, scope, mode, dataset, version, updatedAt } = frame
  return {
    region,
    regionName: view.regionName,
    chain: pack.id,
    chainName: pack.name,
    node: node?.id ?? null,
    nodeName: node?.name ?? null,
    period,
    periodText: periodWords(period),
    scope,
    mode,
    dataset,
    version,
    updatedAt,
    freshness: freshnessOf(period, 'year', todayOf(context))?.text ?? null,
    footnotes: view.footnotes,
    method: [...method],
  }
}

/** An answer that says how old its data is grows older with the day. */
export const analysisVersion = (context: SourceContext, { version }: AnalysisHead) => `${version}-${todayOf(context)}`

export type Level = 'province' | 'city' | 'county'

/** Regions side by side, within the region that they are parts of. */
export interface Area {
  among: string
  level: Level
  codes: string[]
}

/** 省看市，市看县; a county is seen among those of its city, as far as the principal may see them. */
export async function areaOf({ context, principal, frame }: Analysis, wish?: 'city' | 'county'): Promise<Area> {
  if (frame.region === COUNTRY) {
    const provinces = await nationProvinces(context, frame)
    const codes = provinces.filter((province) => hasPeriod(province, frame)).map(({ code }) => code)
    return { among: COUNTRY, level: 'province', codes }
  }
  const own = context.regions.level(frame.region)
  const path = context.regions.path(frame.region)
  const above = path[path.length - 2]?.code
  const among = own === 'county' && above && maySee(context, principal, above) ? above : frame.region
  const level = own === 'province' ? (wish ?? 'city') : 'county'
  return { among, level, codes: await regionsBelow(context, { ...frame, region: among }, level) }
}

export const areaName = (context: SourceContext, code: string) =>
  code === COUNTRY ? '全国' : context.regions.name(code)

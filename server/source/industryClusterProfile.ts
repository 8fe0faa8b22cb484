import type { z } from 'zod'
import type { Dataset } from '@contract/common'
import type { ClusterCommunity, IndustryClusterProfile, IndustryClusterProfileQuery } from '@contract/industryClusters'
import { concentrationOf } from '@domain/cluster/concentration'
import { NO_ROWS } from './clusterRows'
import type { SourceContext } from './context'
import { notFound } from './failure'
import { figuresOf } from './figures'
import { firmOf, readCards, subjectKey, type SubjectRows } from './industryClusterCards'
import { countyName, readTopEnterprises, type HeadRow, type TieRow } from './industryClusterFirms'
import { answerFrame, clusterFrame } from './industryClusters'
import { seatOf } from './industryClusterSeats'
import { clustersRevision, describeClusters, readStoredCluster } from './industryClusterStore'
import type { Principal } from './principal'
import { clusterQuotient, growthBetween, suppressedMeasures } from './regionMeasures'

type Query = z.output<typeof IndustryClusterProfileQuery>

/** 集群档案; a removed cluster has none. */
export async function readIndustryCluster(
  context: SourceContext,
  principal: Principal,
  id: string,
  query: Query,
): Promise<IndustryClusterProfile> {
  const { dataset: held, province } = await readStoredCluster(context, principal, id)
  const dataset = held as Dataset
  // Measured against its province; the principal's right to the cluster itself was checked above.
  const everywhere = { ...principal, region: province }
  const frame = await clusterFrame(context, everywhere, { ...query, region: province, dataset })
  const revision = await clustersRevision(context, dataset, province)
  // Once more: what an entity tag says must not be newer than the answer.
  const stored = await readStoredCluster(context, principal, id)
  if (stored.removed_at !== null) throw notFound(`集群“${stored.name}”已被删除`, 'id')
  const [cluster] = await describeClusters(context, [stored])
  if (!cluster) throw notFound(`没有编号为 ${id} 的集群`, 'id')
  const { cards, subjects, ties, heads } = await readCards(context, frame, province, [cluster])
  const [card] = cards
  const seat = seatOf(cluster)
  const read = subjects.get(subjectKey(seat.subject))
  if (!card || !read) throw new Error(`no figures were read for cluster ${id}`)
  return {
    ...answerFrame(context, frame, query.mode, revision),
    card,
    counties: cluster.counties.map((county) => ({ ...county, ...countyFigures(read, county.code) })),
    topEnterprises: await readTopEnterprises(context, principal, frame, seat),
    communities: card.communities === null ? null : communitiesOf(context, ties, heads),
  }
}

function countyFigures({ rows, province, known }: SubjectRows, code: string) {
  const own = rows.get(code) ?? NO_ROWS
  return {
    figures: figuresOf(own.subject, known),
    concentration: concentrationOf(own.subject.revenue_wan, own.total.revenue_wan).value,
    quotient: clusterQuotient(own, province)?.text ?? null,
    growth: growthBetween(own.before, own.subject),
    suppressed: suppressedMeasures(own, province),
  }
}

/** One community per 链主 that has ties, the largest first. */
function communitiesOf(context: SourceContext, ties: readonly TieRow[], heads: readonly HeadRow[]): ClusterCommunity[] {
  return heads
    .flatMap((head) => {
      const own = ties.filter(({ leader }) => leader === head.credit_code)
      return own.length > 0 ? [{ leader: firmOf(context, head), members: membersOf(context, own) }] : []
    })
    .sort((a, b) => b.members.length - a.members.length)
}

function membersOf(context: SourceContext, ties: readonly TieRow[]): ClusterCommunity['members'] {
  const byCode = new Map<string, TieRow[]>()
  for (const tie of ties) byCode.set(tie.partner, [...(byCode.get(tie.partner) ?? []), tie])
  return [...byCode.entries()].map(([creditCode, own]) => {
    const roles = new Set(own.map(({ role }) => role))
    return {
      creditCode,
      name: own[0]?.name ?? creditCode,
      countyName: countyName(context, own[0]?.county ?? null),
      role: roles.size > 1 ? 'both' : roles.has('supplier') ? 'supplier' : 'customer',
      products: [...new Set(own.flatMap(({ product }) => product ?? []))],
    }
  })
}

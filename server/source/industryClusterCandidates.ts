import type { z } from 'zod'
import type { CandidateQuery, ClusterCandidate, ClusterCandidates } from '@contract/industryClusters'
import { CANDIDATE_RULE, isSuggested } from '@domain/cluster/candidates'
import { requireNode, requirePack } from './chainEditions'
import { NO_ROWS, regionsBelow, subjectOf } from './clusterRows'
import { cityNameOf } from './compareRegions'
import { provinceOf, type SourceContext } from './context'
import { figuresOf } from './figures'
import { readSubject, type SubjectRows } from './industryClusterCards'
import { clusterFrame } from './industryClusters'
import type { Principal } from './principal'
import { hiddenBy, quotientAgainst, quotientBasis } from './regionMeasures'

type Query = z.output<typeof CandidateQuery>

/** Counties below a region for a cluster of a chain, the most specialised first; those without a quotient last. */
export async function readClusterCandidates(
  context: SourceContext,
  principal: Principal,
  { chain, node, ...query }: Query,
): Promise<ClusterCandidates & { version: number }> {
  const frame = await clusterFrame(context, principal, query)
  const pack = await requirePack(context, chain)
  if (node !== undefined) requireNode(pack, node)
  const codes = (await regionsBelow(context, frame, 'county')).filter((code) => context.regions.get(code)?.inForce)
  const read = await readSubject(context, frame, subjectOf(chain, node ?? null), provinceOf(frame.region), codes)
  const counties = codes.map((code) => candidate(context, read, code)).sort(mostSpecialisedFirst)
  return {
    region: frame.region,
    period: frame.period,
    dataset: frame.dataset,
    version: frame.version,
    rule: `${CANDIDATE_RULE}（区位商以${context.regions.name(provinceOf(frame.region))}为参照）`,
    counties: counties.map(({ shown }) => shown),
  }
}

interface Ranked {
  shown: ClusterCandidate
  /** Unrounded. */
  quotient: number | null
}

function candidate(context: SourceContext, { rows, province, known }: SubjectRows, code: string): Ranked {
  const own = rows.get(code) ?? NO_ROWS
  const { enterprises, revenueWan, revenueSuppressed } = figuresOf(own.subject, known)
  const quotient = quotientAgainst(own, province)
  const byRevenue = quotientBasis(own.subject, province.subject) === 'revenue'
  return {
    quotient: quotient?.value ?? null,
    shown: {
      code,
      name: context.regions.name(code),
      cityName: cityNameOf(context, { code, level: 'county' }),
      enterprises,
      revenueWan,
      revenueSuppressed,
      quotient: quotient?.text ?? null,
      quotientSuppressed: byRevenue ? hiddenBy(own.subject, own.total, province.subject, province.total) : null,
      suggested: isSuggested(quotient?.value ?? null, enterprises),
    },
  }
}

const mostSpecialisedFirst = (a: Ranked, b: Ranked) =>
  (b.quotient ?? -1) - (a.quotient ?? -1) ||
  b.shown.enterprises - a.shown.enterprises ||
  (a.shown.code < b.shown.code ? -1 : 1)

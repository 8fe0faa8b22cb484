import type { IndustryCluster, IndustryClusterCard } from '@contract/industryClusters'
import { NO_ROWS, readRegionRows, sumRows, type RegionRows, type Subject } from './clusterRows'
import type { SourceContext } from './context'
import { knowledgeOf, type Knowledge } from './figures'
import { cardOf } from './industryClusterCard'
import {
  countyName,
  hasSupplyLinks,
  readHeads,
  readTies,
  readTiers,
  type HeadRow,
  type TieRow,
} from './industryClusterFirms'
import { seatOf } from './industryClusterSeats'
import { yearBefore } from './regionMeasures'
import type { Frame } from './view'

const TIER_NAMES: Record<string, string> = {
  'little-giant': '专精特新“小巨人”',
  specialised: '专精特新中小企业',
  champion: '制造业单项冠军',
  gazelle: '瞪羚、独角兽',
  innovative: '创新型、科技型中小企业',
}

/** What one subject reads like in every county asked for and in the province. */
export interface SubjectRows {
  rows: ReadonlyMap<string, RegionRows>
  province: RegionRows
  known: Knowledge
}

/** Rows of the counties and of the province above them; `regions` may name a county twice. */
export async function readSubject(
  context: SourceContext,
  frame: Frame,
  subject: Subject,
  province: string,
  regions: readonly string[],
): Promise<SubjectRows> {
  const codes = [...new Set([...regions, province])]
  const rows = await readRegionRows(context, frame, subject, yearBefore(frame.period), codes)
  const whole = rows.get(province) ?? NO_ROWS
  return { rows, province: whole, known: await knowledgeOf(context, frame, subject.chain, whole.total) }
}

/** Cards of clusters of one province, in their order. */
export async function readCards(
  context: SourceContext,
  frame: Frame,
  province: string,
  clusters: readonly IndustryCluster[],
): Promise<{
  cards: IndustryClusterCard[]
  subjects: ReadonlyMap<string, SubjectRows>
  ties: TieRow[]
  heads: HeadRow[]
}> {
  if (clusters.length === 0) return { cards: [], subjects: new Map(), ties: [], heads: [] }
  const seats = clusters.map(seatOf)
  const subjects = new Map<string, SubjectRows>()
  for (const { subject } of seats) {
    const key = subjectKey(subject)
    if (subjects.has(key)) continue
    const counties = seats.filter((seat) => subjectKey(seat.subject) === key).flatMap((seat) => seat.counties)
    subjects.set(key, await readSubject(context, frame, subject, province, counties))
  }
  const heads = await readHeads(context, frame, seats)
  const tiers = await readTiers(context, frame, seats)
  const hasLinks = await hasSupplyLinks(context, frame, province)
  const ties = hasLinks ? await readTies(context, frame, seats) : []
  const cards = clusters.map((cluster) => {
    const seat = seatOf(cluster)
    const read = subjects.get(subjectKey(seat.subject))
    if (!read) throw new Error(`no rows were read for cluster ${cluster.id}`)
    const { known, province: reference } = read
    const own = sumRows(seat.counties.flatMap((code) => read.rows.get(code) ?? []))
    const ofOne = <T extends { id: string }>(list: readonly T[]) => list.filter(({ id }) => id === cluster.id)
    return cardOf({
      frame,
      cluster,
      own,
      province: reference,
      known,
      honours: known.honours ? honoursOf(own.subject.honoured, ofOne(tiers)) : null,
      leaders: known.leaders ? ofOne(heads).map((head) => firmOf(context, head)) : null,
      communities: known.leaders && hasLinks ? communitiesOf(ofOne(ties)) : null,
    })
  })
  return { cards, subjects, ties, heads }
}

export const subjectKey = ({ chain, unitKind, unit }: Subject) => `${chain} ${unitKind} ${unit}`

export const firmOf = (context: SourceContext, head: Omit<HeadRow, 'id'>) => ({
  creditCode: head.credit_code,
  name: head.name,
  countyName: countyName(context, head.county_found),
})

const honoursOf = (total: number, tiers: readonly { tier: string; enterprises: number }[]) => ({
  total,
  tiers: Object.entries(TIER_NAMES).map(([tier, name]) => ({
    tier,
    name,
    enterprises: tiers.find((row) => row.tier === tier)?.enterprises ?? 0,
  })),
})

const communitiesOf = (ties: readonly TieRow[]) => ({
  communities: new Set(ties.map(({ leader }) => leader)).size,
  enterprises: new Set(ties.flatMap(({ leader, partner }) => [leader, partner])).size,
})

import type { IndustryCluster } from '@contract/industryClusters'
import { subjectOf, type Subject } from './clusterRows'

/** What a cluster is about and where it is: all that figures need to know of it. */
export interface ClusterSeat {
  id: string
  subject: Subject
  counties: string[]
}

export const seatOf = ({ id, chain, node, counties }: IndustryCluster): ClusterSeat => ({
  id,
  subject: subjectOf(chain, node),
  counties: counties.map(({ code }) => code),
})

import type { Suppression } from '../disclosure/suppression'
import type { HhiBounds } from './concentration'

/** With a public sum, three enterprises leave each of them two equations for the two others. */
const FEWEST = 4
/** Above one half of 10,000 one enterprise must hold more than half, and its share lies between narrow bounds. */
const MOST = 5000

/** Whether a 集中度指数 among so many reporting enterprises gives one of them away; null = it may be shown. */
export function hhiDisclosure(reporting: number, bounds: HhiBounds | null): Suppression | null {
  if (bounds === null) return null
  if (reporting < FEWEST) return 'few'
  return Number(bounds.upper) > MOST ? 'dominant' : null
}

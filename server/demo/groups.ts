import type { DemoEnterprise } from './enterprises'
import type { DemoLeader } from './leaders'
import { createRandom } from './random'

const FEWEST = 1
const MOST = 4

/** 母公司 by code of the subsidiary: every 链主 holds some smaller firms of its chain. */
export function demoGroups(
  enterprises: readonly DemoEnterprise[],
  leaders: readonly DemoLeader[],
): Map<string, DemoEnterprise> {
  const random = createRandom('groups')
  const taken = new Set(leaders.map(({ enterprise }) => enterprise.creditCode))
  const parents = new Map<string, DemoEnterprise>()
  for (const { enterprise, seat } of leaders) {
    const own = enterprises.filter((one) => one.seat?.chain === seat.chain && !taken.has(one.creditCode))
    for (const child of random.sample(own, random.whole(FEWEST, MOST))) {
      taken.add(child.creditCode)
      parents.set(child.creditCode, enterprise)
    }
  }
  return parents
}

import type { Dataset, DivisionMode, Scope } from '@contract/common'
import { comparePeriods, parsePeriod } from '@domain/period/period'
import type { SourceContext } from './context'
import { asYardstick, type Principal } from './principal'
import { dataVersion, frameOf, periodsIn, preferredDataset, type Frame } from './view'

interface Wish {
  period?: string | undefined
  scope: Scope
  mode: DivisionMode
  dataset?: Dataset | undefined
}

/** One question for all regions: the defaults are filled in once, not by each province for itself. */
export interface Setting {
  dataset: Dataset
  period: string
  scope: Scope
  mode: DivisionMode
  /** Read before anything else of the data: what a publication changes meanwhile is then newer than it says, never older. */
  version: number
  updatedAt: string | null
  /** 统计期 with data of each province. */
  periods: ReadonlyMap<string, readonly string[]>
}

export async function settingOf(context: SourceContext, provinces: readonly string[], wish: Wish): Promise<Setting> {
  const dataset = wish.dataset ?? (await sharedDataset(context, provinces))
  const { version, updatedAt } = await dataVersion(context, dataset)
  const periods = new Map<string, readonly string[]>()
  for (const province of provinces) periods.set(province, await periodsIn(context, province, dataset))
  const period = wish.period ?? sharedPeriod([...periods.values()]) ?? String(context.now().getFullYear())
  return { dataset, period, scope: wish.scope, mode: wish.mode, version, updatedAt, periods }
}

/** Real data where any of the provinces has some: demonstration data never stands beside it. */
async function sharedDataset(context: SourceContext, provinces: readonly string[]): Promise<Dataset> {
  const preferred = await Promise.all(provinces.map((province) => preferredDataset(context, province)))
  if (preferred.includes('real')) return 'real'
  return preferred.includes('demo') ? 'demo' : 'real'
}

/** The period that most provinces have; the latest of those. */
function sharedPeriod(lists: readonly (readonly string[])[]): string | undefined {
  const counts = new Map<string, number>()
  for (const period of lists.flat()) counts.set(period, (counts.get(period) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || latestFirst(a, b))[0]?.[0]
}

function latestFirst(a: string, b: string): number {
  const [left, right] = [parsePeriod(a), parsePeriod(b)]
  return left && right ? comparePeriods(right, left) : 0
}

export const frameIn = (
  context: SourceContext,
  principal: Principal,
  setting: Setting,
  region: string,
): Promise<Frame> => frameOf(context, asYardstick(principal), { ...setting, region })

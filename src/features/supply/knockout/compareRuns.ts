import type { KnockOut, KnockOutHit } from '@contract/knockOut'

export interface ChangedHit {
  party: KnockOutHit['party']
  /** 万元; null = no amount known. */
  before: string | null
  after: string | null
  /** 万元, after − before; null where either is unknown. */
  difference: number | null
}

export interface RunComparison {
  newlyHit: KnockOutHit[]
  noLongerHit: KnockOutHit[]
  /** Hit in both, with another 风险收入; the largest change first, unknown ones last. */
  changed: ChangedHit[]
  same: number
  /** Why the two cannot be compared fully; empty where they can. */
  caveats: string[]
}

/** What the second run says otherwise than the first. Firms that stop themselves are no hits. */
export function compareRuns(first: KnockOut, second: KnockOut): RunComparison {
  const [before, after] = [hitsOf(first), hitsOf(second)]
  const changed: ChangedHit[] = []
  let same = 0
  for (const [id, old] of before) {
    const now = after.get(id)
    if (!now) continue
    if (old.atRiskWan === now.atRiskWan) same += 1
    else changed.push(changeOf(old, now))
  }
  return {
    newlyHit: [...after.values()].filter(({ party }) => !before.has(party.id)),
    noLongerHit: [...before.values()].filter(({ party }) => !after.has(party.id)),
    changed: changed.sort((a, b) => size(b) - size(a) || (a.party.id < b.party.id ? -1 : 1)),
    same,
    caveats: caveatsOf(first, second),
  }
}

const hitsOf = ({ hits }: KnockOut) =>
  new Map(hits.filter(({ isStopped }) => !isStopped).map((one) => [one.party.id, one]))

function changeOf(old: KnockOutHit, now: KnockOutHit): ChangedHit {
  const difference =
    old.atRiskWan === null || now.atRiskWan === null ? null : Number(now.atRiskWan) - Number(old.atRiskWan)
  return { party: now.party, before: old.atRiskWan, after: now.atRiskWan, difference }
}

const size = ({ difference }: ChangedHit) => (difference === null ? -1 : Math.abs(difference))

function caveatsOf(first: KnockOut, second: KnockOut): string[] {
  return [
    ...(first.region !== second.region ? [`地区不同：${first.regionName}，${second.regionName}。`] : []),
    ...(first.year !== second.year ? [`供应关系的年份不同：${first.year ?? '无'}，${second.year ?? '无'}。`] : []),
    ...(first.dataset !== second.dataset ? ['一次用本地数据，一次用演示数据，不能相比。'] : []),
    ...(first.dataset === second.dataset && first.version !== second.version
      ? ['两次之间发布或撤回过数据，差别也可能来自数据。']
      : []),
    ...(first.isCut || second.isCut ? ['只比较列出的前 1,000 家，合计仍是全部。'] : []),
  ]
}

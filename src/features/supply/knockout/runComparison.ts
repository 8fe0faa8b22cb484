import type { KnockOut } from '@contract/knockOut'
import { compareRuns, type RunFirm } from '@domain/supply/compareRuns'
import { amountText } from '@/features/supply/amountText'

export interface DifferenceRow {
  id: string
  name: string
  text: string
}

export interface DifferenceList {
  id: 'new' | 'gone' | 'changed'
  title: string
  rows: DifferenceRow[]
}

export interface RunDifferences {
  lists: DifferenceList[]
  /** Firms hit in both by the same amount. */
  same: number
}

const YUAN_IN_WAN = 10_000

/** What the second run says otherwise than the first, in words. Firms that stop themselves are no hits. */
export function runDifferences(first: KnockOut, second: KnockOut): RunDifferences {
  const names = new Map([...first.hits, ...second.hits].map(({ party }) => [party.id, party.name]))
  const { added, gone, changed, same } = compareRuns(firmsOf(first), firmsOf(second))
  const row = (firm: string, text: string): DifferenceRow => ({ id: firm, name: names.get(firm) ?? firm, text })
  const rowOf = ({ firm, atRisk }: RunFirm) => row(firm, yuanText(atRisk))
  return {
    lists: [
      { id: 'new', title: '新增波及', rows: added.map(rowOf) },
      { id: 'gone', title: '不再波及', rows: gone.map(rowOf) },
      {
        id: 'changed',
        title: '风险收入有变',
        rows: changed.map(({ firm, before, after, by }) =>
          row(firm, `${yuanText(before)} → ${yuanText(after)}（${signed(by)}）`),
        ),
      },
    ],
    same,
  }
}

const firmsOf = ({ hits }: KnockOut): RunFirm[] =>
  hits
    .filter(({ isStopped }) => !isStopped)
    .map(({ party, atRiskWan }) => ({
      firm: party.id,
      atRisk: atRiskWan === null ? Number.NaN : Math.round(Number(atRiskWan) * YUAN_IN_WAN),
    }))

const yuanText = (yuan: number) => (Number.isNaN(yuan) ? '没有金额' : amountText(String(yuan / YUAN_IN_WAN)))
const signed = (yuan: number) => (Number.isNaN(yuan) ? '—' : `${yuan > 0 ? '+' : '−'}${yuanText(Math.abs(yuan))}`)

/** Why two runs cannot be compared fully; empty where they can. */
export function comparisonCaveats(first: KnockOut, second: KnockOut): string[] {
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

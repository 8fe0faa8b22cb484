import type { CriticalityRule } from '@domain/supply/criticality'

interface Known {
  /** Firms between which 中介中心度 is worked out, and suppliers of a node that are ranked, at most. */
  mostBetween: number
  rankedInNode: number
  regionName: string
  year: string | null
  /** Trades inside the chain, and those of them without an amount. */
  trades: number
  unpriced: number
  /** Firms that trade inside the chain. */
  firms: number
  isScoped: boolean
}

/** 口径 of the ranking. */
export function criticalityMethod({ w1, w2, w3, tau }: CriticalityRule, known: Known): string[] {
  const { regionName, year, trades, unpriced, firms, isScoped, mostBetween, rankedInNode } = known
  return [
    `关键度 =（${w1} × 供给占比 + ${w2} × 替代难度 + ${w3} × 中介中心度）÷ 权重之和；权重没有公开标准，为本系统所定，可以改。供给占比不知道的，由其余两项按权重计。`,
    `纠偏：纠偏前把替代难度都当作 1（无人可替）；纠偏后替代难度 = 1 ÷（1 + 省内替代企业数），低于 τ = ${tau} 的属伪关键，再乘以 替代难度 ÷ τ 降级。`,
    `供给占比的口径：买方在本链上的 ${year ?? '—'} 年供应关系（已知采购）共 ${trades} 条，其中 ${unpriced} 条没有金额、不计；环节的占比是${regionName}企业供给的已知金额在各环节之间的份额，企业的占比是它在本环节${regionName}供给中的份额。`,
    `归环节：产品名称说得出环节的按产品，说不出的按供方所在环节；一条归几个环节的，各计一次。企业在几个环节供货的，取占比最大的一个；每个环节只排已知供货额最大的 ${rankedInNode} 家。`,
    '替代企业：省内在同一环节（名录挂链，或有该环节供货记录）的其他企业；同一环节只说明产品同类，能否替代须逐家核实。',
    `断点：${regionName}有本链企业采购而没有企业供货的环节，以及只有一家的环节；既没有供货企业也没有采购的环节不列。`,
    `中介中心度：环节按产业链图谱的产品流向，企业按本链内的供应关系，取通过它的最短路径份额，以最大者为 1。${firms > mostBetween ? `本链内有 ${firms} 家企业，只在已知金额最大的 ${mostBetween} 家之间计算，其余按 0 计。` : ''}`,
    ...(isScoped ? ['只含至少一端在您权限内的供应关系；权限之外的企业不计作替代。'] : []),
  ]
}

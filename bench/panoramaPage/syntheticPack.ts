import type { ChainPack } from '@domain/chain/pack'
import { randomOf } from './random'

/** A chain of any size: three stages, groups of five, 1.5 edges a node, mostly to the next stage. */
export function syntheticPack(size: number): ChainPack {
  const random = randomOf(size)
  const stages = ['up', 'mid', 'down'] as const
  const groupCount = Math.ceil(size / 5)
  const groups = Array.from({ length: groupCount }, (_, i) => ({
    id: `g${i}`,
    stage: stages[Math.floor((i * 3) / groupCount)]!,
    name: `环节组${i + 1}`,
  }))
  const nodes = Array.from({ length: size }, (_, i) => ({
    id: `n${i}`,
    group: `g${Math.floor(i / 5)}`,
    name: `产品环节${i + 1}`,
    weight: (1 + Math.floor(random() * 3)) as 1 | 2 | 3,
    codes: [],
    keywords: [],
  }))
  const edges = Array.from({ length: Math.round(size * 1.5) }, () => {
    const from = Math.floor(random() * size * 0.66)
    const to = Math.min(size - 1, from + 1 + Math.floor(random() * size * 0.33))
    return { from: `n${from}`, to: `n${to}`, product: `产品${from}` }
  })
  return {
    id: `synthetic-${size}`,
    name: '合成链',
    edition: '1',
    asOf: '2026-11',
    summary: '',
    sources: [],
    stages: stages.map((id, i) => ({ id, name: ['上游', '中游', '下游'][i]!, title: '合成数据' })),
    groups,
    nodes,
    edges: edges.filter(
      ({ from, to }, i) => from !== to && edges.findIndex((e) => e.from === from && e.to === to) === i,
    ),
  }
}

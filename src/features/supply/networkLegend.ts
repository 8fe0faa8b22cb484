import type { Network } from '@contract/supply'
import { SUPPLY_RINGS, type SupplyRing } from '@domain/indicator/localSupply'
import type { NetworkTone } from './networkTheme'
import { RING_WORDS } from './supplyWords'

/** One sample of the legend: a disc of a place, a mark, or a line. */
export type LegendItem =
  | { kind: 'disc'; tone: NetworkTone; text: string }
  | { kind: 'star' | 'open' | 'plate' | 'sizes'; text: string }
  | { kind: 'line'; tone: NetworkTone; dashed: boolean; text: string }

/** Only what is in the picture is explained. */
export function legendItems({ nodes, links, grouped }: Network): LegendItem[] {
  const rings = new Set<SupplyRing | null>(nodes.map(({ ring }) => ring))
  const discs = SUPPLY_RINGS.filter((ring) => rings.has(ring)).map((ring): LegendItem => ({
    kind: 'disc',
    tone: `ring-${ring}`,
    text: RING_WORDS[ring],
  }))
  const has = (test: (node: Network['nodes'][number]) => boolean) => nodes.some(test)
  const items: (LegendItem | false)[] = [
    ...discs,
    rings.has(null) && { kind: 'disc', tone: 'ring-mixed', text: '几个地方' },
    has((node) => node.what === 'firm' && node.leader) && { kind: 'star', text: '链主' },
    has((node) => node.what === 'firm' && node.kind !== 'enterprise') && { kind: 'open', text: '省外或未入库' },
    grouped !== 'none' && { kind: 'plate', text: '一组企业，双击展开' },
    { kind: 'sizes', text: '往来金额' },
    { kind: 'line', tone: 'up', dashed: false, text: '上游供货' },
    { kind: 'line', tone: 'down', dashed: false, text: '向下游供货' },
    links.some(({ isInferred }) => isInferred) && { kind: 'line', tone: 'up', dashed: true, text: '推断' },
    links.some(({ marks }) => marks.length > 0) && {
      kind: 'line',
      tone: 'marked',
      dashed: false,
      text: '⚠ 说法有矛盾',
    },
  ]
  return items.filter((item) => item !== false)
}

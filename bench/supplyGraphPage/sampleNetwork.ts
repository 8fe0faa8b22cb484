import type { NetworkScene, SceneEdge, SceneNode } from '@/graph/network/networkScene'
import { columnLayout } from '@/features/supply/layout/columnLayout'
import type { LayoutNode } from '@/features/supply/layout/layoutNode'
import { ringLayout } from '@/features/supply/layout/ringLayout'
import { randomOf } from '../panoramaPage/random'

/** An invented ego network: a few heavy firms, many light ones, counties of very different size; the same for every seed. */
export interface SampleNetwork {
  nodes: (LayoutNode & { label: string; tone: string; mark?: SceneNode['mark']; count?: number; radius: number })[]
  edges: SceneEdge[]
}

export const SAMPLE_TONES = {
  dark: { local: '#1fd1a5', province: '#4b93ff', away: '#b58cff', stopped: '#ff5468', risk: '#ffb02e' },
  light: { local: '#0b9a78', province: '#2f6fe4', away: '#7c4fd0', stopped: '#d22c47', risk: '#e08a00' },
} as const

const COUNTIES =
  '沈河区 和平区 铁西区 皇姑区 浑南区 沈北新区 于洪区 新民市 金州区 甘井子区 旅顺口区 瓦房店市 庄河市 普兰店区 立山区 海城市 台安县 望花区 顺城区 本溪县 凤城市 东港市 凌海市 北镇市 老边区 大石桥市 阜蒙县 太平区 辽阳县 灯塔市 大洼区 盘山县 银州区 开原市 双塔区 凌源市 龙港区 兴城市 绥中县 省外'.split(
    ' ',
  )
const FIRST = '远恒盛瑞宏泰金辽沈北东华新科鑫顺达诚信德博凯兴隆中联天宇方圆'
const TRADES =
  '精密铸造 齿轮 轴承 液压件 数控刀具 电机 主轴 丝杠 导轨 控制系统 钣金 锻造 传感器 减速机 紧固件 密封件 冷却装置 电缆 模具 热处理'.split(
    ' ',
  )

const TIERS = [-1, -2, -3, 1, 2]
const TIER_PARTS = [0.22, 0.36, 0.14, 0.18, 0.1]

export function sampleNetwork(size: number, edgeCount: number, counties = COUNTIES.length): SampleNetwork {
  const next = randomOf(size)
  const pick = <T>(items: ArrayLike<T>): T => items[Math.floor(next() * items.length)] as T
  const nodes: SampleNetwork['nodes'] = [
    {
      id: 'ego',
      tier: 0,
      group: '沈河区',
      groupOrder: 0,
      weight: 1e9,
      radius: 24,
      label: '沈阳第一机床',
      tone: 'local',
      mark: 'star',
    },
  ]
  const tiers = new Map<number, string[]>([[0, ['ego']]])
  for (let i = 1; i < size; i++) {
    const draw = next()
    let [tier, sum] = [-2, 0]
    for (let t = 0; t < TIERS.length; t++) {
      sum += TIER_PARTS[t] ?? 0
      if (draw < sum) {
        tier = TIERS[t] ?? -1
        break
      }
    }
    if (i <= TIERS.length) tier = TIERS[i - 1] ?? tier
    const county = Math.floor(next() ** 1.7 * counties)
    const weight = 1 / (0.003 + next())
    const outside = COUNTIES[county] === '省外'
    const star = weight > 120 && Math.abs(tier) <= 2
    nodes.push({
      id: `n${i}`,
      tier,
      group: COUNTIES[county] ?? '省外',
      groupOrder: county,
      weight: star ? weight * 100 : weight,
      radius: Math.round((star ? 11 : Math.min(10, 3.2 + Math.sqrt(weight) * 0.55)) * 2) / 2,
      label: `${pick(FIRST)}${pick(FIRST)}${pick(TRADES)}`,
      tone: outside ? 'away' : county < counties * 0.2 ? 'local' : 'province',
      mark: star ? 'star' : outside && next() < 0.5 ? 'outside' : undefined,
    })
    tiers.set(tier, [...(tiers.get(tier) ?? []), `n${i}`])
  }
  return { nodes, edges: sampleEdges(nodes, tiers, edgeCount, next) }
}

function sampleEdges(
  nodes: SampleNetwork['nodes'],
  tiers: ReadonlyMap<number, string[]>,
  count: number,
  next: () => number,
): SceneEdge[] {
  const toneOf = new Map(nodes.map(({ id, tone }) => [id, tone]))
  const edges: SceneEdge[] = []
  const add = (node: SampleNetwork['nodes'][number]) => {
    const near = tiers.get(node.tier - Math.sign(node.tier)) ?? []
    const other = near[Math.floor(next() ** 2 * near.length)]
    if (!other) return
    const [from, to] = node.tier < 0 ? [node.id, other] : [other, node.id]
    const amount = 0.4 / (0.08 + next())
    const width = Math.round((0.7 + amount * 0.55) * 2) / 2
    edges.push({ id: `e${edges.length}`, from, to, width, dashed: next() < 0.25, tone: toneOf.get(from) ?? 'province' })
  }
  const others = nodes.slice(1)
  others.forEach(add)
  while (edges.length < count && others.length > 0) {
    const node = others[Math.floor(next() * others.length)]
    if (node) add(node)
  }
  return edges
}

/** The sample laid out as the product does it. */
export function sampleScene({ nodes, edges }: SampleNetwork, kind: 'rings' | 'columns', stretch = 1): NetworkScene {
  const { positions, guides } =
    kind === 'rings'
      ? ringLayout(nodes, { stretch })
      : columnLayout(nodes, { sub: (tier) => `${nodes.filter((node) => node.tier === tier).length} 家` })
  return {
    nodes: nodes.map(({ id, radius, tone, label, weight, mark, count, group }) => {
      const { x, y } = positions.get(id) ?? { x: 0, y: 0 }
      return { id, x, y, radius, tone, label, weight, mark, count, detail: group }
    }),
    edges,
    guides,
  }
}

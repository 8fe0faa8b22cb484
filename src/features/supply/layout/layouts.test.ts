import { describe, expect, it } from 'vitest'
import { columnLayout } from './columnLayout'
import { sampleNodes } from './layout.fixture'
import { radiusOf, tierTitle, type LayoutNode, type NetworkLayout } from './layoutNode'
import { ringLayout } from './ringLayout'

const LAYOUTS: [string, (nodes: readonly LayoutNode[]) => NetworkLayout][] = [
  ['rings', (nodes) => ringLayout(nodes)],
  ['wide rings', (nodes) => ringLayout(nodes, { stretch: 1.5 })],
  ['columns', (nodes) => columnLayout(nodes)],
]

const NETWORKS: [string, LayoutNode[]][] = [
  ['only the 链主', sampleNodes(0)],
  ['one supplier', sampleNodes(1, [-1])],
  ['60 firms', sampleNodes(60)],
  ['upstream only', sampleNodes(700, [-1, -2, -3, -4])],
  ['one county', sampleNodes(900, [-1, 1], 1)],
  ['5,000 firms of 100 counties', sampleNodes(4999, [-4, -3, -2, -1, 1, 2, 3], 100)],
  [
    'several at the middle',
    [
      ...sampleNodes(40),
      ...sampleNodes(30, [0])
        .slice(1)
        .map((n) => ({ ...n, id: `m${n.id}` })),
    ],
  ],
]

/** Pairs of discs that touch, by sweeping from left to right. */
function overlaps(nodes: readonly LayoutNode[], { positions }: NetworkLayout): string[] {
  const discs = nodes
    .map((node) => ({ id: node.id, r: radiusOf(node), ...(positions.get(node.id) ?? { x: NaN, y: NaN }) }))
    .sort((a, b) => a.x - b.x)
  const found: string[] = []
  discs.forEach((a, i) => {
    for (let j = i + 1; j < discs.length; j++) {
      const b = discs[j]
      if (!b || b.x - a.x > 50) break
      if (Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r) found.push(`${a.id} ${b.id}`)
    }
  })
  return found
}

describe.each(LAYOUTS)('%s', (_name, layout) => {
  it.each(NETWORKS)('places every node of %s apart from all others', (_network, nodes) => {
    const laidOut = layout(nodes)
    expect(laidOut.positions.size).toBe(nodes.length)
    expect([...laidOut.positions.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
    expect(overlaps(nodes, laidOut)).toEqual([])
  })

  it('does not depend on the order of the nodes', () => {
    const nodes = sampleNodes(500)
    expect(layout([...nodes].reverse())).toEqual(layout(nodes))
  })

  it('puts the 链主 in the middle, suppliers left of it and buyers right of it', () => {
    const nodes = sampleNodes(300)
    const { positions } = layout(nodes)
    expect(positions.get('ego')).toEqual({ x: 0, y: 0 })
    const onItsSide = nodes.map(({ id, tier }) => Math.sign(positions.get(id)?.x ?? NaN) === Math.sign(tier))
    expect(onItsSide).not.toContain(false)
  })

  it('titles every tier once', () => {
    const { guides } = layout(sampleNodes(300, [-2, -1, 1]))
    const titles = guides.filter(({ kind }) => kind === 'ring' || kind === 'column').map(({ label }) => label)
    expect(titles.filter((title) => title !== '链主').sort()).toEqual(['上游一级', '上游二级', '下游一级'].sort())
  })
})

describe('columns with names', () => {
  const named = (count: number) => sampleNodes(count).map((node) => ({ ...node, nameWidth: node.tier === 0 ? 0 : 150 }))
  const ROOMS = [
    ['of a desk', { width: 1300, height: 750 }, 100],
    ['of a notebook', { width: 860, height: 480 }, 70],
  ] as const

  it.each(ROOMS)('let every disc be named on a screen %s', (_screen, room, least) => {
    const nodes = named(70)
    const { positions, guides } = columnLayout(nodes, { room })
    expect(overlaps(nodes, { positions, guides })).toEqual([])
    const columns = guides.filter((guide) => guide.kind === 'column')
    const [first, last] = [columns[0], columns.at(-1)]
    const ys = [...positions.values()].map(({ y }) => y)
    const whole = {
      width: (last?.x ?? 0) + (last?.width ?? 0) - (first?.x ?? 0),
      height: Math.max(...ys) - Math.min(...ys),
    }
    const zoom = Math.min(room.width / whole.width, room.height / whole.height)
    const pitches = columns.filter(({ label }) => label !== '链主').map(({ pitch = 0 }) => pitch * zoom)
    expect(Math.min(...pitches)).toBeGreaterThan(least)
    const rows = nodes.map(({ id }) => positions.get(id) ?? { x: NaN, y: NaN })
    const close = rows.filter((a) => rows.some((b) => a !== b && a.x === b.x && Math.abs(a.y - b.y) * zoom < 13))
    expect(close).toEqual([])
  })

  it('name the heaviest of each group where there is no room for more', () => {
    const nodes = sampleNodes(2000, [-1, 1], 6)
    const { rooms, guides } = columnLayout(nodes, { room: ROOMS[0][1] })
    expect(guides.filter(({ kind }) => kind === 'heading').length).toBeGreaterThanOrEqual(12)
    const sides = nodes.slice(1).map((node) => ({ ...node, key: `${node.tier} ${node.group}` }))
    for (const key of new Set(sides.map((node) => node.key))) {
      const largest = Math.max(...sides.filter((node) => node.key === key).map(radiusOf))
      const named = sides.filter((node) => node.key === key && (rooms?.get(node.id) ?? 0) > 60)
      expect(named.map(radiusOf)).toContain(largest)
    }
  })

  it('fall back where nothing fits, and where there are no names', () => {
    const room = { width: 300, height: 200 }
    expect(columnLayout(named(400), { room })).toEqual(columnLayout(named(400)))
    expect(columnLayout(sampleNodes(50), { room: ROOMS[0][1] })).toEqual(columnLayout(sampleNodes(50)))
  })
})

describe('rings', () => {
  it('keep tiers apart: every disc of a tier lies outside the tier before', () => {
    const nodes = sampleNodes(2000, [-1, -2, -3])
    const { positions } = ringLayout(nodes)
    const reach = (tier: number, pick: (...values: number[]) => number, sign: number) =>
      pick(
        ...nodes
          .filter((node) => node.tier === tier)
          .map(
            (node) =>
              Math.hypot(positions.get(node.id)?.x ?? 0, positions.get(node.id)?.y ?? 0) + sign * radiusOf(node),
          ),
      )
    expect(reach(-1, Math.max, 1)).toBeLessThan(reach(-2, Math.min, -1))
    expect(reach(-2, Math.max, 1)).toBeLessThan(reach(-3, Math.min, -1))
  })

  it('keep a county in its sector through all tiers', () => {
    const nodes = sampleNodes(1000, [-1, -2, 1, 2], 12)
    const { positions, guides } = ringLayout(nodes)
    const strays = nodes.filter(({ id, tier, group }) => {
      const at = positions.get(id)
      if (tier === 0 || !at) return false
      return !guides.some((guide) => {
        if (guide.kind !== 'sector' || guide.label !== group) return false
        const turn = (Math.atan2(at.y, at.x) - guide.from + 4 * Math.PI) % (2 * Math.PI)
        return turn <= guide.to - guide.from
      })
    })
    expect(strays).toEqual([])
  })
})

describe('columns', () => {
  it('read by weight under the heading of the county', () => {
    const node = (id: string, group: string, groupOrder: number, weight: number) => ({
      id,
      tier: -1,
      group,
      groupOrder,
      weight,
    })
    const { positions, guides } = columnLayout(
      [node('b2', '乙县', 2, 1), node('a2', '甲县', 1, 5), node('b1', '乙县', 2, 9), node('a1', '甲县', 1, 7)],
      { aspect: 0.1 },
    )
    expect([...positions].sort(([, p], [, q]) => p.y - q.y || p.x - q.x).map(([id]) => id)).toEqual([
      'a1',
      'a2',
      'b1',
      'b2',
    ])
    expect(guides.filter(({ kind }) => kind === 'heading').map(({ label }) => label)).toEqual(['甲县', '乙县'])
  })

  it('wrap long columns towards the wanted shape', () => {
    const { positions } = columnLayout(sampleNodes(3000), { aspect: 1.7 })
    const points = [...positions.values()]
    const span = (values: number[]) => Math.max(...values) - Math.min(...values)
    const aspect = span(points.map(({ x }) => x)) / span(points.map(({ y }) => y))
    expect(aspect).toBeGreaterThan(1.2)
    expect(aspect).toBeLessThan(2.4)
  })
})

it.each([
  [-1, '上游一级'],
  [-4, '上游四级'],
  [2, '下游二级'],
  [0, '链主'],
])('calls tier %i %s', (tier, title) => {
  expect(tierTitle(tier)).toBe(title)
})

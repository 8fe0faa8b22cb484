import { describe, expect, it } from 'vitest'
import { placePorts, routeEdges } from './chainEdges'
import { layoutChain } from './chainLayout'
import { chainOf, panoramaEdge } from './panorama.fixture'
import { boundsOf, pointsOf, type RouteStep } from './routePath'

const SIZES = { up: [4, 4, 4], mid: [4, 4, 4], down: [3, 3, 3] }
const VIEWPORT = { width: 1920, height: 900 }

function routed(...edges: ReturnType<typeof panoramaEdge>[]) {
  const chain = chainOf(SIZES, edges)
  const layout = layoutChain(chain, VIEWPORT)
  return { layout, routes: routeEdges(chain.edges, layout) }
}

const startOf = (steps: RouteStep[]) => pointsOf(steps[0]!)[0]!
const endOf = (steps: RouteStep[]) => pointsOf(steps[steps.length - 1]!).slice(-1)[0]!

describe('strands', () => {
  it('of one bundle do not cross: ports have the same order at both ends', () => {
    const edges = [3, 1, 0, 2].map((i) => panoramaEdge(`up0-${i}`, `mid1-${i}`))
    const { routes } = routed(...edges)
    const starts = routes.map(({ strand }) => startOf(strand!).y)
    const ends = routes.map(({ strand }) => endOf(strand!).y)
    const order = (values: number[]) => values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
    expect(order(starts)).toEqual(order(ends))
    expect(new Set(starts).size).toBe(4)
  })

  it('leave a group sorted by the group they lead to', () => {
    const { routes } = routed(
      panoramaEdge('up1-0', 'mid2-0'),
      panoramaEdge('up1-1', 'mid0-0'),
      panoramaEdge('up1-2', 'mid1-0'),
    )
    const [low, high, middle] = routes.map(({ strand }) => startOf(strand!).y)
    expect(high!).toBeLessThan(middle!)
    expect(middle!).toBeLessThan(low!)
  })

  it('run from the right front of the supplier to the left front of the customer', () => {
    const { layout, routes } = routed(panoramaEdge('up0-0', 'mid0-0'))
    const [up, mid] = [layout.groups.get('up0')!, layout.groups.get('mid0')!]
    expect(startOf(routes[0]!.strand!).x).toBeCloseTo(up.x + up.width, 1)
    expect(endOf(routes[0]!.strand!).x).toBeCloseTo(mid.x, 1)
  })

  it('that return to an earlier stage leave on the left and arrive on the right', () => {
    const { layout, routes } = routed(panoramaEdge('down0-0', 'mid0-0', { cycle: true }))
    const [down, mid] = [layout.groups.get('down0')!, layout.groups.get('mid0')!]
    expect(startOf(routes[0]!.strand!).x).toBeCloseTo(down.x, 1)
    expect(endOf(routes[0]!.strand!).x).toBeCloseTo(mid.x + mid.width, 1)
  })

  it('that skip a stage pass between its groups, never through one', () => {
    const { layout, routes } = routed(panoramaEdge('up1-0', 'down1-0'))
    const level = routes[0]!.strand!.find(([kind]) => kind === 'L')!
    const y = Number(level[2])
    const hit = layout.stages[1]!.groups.some((group) => y > group.y && y < group.y + group.height)
    expect(hit).toBe(false)
  })

  it('do not exist inside one group', () => {
    expect(routed(panoramaEdge('up0-0', 'up0-1')).routes[0]!.strand).toBeNull()
  })

  it('keep their ports on the group they belong to', () => {
    const edges = Array.from({ length: 40 }, (_, i) => panoramaEdge(`up0-${i % 4}`, `mid${i % 3}-${i % 4}`))
    const { layout, routes } = routed(...edges)
    const group = layout.groups.get('up0')!
    const ys = routes.map(({ strand }) => startOf(strand!).y)
    expect(Math.min(...ys)).toBeGreaterThan(group.y)
    expect(Math.max(...ys)).toBeLessThan(group.y + group.height)
    expect(placePorts([], layout).size).toBe(0)
  })

  it('stay inside the world', () => {
    const all = ['up0-0', 'mid0-0', 'down0-0'].flatMap((from) =>
      ['up2-1', 'mid2-1', 'down2-1'].map((to) => panoramaEdge(from, to)),
    )
    const { layout, routes } = routed(...all)
    for (const { strand, full } of routes) {
      const box = boundsOf([...strand!, ...full], 0)
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(layout.width)
    }
  })
})

describe('full routes', () => {
  it('go from the card’s edge to the card’s left edge', () => {
    const { routes } = routed(
      panoramaEdge('up0-0', 'mid1-2'),
      panoramaEdge('up0-0', 'up2-3'),
      panoramaEdge('down2-0', 'mid0-1'),
    )
    for (const { full, from, to } of routes) {
      const [start, end] = [startOf(full), endOf(full)]
      expect([from.x, from.x + from.width].some((x) => Math.abs(x - start.x) < 0.1)).toBe(true)
      expect(end.x).toBeCloseTo(to.x, 1)
      expect(end.y).toBeCloseTo(to.y + to.height / 2, 1)
    }
  })

  it('are straight to the front where no card stands between', () => {
    const { routes, layout } = routed(panoramaEdge('up0-3', 'mid0-0'))
    const card = layout.cards.get('up0-3')!
    expect(card.last).toBe(true)
    expect(routes[0]!.exit.y).toBeCloseTo(card.y + card.height / 2, 1)
  })

  it('are left out when an end is not on the chart', () => {
    expect(routed(panoramaEdge('up0-0', 'nowhere')).routes).toEqual([])
  })
})

describe('alarms', () => {
  it('lead from the missing card to the group it endangers', () => {
    const { routes, layout } = routed(
      panoramaEdge('up0-3', 'mid0-0', { broken: true }),
      panoramaEdge('up0-2', 'mid0-0'),
    )
    const card = layout.cards.get('up0-3')!
    expect(startOf(routes[0]!.alarm!).x).toBeCloseTo(card.x + card.width, 1)
    expect(endOf(routes[0]!.alarm!).x).toBeCloseTo(layout.groups.get('mid0')!.x, 1)
    expect(routes[1]!.alarm).toBeNull()
  })
})

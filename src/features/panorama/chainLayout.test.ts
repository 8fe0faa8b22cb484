import { describe, expect, it } from 'vitest'
import type { Box } from '@/graph/scene'
import { columnsOf, layoutChain, type ChainLayout } from './chainLayout'
import { chainOf } from './panorama.fixture'

const USUAL = chainOf({
  up: [5, 4, 3, 5, 6, 4, 6, 4, 4, 7],
  mid: [8, 6, 4, 5, 5, 4, 4],
  down: [4, 3, 4, 3, 4, 3, 3, 4],
})
const SMALL = chainOf({ up: [1, 2], mid: [12, 1], down: [3] })
const LARGE = chainOf({
  up: Array.from({ length: 26 }, (_, i) => 1 + (i % 12)),
  mid: Array.from({ length: 26 }, (_, i) => 2 + (i % 7)),
  down: Array.from({ length: 22 }, (_, i) => 1 + (i % 9)),
})
const VIEWPORTS = [
  [986, 600],
  [1366, 640],
  [1366, 768],
  [1920, 900],
  [3840, 2000],
  [5760, 1080],
  [7680, 2160],
] as const

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01

function overlaps(boxes: Box[]): number {
  let count = 0
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => (count += overlap(a, b) ? 1 : 0)))
  return count
}

const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01

const worldOf = ({ width, height }: ChainLayout): Box => ({ x: 0, y: 0, width, height })

describe.each(VIEWPORTS)('the layout at %i × %i', (width, height) => {
  it.each([
    ['a usual chain', USUAL],
    ['a small chain', SMALL],
    ['a very large chain', LARGE],
  ])('places %s without overlaps and inside its bounds', (_, chain) => {
    const layout = layoutChain(chain, { width, height })
    const cards = [...layout.cards.values()]
    const groups = [...layout.groups.values()]
    expect(cards).toHaveLength(chain.nodes.length)
    expect(overlaps(cards)).toBe(0)
    expect(overlaps([...groups, ...layout.stages])).toBe(0)
    expect(cards.every((card) => inside(card, card.group))).toBe(true)
    expect(groups.every((group) => inside(group, worldOf(layout)))).toBe(true)
    expect(cards.every((card) => card.width > 0 && card.height > 0)).toBe(true)
  })

  it('gives all cards of a stage the same height', () => {
    const layout = layoutChain(USUAL, { width, height })
    for (const stage of layout.stages) {
      const heights = [...layout.cards.values()]
        .filter((card) => card.group.stage === stage.index)
        .map((card) => card.height)
      expect(new Set(heights).size).toBe(1)
    }
  })

  it('ends every full column at the same line', () => {
    const layout = layoutChain(USUAL, { width, height })
    const ends = layout.stages.map((stage) => Math.max(...stage.groups.map((group) => group.y + group.height)))
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(1)
  })
})

describe('the layout', () => {
  it('is the same every time', () => {
    const once = layoutChain(USUAL, { width: 1920, height: 900 })
    expect(layoutChain(USUAL, { width: 1920, height: 900 })).toEqual(once)
  })

  it('keeps the stages in order from left to right', () => {
    const [up, mid, down] = layoutChain(USUAL, { width: 1920, height: 900 }).stages
    expect(up!.x + up!.width).toBeLessThan(mid!.x)
    expect(mid!.x + mid!.width).toBeLessThan(down!.x)
  })

  it('fills the viewport when everything fits', () => {
    const layout = layoutChain(USUAL, { width: 1920, height: 900 })
    expect([layout.width, layout.height]).toEqual([1920, 900])
  })

  it('leaves out groups without nodes', () => {
    const layout = layoutChain(chainOf({ up: [2, 0, 1], mid: [1], down: [1] }), { width: 1366, height: 640 })
    expect(layout.groups.has('up1')).toBe(false)
    expect(layout.groups.size).toBe(4)
  })

  it('keeps names readable on a laptop', () => {
    const layout = layoutChain(USUAL, { width: 1366, height: 640 })
    const zoom = 640 / layout.height
    expect(Math.min(...[...layout.cards.values()].map((card) => card.height)) * zoom).toBeGreaterThanOrEqual(15)
  })

  it('takes less than five milliseconds for a hundred nodes', () => {
    const times = Array.from({ length: 20 }, (_, i) => {
      const start = performance.now()
      layoutChain(USUAL, { width: 1366 + i, height: 640 })
      return performance.now() - start
    })
    // The best of many, because the machine that runs the tests is shared.
    expect(Math.min(...times)).toBeLessThan(5)
  })
})

describe('columns of a group', () => {
  it('spread the last row as far as whole rows allow', () => {
    expect([5, 7, 8, 9].map((count) => columnsOf(count, 4))).toEqual([3, 4, 4, 3])
  })

  it('do not stretch a lone card over the whole stage', () => {
    expect(columnsOf(1, 4)).toBe(2)
    expect(columnsOf(1, 1)).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import type { Panorama } from '@contract/panorama'
import { routeEdges } from './chainEdges'
import { layoutChain } from './chainLayout'
import { discMeasure, discShares } from './discMeasure'
import { focusSet } from './focusSet'
import { chainOf, figures, panoramaEdge, panoramaNode } from './panorama.fixture'
import { figuresLine, panoramaScene } from './panoramaGraph'
import type { CardPaint } from './panoramaPaint'
import { spread } from './routeLabels'
import type { SupplyMark } from './supplyMarks'

const EDGES = [
  panoramaEdge('up0-0', 'mid0-0'),
  panoramaEdge('mid0-0', 'down0-0'),
  panoramaEdge('up0-1', 'mid0-1', { broken: true }),
  panoramaEdge('up0-1', 'mid0-2', { broken: true }),
]
const CHAIN = chainOf({ up: [3], mid: [4], down: [2] }, EDGES)
CHAIN.nodes[1] = panoramaNode({
  id: 'up0-1',
  group: 'up0',
  strength: 'missing',
  weight: 3,
  figures: figures({ enterprises: 0, aboveScale: null, revenueWan: null }),
})

function sceneOf(
  chain: Panorama,
  focusId: string | null = null,
  matches: string[] = [],
  supply: ReadonlyMap<string, SupplyMark> | null = null,
) {
  const layout = layoutChain(chain, { width: 1920, height: 900 })
  const focus = focusId === null ? null : { id: focusId, set: focusSet(chain.edges, focusId) }
  return panoramaScene(chain, {
    layout,
    routes: routeEdges(chain.edges, layout),
    mode: 'dark',
    focus,
    matches: new Set(matches),
    supply,
  })
}

function cardOf(scene: ReturnType<typeof sceneOf>, id: string): CardPaint {
  const paint = scene.items.find((item) => item.id === id)?.paint
  if (paint?.kind !== 'card') throw new Error(`no card ${id}`)
  return paint
}

const roles = (scene: ReturnType<typeof sceneOf>) =>
  Object.fromEntries(scene.links.map(({ id, paint }) => [id, paint.kind === 'route' ? paint.role : '']))

describe('the second line of a card', () => {
  const line = (part: Parameters<typeof figures>[0], strength: 'fair' | 'missing' = 'fair') =>
    figuresLine({ figures: figures(part), strength })

  it('names enterprises and revenue', () => {
    expect(line({})).toBe('38家 · 96.4亿')
  })

  it('never turns unreported revenue into zero', () => {
    expect(line({ revenueWan: null })).toBe('38家 · 营收未报送')
    expect(line({ revenueWan: '0' })).toBe('38家 · 0.0亿')
  })

  it('says 不公布 with room for a lock, and neither zero nor unreported', () => {
    expect(line({ revenueWan: null, revenueSuppressed: 'dominant' })).toBe('38家 · \u2003不公布')
  })

  it('says 本地空白 only of a missing node without enterprises', () => {
    expect(line({ enterprises: 0, revenueWan: null }, 'missing')).toBe('本地空白')
    expect(line({ enterprises: 0, revenueWan: null })).toBe('0家')
    expect(line({ enterprises: 1, revenueWan: null }, 'missing')).toBe('1家 · 营收未报送')
  })
})

describe('a card', () => {
  it('says how many customers its absence endangers', () => {
    expect(cardOf(sceneOf(CHAIN), 'up0-1').impact).toBe('影响 2 类下游环节')
    expect(cardOf(sceneOf(CHAIN), 'up0-0').impact).toBe('')
  })

  it('has no 规上 bar when nobody reported', () => {
    expect(cardOf(sceneOf(CHAIN), 'up0-1').aboveScale).toBeNull()
    expect(cardOf(sceneOf(CHAIN), 'up0-0').aboveScale).toEqual({ share: 12 / 38, text: '规上12/38' })
  })

  it('is marked 关键 by weight 3', () => {
    expect(cardOf(sceneOf(CHAIN), 'up0-1').key).toBe(true)
    expect(cardOf(sceneOf(CHAIN), 'up0-0').key).toBe(false)
  })
})

describe('the mark of the supply relations', () => {
  const mark = { isCritical: true, isDemoted: false, gap: 'single', rankBefore: 8, rankAfter: 1, reason: '' } as const
  const marked = sceneOf(
    CHAIN,
    null,
    [],
    new Map<string, SupplyMark>([
      ['up0-0', mark],
      ['up0-2', { ...mark, isCritical: false, isDemoted: true, gap: 'none' }],
    ]),
  )

  it('stands on 供应关键 and 断点 only', () => {
    expect(cardOf(marked, 'up0-0').supply).toEqual({ glyph: '供1断', isCritical: true, isGap: true })
    expect([cardOf(marked, 'up0-2').supply, cardOf(marked, 'up0-1').supply]).toEqual([null, null])
  })

  it('changes the marked cards and nothing else, so that nothing else is painted again', () => {
    const plain = new Map(sceneOf(CHAIN).items.map((item) => [item.id, JSON.stringify(item)]))
    const changed = marked.items.filter((item) => plain.get(item.id) !== JSON.stringify(item))
    expect(changed.map(({ id }) => id)).toEqual(['up0-0'])
  })
})

describe('disc sizes', () => {
  it('stand for revenue as soon as one node reports it, and leave the silent ones empty', () => {
    expect(discMeasure(CHAIN)).toBe('revenue')
    expect(discShares(CHAIN).get('up0-1')).toBeNull()
    expect(discShares(CHAIN).get('up0-0')).toBe(1)
  })

  it('stand for enterprises when nobody reports revenue', () => {
    const nodes = CHAIN.nodes.map((node, i) => ({
      ...node,
      figures: figures({ revenueWan: null, enterprises: i === 0 ? 40 : 10 }),
    }))
    expect(discMeasure({ nodes })).toBe('enterprises')
    expect(discShares({ nodes }).get('up0-0')).toBe(1)
    expect(discShares({ nodes }).get('up0-2')).toBe(0.25)
  })
})

describe('the scene', () => {
  it('holds every stage, group, node and edge once', () => {
    const scene = sceneOf(CHAIN)
    const ids = [...scene.items, ...scene.links].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(scene.items).toHaveLength(3 + 3 + 9)
    expect(scene.links).toHaveLength(4)
  })

  it('is plain data', () => {
    const scene = sceneOf(CHAIN, 'mid0-0')
    expect(JSON.parse(JSON.stringify(scene))).toEqual(scene)
  })

  it('shows broken supplies apart from the bundles', () => {
    expect(roles(sceneOf(CHAIN))).toEqual({
      'edge:0': 'strand',
      'edge:1': 'strand',
      'edge:2': 'broken',
      'edge:3': 'broken',
    })
  })

  it('draws full routes with product names around the focus and dims the rest', () => {
    const scene = sceneOf(CHAIN, 'mid0-0')
    expect(roles(scene)).toEqual({ 'edge:0': 'near', 'edge:1': 'near', 'edge:2': 'dim', 'edge:3': 'dim' })
    expect(scene.items.filter(({ paint }) => paint.kind === 'label').map(({ id }) => id)).toEqual([
      'label:0',
      'label:1',
    ])
    expect(cardOf(scene, 'mid0-0').emphasis).toBe('focus')
    expect(cardOf(scene, 'up0-0').emphasis).toBe('plain')
    expect(cardOf(scene, 'up0-2').emphasis).toBe('dim')
  })

  it('highlights search hits and dims the rest', () => {
    const scene = sceneOf(CHAIN, null, ['down0-1'])
    expect(cardOf(scene, 'down0-1').emphasis).toBe('match')
    expect(cardOf(scene, 'down0-0').emphasis).toBe('dim')
  })

  it('draws cards above panels and routes in focus above cards', () => {
    const scene = sceneOf(CHAIN, 'mid0-0')
    const z = (id: string) => [...scene.items, ...scene.links].find((item) => item.id === id)!.z
    expect(z('group:up0')).toBeLessThan(z('up0-0'))
    expect(z('up0-0')).toBeLessThan(z('edge:0'))
    expect(z('edge:2')).toBeLessThan(z('group:up0'))
  })
})

describe('labels', () => {
  it('are pushed apart in their order', () => {
    const labels = [{ y: 12 }, { y: 10 }, { y: 11 }]
    spread(labels, 20, 1000)
    expect(labels.map(({ y }) => y)).toEqual([10, 30, 50])
  })

  it('do not leave the chart at the bottom', () => {
    const labels = [{ y: 80 }, { y: 95 }]
    spread(labels, 20, 100)
    expect(labels.map(({ y }) => y)).toEqual([60, 80])
  })
})

import { describe, expect, it } from 'vitest'
import { bitmapTransform, marginFor, stillCovers } from './stillPicture'
import { distanceTo, pointOn } from './edgeShape'
import { mixed } from './networkLook'
import { networkModel } from './networkModel'
import { DEFAULT_BEND, type NetworkScene, type SceneEdge, type SceneNode } from './networkScene'
import { answeringEdges, cameraOfAll, edgeAt, nodeAt, type NetworkView } from './networkView'
import { stepTowards, type Direction } from './networkWalk'
import { Occupied } from './occupied'

const node = (id: string, x: number, y: number, weight = 1): SceneNode => {
  return { id, x, y, radius: 6, tone: 'a', label: id, weight }
}
const edge = (from: string, to: string): SceneEdge => {
  return { id: `${from}-${to}`, from, to, width: 1, dashed: false, tone: 'a' }
}

/** Two suppliers left of the ego, one buyer right of it, and a supplier of a supplier. */
const SCENE: NetworkScene = {
  nodes: [
    node('ego', 0, 0, 9),
    node('s1', -100, -40, 2),
    node('s2', -100, 40, 3),
    node('b1', 100, 10),
    node('t1', -200, 0),
  ],
  edges: [edge('s1', 'ego'), edge('s2', 'ego'), edge('ego', 'b1'), edge('t1', 's1')],
  guides: [],
}
const MODEL = networkModel(SCENE)
const VIEW: NetworkView = {
  camera: { zoom: 2, x: 500, y: 300 },
  width: 1000,
  height: 600,
  scale: 1,
  margin: 0,
  whole: 1,
}
const onScreen = ({ x, y }: { x: number; y: number }) => ({ x: x * 2 + 500, y: y * 2 + 300 })

describe('what lies under the pointer', () => {
  it.each([
    ['the middle of a disc', { x: -100, y: -40 }, 's1'],
    ['just outside its rim', { x: -100, y: -33.5 }, 's1'],
    ['an empty place', { x: 50, y: -90 }, undefined],
  ])('finds at %s', (_place, at, found) => {
    expect(nodeAt(MODEL, VIEW, onScreen(at))?.id).toBe(found)
  })

  it('finds every node of a large network through the grid', () => {
    const nodes = Array.from({ length: 2000 }, (_, i) => node(`n${i}`, (i % 50) * 40, Math.floor(i / 50) * 40))
    const model = networkModel({ nodes, edges: [], guides: [] })
    const missed = nodes.filter((one) => nodeAt(model, VIEW, onScreen(one))?.id !== one.id)
    expect(missed).toEqual([])
  })

  it('finds an edge on its bend, not on the straight line', () => {
    const wide = networkModel({ ...SCENE, edges: [{ ...edge('t1', 'b1'), bend: 0.5 }] })
    const curve = wide.edges[0]
    if (!curve) throw new Error('the edge is missing')
    expect(edgeAt(wide.edges, VIEW, onScreen(pointOn(curve, 0.5)))?.id).toBe('t1-b1')
    expect(edgeAt(wide.edges, VIEW, onScreen({ x: -50, y: 5 }))).toBeNull()
  })

  it('lets only the chosen node’s edges answer in a crowd', () => {
    const edges = Array.from({ length: 1300 }, (_, i) => ({ ...edge('s1', 'ego'), id: `e${i}` }))
    const crowd = networkModel({ ...SCENE, edges: [...edges, edge('ego', 'b1')] })
    expect(answeringEdges(crowd, VIEW, []).length).toBe(0)
    expect(answeringEdges(crowd, VIEW, ['b1']).map(({ id }) => id)).toEqual(['ego-b1'])
  })
})

describe('the model', () => {
  it('keeps A→B and B→A apart', () => {
    const { edges } = networkModel({ ...SCENE, edges: [edge('s1', 'b1'), edge('b1', 's1')] })
    const [there, back] = edges.map((one) => pointOn(one, 0.5))
    if (!there || !back) throw new Error('an edge is missing')
    const length = Math.hypot(200, 50)
    expect(Math.hypot(there.x - back.x, there.y - back.y)).toBeCloseTo(length * DEFAULT_BEND)
  })

  it('leaves out edges with an unknown end and loops, and nothing else', () => {
    const { edges } = networkModel({ ...SCENE, edges: [edge('s1', 'nobody'), edge('ego', 'ego'), edge('s2', 'ego')] })
    expect(edges.map(({ id }) => id)).toEqual(['s2-ego'])
  })

  it('measures the distance to a curve', () => {
    const straight = { source: { x: 0, y: 0 }, control: { x: 50, y: 0 }, target: { x: 100, y: 0 } }
    expect(distanceTo(straight, { x: 30, y: 7 })).toBeCloseTo(7)
    expect(distanceTo(straight, { x: 103, y: 4 })).toBeCloseTo(5)
  })

  it('survives an empty scene', () => {
    const empty = networkModel({ nodes: [], edges: [], guides: [] })
    expect(nodeAt(empty, VIEW, { x: 1, y: 1 })).toBeNull()
    expect(cameraOfAll(empty.bounds, VIEW, 1).zoom).toBeGreaterThan(0)
  })
})

describe('walking by keys', () => {
  it.each<[string, Direction, string]>([
    ['ego', 'left', 's2'],
    ['ego', 'right', 'b1'],
    ['s1', 'right', 'ego'],
    ['s1', 'left', 't1'],
    ['s1', 'down', 's2'],
    ['b1', 'right', 'b1'],
  ])('from %s %s to %s', (from, direction, to) => {
    const start = MODEL.nodeOf(from)
    if (!start) throw new Error('no such node')
    expect(stepTowards(MODEL, start, direction).id).toBe(to)
  })
})

describe('the picture that is moved, not painted', () => {
  const painted = { zoom: 2, x: 10, y: 20 }
  const size = { width: 800, height: 600 }

  it('lies exactly where painting would put it', () => {
    const now = { zoom: 3, x: -40, y: 65 }
    const [scale = 0, , , , x = 0, y = 0] = bitmapTransform(painted, now, 100).slice(7, -1).split(',').map(Number)
    const world = { x: 17, y: -6 }
    const onBitmap = { x: world.x * 2 + 10 + 100, y: world.y * 2 + 20 + 100 }
    expect(onBitmap.x * scale + x).toBeCloseTo(world.x * 3 - 40)
    expect(onBitmap.y * scale + y).toBeCloseTo(world.y * 3 + 65)
  })

  it.each([
    ['inside the margin', { zoom: 2, x: 109, y: 20 }, true],
    ['past the margin', { zoom: 2, x: 111, y: 20 }, false],
    ['enlarged too far', { zoom: 4, x: -300, y: -300 }, false],
  ])('covers the screen %s', (_where, now, covers) => {
    expect(stillCovers(painted, now, size, 100)).toBe(covers)
  })

  it('has no margin where the screen alone takes all pixels', () => {
    expect(marginFor({ width: 7680, height: 2160 }, 1)).toBe(0)
    expect(marginFor({ width: 1920, height: 1080 }, 1)).toBeGreaterThan(200)
  })
})

it('gives names places once, and keeps them off discs unless told otherwise', () => {
  const occupied = new Occupied()
  const box = { x: 60, y: 60, width: 40, height: 20 }
  expect(occupied.claim(box)).toBe(true)
  expect(occupied.claim({ ...box, x: 90 })).toBe(false)
  expect(occupied.claim({ ...box, x: 100 })).toBe(true)
  occupied.addDisc({ x: 0, y: 0, width: 10, height: 10 })
  expect(occupied.claim({ x: 5, y: 5, width: 10, height: 10 })).toBe(false)
  expect(occupied.claim({ x: 5, y: 5, width: 10, height: 10 }, false)).toBe(true)
})

it.each([
  [0, '#102030'],
  [1, '#f0e0d0'],
  [0.5, '#808080'],
])('mixes %d of one colour into another', (part, colour) => {
  expect(mixed('#102030', '#f0e0d0', part)).toBe(colour)
})

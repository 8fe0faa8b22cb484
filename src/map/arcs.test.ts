import { describe, expect, it } from 'vitest'
import type { LngLat, MapArc, MapStop, ScreenPoint } from '@/lib/regionSurface'
import { between, bowed, distanceTo, lengthOf, looped, ribbon, stretch } from './arcsCurve'
import { borderPoint, docksOf, type OutsidePlace } from './arcsDocks'
import { arcAt, hitOf, linesOf } from './arcsHit'
import { placeArcs, type ArcView } from './arcsLayout'
import { crowdAlpha } from './arcsLook'
import { placedNames } from './arcsPlaces'
import { arcWidth, stopSize } from './arcsScale'
import { besideArc } from './arcsTip'

const at = (x: number, y: number): ScreenPoint => ({ x, y })
const LEFT = at(100, 200)
const RIGHT = at(300, 200)

describe('the bow of an arc', () => {
  it.each([
    ['eastwards', LEFT, RIGHT, at(200, 160)],
    ['westwards', RIGHT, LEFT, at(200, 240)],
    ['southwards', at(50, 0), at(50, 100), at(70, 50)],
    ['northwards', at(50, 100), at(50, 0), at(30, 50)],
  ])('lies to the left of the way %s, so that there and back are apart', (_way, from, to, apex) => {
    const curve = bowed(from, to, 0.2)
    expect(curve[0]).toEqual(from)
    expect(curve[curve.length - 1]).toEqual(to)
    expect(distanceTo(curve, apex)).toBeLessThan(0.5)
  })

  it('begins and ends outside of the discs at its ends', () => {
    const curve = between(bowed(LEFT, RIGHT, 0.2), 10, 30)
    expect(Math.hypot((curve[0]?.x ?? 0) - 100, (curve[0]?.y ?? 0) - 200)).toBeCloseTo(10, 0)
    const end = curve[curve.length - 1]
    expect(Math.hypot((end?.x ?? 0) - 300, (end?.y ?? 0) - 200)).toBeCloseTo(30, 0)
    expect(between(bowed(LEFT, RIGHT, 0), 150, 150)).toEqual([])
  })

  it.each([
    [0, 50, 50],
    [120, 500, 80],
    [300, 400, 0],
  ])('from length %d to %d is %d long', (start, end, length) => {
    expect(lengthOf(stretch(bowed(LEFT, RIGHT, 0), start, end))).toBeCloseTo(length, 6)
  })

  it('widens from the supplier to the buyer', () => {
    const outline = ribbon([at(0, 0), at(50, 0), at(100, 0)], 2, 8)
    expect(outline.map(({ x, y }) => [x, Math.abs(y)])).toEqual([
      [0, 1],
      [50, 2.5],
      [100, 4],
      [100, 4],
      [50, 2.5],
      [0, 1],
    ])
  })

  it('becomes a loop that stands on the disc within one place', () => {
    const loop = looped(at(0, 0), 12, 26)
    for (const { y } of loop) expect(y).toBeLessThan(-11)
    expect(Math.min(...loop.map(({ y }) => y))).toBeGreaterThan(-45)
  })
})

const FRAME = { left: 0, top: 0, right: 400, bottom: 200 }
const beyond = (key: string, x: number, y: number, count = 1): OutsidePlace => ({
  key,
  label: key,
  count,
  x,
  y,
  id: key,
})

describe('places beyond the border', () => {
  it.each([
    [at(2200, 100), at(400, 100), 'right'],
    [at(-600, 100), at(0, 100), 'left'],
    [at(200, -900), at(200, 0), 'top'],
    [at(400, 300), at(300, 200), 'bottom'],
  ])('lie where the way from the middle crosses it', (outside, { x, y }, edge) => {
    expect(borderPoint(FRAME, outside)).toEqual({ x, y, edge })
  })

  it('have words that stand within the frame and do not cover each other, in their order', () => {
    const places = [beyond('上海', 210, 900), beyond('苏州', 200, 900), beyond('北京', -900, 100, 0)]
    const docks = docksOf(places, FRAME, 12)
    expect(docks.map(({ text, edge }) => [text, edge])).toEqual([
      ['北京', 'left'],
      ['苏州 1', 'bottom'],
      ['上海 1', 'bottom'],
    ])
    for (const { box } of docks) {
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.bottom).toBeLessThanOrEqual(200)
    }
    const [, first, second] = docks
    expect(first?.box.right).toBeLessThan(second?.box.left ?? 0)
  })

  it('share words where there is no room, and none is lost', () => {
    const places = Array.from({ length: 40 }, (_, i) => beyond(`地${i}`, 200 + i, 900 + i, i + 1))
    const docks = docksOf(places, FRAME, 12)
    expect(docks.length).toBeLessThan(9)
    const named = docks.flatMap((dock) => dock.places.map(({ key }) => key))
    expect(new Set(named).size).toBe(40)
    expect(named.length).toBe(40)
    expect(docks.some(({ text }) => /等\d+处/u.test(text))).toBe(true)
    expect(docksOf([...places].reverse(), FRAME, 12)).toEqual(docks)
  })
})

/** One pixel to the hundredth of a degree, 0,0 being [120, 42]. */
const project = ([lng, lat]: LngLat): ScreenPoint => at((lng - 120) * 100, (42 - lat) * 100)
const view: ArcView = { project, width: 800, height: 600, extent: [120.5, 36.5, 127.5, 41.5], scale: 1 }
const SHENYANG: LngLat = [123, 40]
const DALIAN: LngLat = [122, 38]
const SHANGHAI: LngLat = [121, 31]
const SHENZHEN: LngLat = [114, 22]
const arc = (id: string, from: LngLat, to: LngLat, more: Partial<MapArc> = {}): MapArc => ({
  ...{ id, from, to, width: 4, dashed: false, tone: 'in', label: `${id}\n第二行` },
  ...more,
})
const stop = (id: string, place: LngLat, more: Partial<MapStop> = {}): MapStop => ({
  ...{ id, at: place, count: 3, label: id, tone: 'local', size: 10 },
  ...more,
})
const STOPS = [stop('沈阳', SHENYANG, { tone: 'ego' }), stop('大连', DALIAN), stop('上海', SHANGHAI, { tone: 'far' })]

describe('arcs on a map', () => {
  it('end at the border where the place is out of sight, and are left out where both are', () => {
    const arcs = [arc('a', SHANGHAI, SHENYANG), arc('b', DALIAN, SHENYANG), arc('c', SHANGHAI, SHENZHEN)]
    const placed = placeArcs(arcs, STOPS, view)
    expect(placed.arcs.map(({ arc: { id } }) => id).sort()).toEqual(['a', 'b'])
    expect(placed.docks.map(({ text }) => text)).toEqual(['上海 3'])
    expect(placed.arcs.find(({ arc: { id } }) => id === 'a')?.curve[0]).toEqual(placed.docks[0]?.at)
    expect(placed.stops.map(({ stop: { id } }) => id)).toEqual(['大连', '沈阳'])
  })

  it('name a place without a disc by the first line of the arc', () => {
    expect(placeArcs([arc('深圳某厂', SHENZHEN, SHENYANG)], STOPS, view).docks[0]?.text).toBe('深圳某厂')
  })

  it('lie apart where they join the same two places', () => {
    const arcs = ['a', 'b', 'c'].map((id) => arc(id, DALIAN, SHENYANG))
    const middles = placeArcs(arcs, STOPS, view).arcs.map(({ curve }) => curve[Math.floor(curve.length / 2)]?.x)
    expect(new Set(middles.map((x) => Math.round(x ?? 0))).size).toBe(3)
  })

  it.each([
    ['one place', SHENYANG],
    ['two places whose discs touch', [123.02, 40] as const],
  ])('are drawn within %s', (_case, to) => {
    const [placed] = placeArcs([arc('a', SHENYANG, to)], [...STOPS, stop('邻', [123.02, 40])], view).arcs
    expect(lengthOf(placed?.curve ?? [])).toBeGreaterThan(5)
  })

  it('are laid out 2,000 at a time with each place projected once', () => {
    let asked = 0
    const counting: ArcView = { ...view, project: (place) => (asked++, project(place)) }
    const arcs = Array.from({ length: 2_000 }, (_, i) => arc(`a${i}`, [121 + (i % 40) / 10, 38], SHENYANG))
    expect(placeArcs(arcs, STOPS, counting).arcs.length).toBe(2_000)
    expect(asked).toBeLessThan(60)
  })
})

describe('what is under the pointer', () => {
  const arcs = [arc('narrow', DALIAN, SHENYANG, { width: 2 }), arc('back', SHENYANG, DALIAN, { width: 8 })]
  const placed = placeArcs([...arcs, arc('far', SHANGHAI, SHENYANG)], STOPS, view)
  const middleOf = (id: string) => {
    const curve = placed.arcs.find((candidate) => candidate.arc.id === id)?.curve ?? []
    return curve[Math.floor(curve.length / 2)] ?? at(0, 0)
  }

  it.each([
    ['narrow', 0, 5, 'narrow'],
    ['narrow', 5.5, 5, 'narrow'],
    ['narrow', 9, 5, null],
    ['narrow', 9, 14, 'narrow'],
    ['back', 8, 5, 'back'],
  ])('is an arc: %s, %d px aside with %d px of tolerance', (id, aside, tolerance, found) => {
    const { x, y } = middleOf(id)
    expect(arcAt(placed.arcs, at(x + aside, y), tolerance)?.arc.id ?? null).toBe(found)
  })

  it('is a disc before an arc, and words at the border before both', () => {
    const told = (point: ScreenPoint) => {
      const hit = hitOf(placed, point, 5)
      return hit && `${hit.kind} ${linesOf(hit)}`
    }
    expect(told(project(SHENYANG))).toBe('stop 沈阳')
    const box = placed.docks[0]?.box ?? FRAME
    expect(told(at((box.left + box.right) / 2, (box.top + box.bottom) / 2))).toBe('dock 上海 3')
    expect(told(at(5, 5))).toBeNull()
  })
})

describe('sizes and words', () => {
  it.each([
    [0, 1.4],
    [null, 1.4],
    [25, 5.2],
    [100, 9],
    [-5, 1.4],
  ])('an arc of %s of 100 is %d px wide', (amount, width) => expect(arcWidth(amount, 100)).toBeCloseTo(width, 6))

  it('a disc of nothing at all still shows', () => expect(stopSize(0, 0)).toBe(5))

  it('a crowd fades but for its widest', () => {
    expect([crowdAlpha(70, 0), crowdAlpha(2_000, 1)]).toEqual([1, 1])
    expect(crowdAlpha(2_000, 0.2)).toBeLessThan(0.1)
  })

  it('the starred place is named first, and no name covers another or a disc', () => {
    const stops = [
      { stop: stop('大区', SHENYANG, { size: 14 }), ...at(100, 100), radius: 14 },
      { stop: stop('铁西', SHENYANG, { tone: 'ego' }), ...at(112, 100), radius: 10 },
    ]
    const names = placedNames(stops, [], 12)
    expect(names.map(({ text }) => text)).toEqual(['铁西', '大区'])
    // Right of its own small disc; below it the large disc would be in the way.
    expect(names).toMatchObject([{ y: 100 }, { x: 100 }])
    expect(names[0]?.x).toBeGreaterThan(122)
    const covered = [...stops, { ...stops[1], ...at(140, 100) }, { ...stops[1], ...at(84, 100) }]
    expect(placedNames(covered as typeof stops, [], 12)[0]?.text).toBe('铁西')
  })

  it.each([
    [at(400, 300), at(0, -20), 'bottom'],
    [at(400, 50), at(0, -20), 'top'],
    [at(400, 300), at(30, 5), 'left'],
    [at(790, 300), at(30, 5), 'right'],
  ])('words about an arc stand on its outer side while there is room', (point, off, side) => {
    const place = besideArc(point, off, { width: 800, height: 600 })
    expect(place[side as 'left' | 'right' | 'top' | 'bottom']).toMatch(/px$/u)
    expect(place).not.toMatchObject({ left: 'auto', right: 'auto' })
  })
})

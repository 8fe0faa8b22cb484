import { describe, expect, it } from 'vitest'
import type { DrawingKind, Ring, ScreenPoint } from '@/lib/regionSurface'
import { AreaDraft } from './areaDraft'

/** A flat world: a hundred pixels to the degree, the corner of the screen at 120° E 42° N. */
const surface = {
  project: ([lng, lat]: readonly [number, number]) => ({ x: (lng - 120) * 100, y: (42 - lat) * 100 }),
  unproject: ({ x, y }: ScreenPoint): [number, number] => [120 + x / 100, 42 - y / 100],
}

function draw(kind: DrawingKind, scale = 1) {
  const rings: Ring[] = []
  const refusals: string[] = []
  let cancelled = 0
  const draft = new AreaDraft({
    kind: () => kind,
    surface: () => surface,
    scale: () => scale,
    finish: (ring) => rings.push(ring),
    refuse: (message) => refusals.push(message),
    cancel: () => (cancelled += 1),
  })
  const click = (x: number, y: number) => {
    draft.press({ x, y })
    draft.release({ x, y })
  }
  const drag = (from: ScreenPoint, to: ScreenPoint) => {
    draft.press(from)
    draft.move(to)
    draft.release(to)
  }
  return { draft, rings, refusals, click, drag, cancelled: () => cancelled }
}

describe('a rectangle', () => {
  it('is the box between where the pointer went down and up, whatever the direction', () => {
    const { rings, drag } = draw('rectangle')
    drag({ x: 300, y: 200 }, { x: 100, y: 50 })
    expect(rings).toEqual([
      [
        [121, 40],
        [123, 40],
        [123, 41.5],
        [121, 41.5],
      ],
    ])
  })

  it('shows while it is drawn', () => {
    const { draft } = draw('rectangle')
    draft.press({ x: 0, y: 0 })
    draft.move({ x: 100, y: 100 })
    expect(draft.sketch.value).toHaveLength(4)
    draft.reset()
    expect(draft.sketch.value).toEqual([])
  })

  it('is refused where the pointer hardly moved', () => {
    const { rings, refusals, click } = draw('rectangle')
    click(100, 100)
    expect(rings).toEqual([])
    expect(refusals).toEqual(['请按住拖动，画出矩形的对角线'])
  })
})

describe('a polygon', () => {
  const TRIANGLE = [
    [120, 42],
    [122, 42],
    [121, 41],
  ]

  it('closes on all of the first corner as it is drawn on a wall', () => {
    for (const [scale, closed] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const { rings, click } = draw('polygon', scale)
      click(0, 0)
      click(100, 0)
      click(100, 100)
      click(0, 14)
      expect(rings).toHaveLength(closed)
    }
  })

  it('is closed by a double click, which adds no corner', () => {
    const { rings, click } = draw('polygon')
    click(0, 0)
    click(200, 0)
    click(100, 100)
    click(101, 101)
    expect(rings).toEqual([TRIANGLE])
  })

  it('is closed by a click on its first corner', () => {
    const { rings, click } = draw('polygon')
    click(0, 0)
    click(200, 0)
    click(100, 100)
    click(3, 3)
    expect(rings).toEqual([TRIANGLE])
  })

  it('is closed by Enter, after Backspace took back a corner', () => {
    const { draft, rings, click } = draw('polygon')
    for (const [x, y] of [
      [0, 0],
      [200, 0],
      [100, 100],
      [150, 20],
    ] as const)
      click(x, y)
    expect(draft.key('Backspace')).toBe(true)
    expect(draft.key('Enter')).toBe(true)
    expect(rings).toEqual([TRIANGLE])
    expect(draft.corners.value).toEqual([])
  })

  it('whose edges cross is refused and stays, to be mended', () => {
    const { draft, rings, refusals, click } = draw('polygon')
    click(0, 0)
    click(200, 200)
    click(200, 0)
    click(0, 200)
    expect(draft.isBroken.value).toBe(true)
    draft.key('Enter')
    expect(rings).toEqual([])
    expect(refusals[0]).toContain('相交')
    expect(draft.corners.value).toHaveLength(4)
  })

  it('has no corner where the pointer was dragged', () => {
    const { draft, drag } = draw('polygon')
    drag({ x: 0, y: 0 }, { x: 60, y: 0 })
    expect(draft.corners.value).toEqual([])
  })

  it('has sixty corners at most', () => {
    const { draft, refusals, click } = draw('polygon')
    for (let i = 0; i <= 60; i += 1) click(500 + 400 * Math.cos(i / 10), 500 + 400 * Math.sin(i / 10))
    expect(draft.corners.value).toHaveLength(60)
    expect(refusals).toEqual(['至多 60 个顶点，请闭合或撤销'])
  })

  it('needs three corners', () => {
    const { draft, refusals, click } = draw('polygon')
    click(0, 0)
    click(100, 0)
    click(100, 0)
    draft.key('Enter')
    expect(refusals).toHaveLength(1)
  })

  it('is given up by Escape', () => {
    const { draft, click, cancelled } = draw('polygon')
    click(0, 0)
    expect(draft.key('Escape')).toBe(true)
    expect(draft.corners.value).toEqual([])
    expect(cancelled()).toBe(1)
  })

  it('leaves other keys to the map', () => {
    expect(draw('polygon').draft.key('+')).toBe(false)
    expect(draw('rectangle').draft.key('Enter')).toBe(false)
  })
})

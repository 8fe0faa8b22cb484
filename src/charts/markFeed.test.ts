import { describe, expect, it } from 'vitest'
import type { PointLayer, PointMark } from '@/lib/regionSurface'
import { MarkFeed } from './markFeed'

const mark = (creditCode: string): PointMark => ({ lng: 123, lat: 41, count: 1, cluster: null, creditCode })

/** Answers when it is told to, as a server does. */
function server(key: string) {
  const open: { zoom: number; answer: (marks: PointMark[]) => void; fail: () => void }[] = []
  const layer: PointLayer = {
    key,
    tiles: '',
    marks: (_bounds, zoom) => new Promise((answer, reject) => open.push({ zoom, answer, fail: () => reject(key) })),
  }
  return { layer, open }
}

function feed() {
  const shown: string[][] = []
  const failures: unknown[] = []
  let rests = 0
  const marks = new MarkFeed(
    (found) => shown.push(found.map(({ creditCode }) => creditCode ?? '')),
    (reason) => failures.push(reason),
    () => (rests += 1),
  )
  return { marks, shown, failures, rests: () => rests }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the marks of a view that moves', () => {
  it('are asked for one view at a time, and after it only for the latest', async () => {
    const { marks, shown, rests } = feed()
    const { layer, open } = server('a')
    for (const west of [1, 2, 3]) marks.ask(layer, [west, 0, 9, 9], 7.8)
    expect(open).toHaveLength(1)
    open[0]?.answer([mark('first')])
    await settled()
    expect(open).toHaveLength(2)
    expect(rests()).toBe(0)
    open[1]?.answer([mark('third')])
    await settled()
    expect(shown).toEqual([[], ['first'], ['third']])
    expect(marks.isWaiting).toBe(false)
    expect(rests()).toBe(1)
  })

  it('are asked for by the whole zoom of tiles, and not again for the same view', async () => {
    const { marks } = feed()
    const { layer, open } = server('a')
    marks.ask(layer, [0, 0, 9, 9], 14.2)
    open[0]?.answer([])
    await settled()
    marks.ask(layer, [0, 0, 9, 9], 15.6)
    expect(open.map(({ zoom }) => zoom)).toEqual([14])
  })

  it('never mix with those of another set', async () => {
    const { marks, shown } = feed()
    const before = server('a')
    const after = server('b')
    marks.ask(before.layer, [0, 0, 9, 9], 7)
    marks.ask(after.layer, [0, 0, 9, 9], 7)
    before.open[0]?.answer([mark('old')])
    await settled()
    after.open[0]?.answer([mark('new')])
    await settled()
    expect(shown).toEqual([[], [], ['new']])
  })

  it('go with the layer', async () => {
    const { marks, shown } = feed()
    const { layer, open } = server('a')
    marks.ask(layer, [0, 0, 9, 9], 7)
    marks.ask(null, [0, 0, 9, 9], 7)
    open[0]?.answer([mark('late')])
    await settled()
    expect(shown).toEqual([[], []])
  })

  it('may fail once and be asked for again', async () => {
    const { marks, shown, failures } = feed()
    const { layer, open } = server('a')
    marks.ask(layer, [0, 0, 9, 9], 7)
    open[0]?.fail()
    await settled()
    expect(failures).toEqual(['a'])
    marks.ask(layer, [1, 0, 9, 9], 7)
    open[1]?.answer([mark('here')])
    await settled()
    expect(shown[shown.length - 1]).toEqual(['here'])
  })
})

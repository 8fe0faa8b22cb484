import { describe, expect, it } from 'vitest'
import { unitsOf } from '../boundaries/joinOutlines'
import { makeOutlines } from '../boundaries/makeOutlines'
import { regionBook } from '../catalogue'
import { threadOutlines } from './threadOutlines'

const book = regionBook()
const JILIN = '220000'

const square = (x: number, y: number) => [
  [x, y],
  [x + 0.2, y],
  [x + 0.2, y + 0.2],
  [x, y + 0.2],
  [x, y],
]
const text = JSON.stringify({
  type: 'FeatureCollection',
  features: unitsOf(JILIN, book).map((code, i) => ({
    type: 'Feature',
    properties: { adcode: code },
    geometry: { type: 'Polygon', coordinates: [square(122 + (i % 10) * 0.2, 41 + Math.floor(i / 10) * 0.2)] },
  })),
})
const order = { text, province: JILIN, allowMissing: false }

describe('outlines made in a thread', () => {
  it('are those made here, and faults come back in words', async () => {
    const make = threadOutlines()
    const [made, refused] = await Promise.all([make(order), make({ ...order, text: '{}' })])
    expect(made).toEqual(makeOutlines(order, book))
    expect(refused).toEqual(makeOutlines({ ...order, text: '{}' }, book))
  })

  it('are given up when they take too long, and the next file is read', async () => {
    const make = threadOutlines(1)
    for (const one of [make(order), make(order)])
      expect(await one).toEqual({ faults: [expect.stringContaining('请减少节点')] })
  })
})

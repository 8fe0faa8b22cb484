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

  it('leave the server alive when they take more memory than there is', async () => {
    const nested = '['.repeat(12_000_000)
    expect(await threadOutlines(192)({ ...order, text: nested })).toMatchObject({ faults: [expect.any(String)] })
  })
})

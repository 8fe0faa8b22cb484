import { describe, expect, it } from 'vitest'
import { dashLines } from './dashLine'

describe('断续线 from bars', () => {
  it('runs midway between the long sides, wherever the ring begins', () => {
    const bar = [
      [1, 0.01],
      [0, 0.01],
      [0, -0.01],
      [1, -0.01],
      [2, 0.99],
      [1.98, 1.01],
      [1, 0.01],
    ]
    const [line] = dashLines([[bar]])
    expect(line?.coordinates).toEqual([
      [0, 0],
      [1, 0],
      [1.99, 1],
    ])
  })

  it('leaves islands alone', () => {
    const island = [
      [123.7143, 26.0025],
      [123.5962, 25.921],
      [123.7198, 25.8716],
      [123.7967, 25.921],
      [123.7143, 26.0025],
    ]
    expect(dashLines([[island]])).toEqual([])
  })
})

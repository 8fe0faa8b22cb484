import { describe, expect, it } from 'vitest'
import { radiusOf } from './bubbleOption'
import { labelSides } from './bubbleLabels'

const FIELD = { left: 0, top: 0, right: 800, bottom: 400 }
const at = (x: number, y: number, radius = 20) => ({ x, y, radius, width: 120, height: 32 })

describe('the words of bubbles', () => {
  it.each([
    ['stand on the right', [at(400, 200)], ['right']],
    ['turn to the left at the right edge', [at(760, 200)], ['left']],
    ['do not cover the words of a neighbour', [at(300, 200), at(340, 205)], ['left', 'right']],
    ['go above or below between two neighbours', [at(250, 200), at(550, 200), at(400, 200)], ['left', 'right', 'top']],
  ] as const)('%s', (_title, bubbles, sides) => {
    expect(labelSides(bubbles, FIELD)).toEqual(sides)
  })
})

describe('the size of a bubble', () => {
  it('is in proportion by area, and small ones can still be seen', () => {
    expect(radiusOf(25, 100)).toBeCloseTo(radiusOf(100, 100) / 2)
    expect(radiusOf(0, 100)).toBe(5)
    expect(radiusOf(0, 0)).toBe(5)
  })
})

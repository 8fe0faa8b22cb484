import { describe, expect, it } from 'vitest'
import { cardLook, detailAt, legibility, MIN_NAME_SIZE } from './cardLook'

const fit = (narrowest: number, characters = 6) => ({ narrowest, characters })

describe('cardLook', () => {
  it('shows less from afar and more from near', () => {
    expect([8, 20, 40, 70].map(detailAt)).toEqual(['block', 'line', 'two', 'full'])
  })

  it('never writes a name smaller than can be read', () => {
    for (const height of [14, 20, 30, 54])
      expect(cardLook(90, height, fit(90, 9)).nameSize).toBeGreaterThanOrEqual(MIN_NAME_SIZE)
  })

  it('sizes the names of a stage together, whatever the width of the single card', () => {
    expect(cardLook(400, 40, fit(120)).nameSize).toBe(cardLook(120, 40, fit(120)).nameSize)
  })

  it('keeps texts inside the card', () => {
    const look = cardLook(160, 60, fit(160))
    expect(look.textX + look.textWidth).toBeLessThanOrEqual(160)
    expect(look.nameSize + look.metaSize).toBeLessThan(60 * 0.77)
  })
})

describe('legibility', () => {
  it('grows with the card and counts a second line only where figures fit', () => {
    expect(legibility(40, fit(160))).toBeGreaterThan(legibility(24, fit(160)))
    expect(legibility(36, fit(70, 4))).toBeLessThan(legibility(36, fit(130, 4)))
  })
})

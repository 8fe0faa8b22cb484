import { describe, expect, it } from 'vitest'
import { cardTowards } from './cardWalk'

const card = (id: string, x: number, y: number) => ({ id, x, y, width: 10, height: 10 })
const CARDS = [card('a', 0, 0), card('b', 20, 0), card('c', 40, 0), card('d', 0, 20), card('e', 22, 40)]

describe('cardTowards', () => {
  it('finds the next card straight ahead', () => {
    expect(cardTowards(CARDS, CARDS[0]!, 'right')).toBe('b')
    expect(cardTowards(CARDS, CARDS[0]!, 'down')).toBe('d')
    expect(cardTowards(CARDS, CARDS[2]!, 'left')).toBe('b')
  })

  it('prefers straight ahead to nearer but aside', () => {
    expect(cardTowards(CARDS, CARDS[1]!, 'down')).toBe('e')
  })

  it('finds nothing beyond the last card', () => {
    expect(cardTowards(CARDS, CARDS[0]!, 'up')).toBeNull()
    expect(cardTowards(CARDS, CARDS[2]!, 'right')).toBeNull()
  })
})

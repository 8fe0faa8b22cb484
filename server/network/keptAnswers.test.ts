import { expect, it } from 'vitest'
import { KeptAnswers } from './keptAnswers'

it('keeps the answers asked for last, as far as there is room, and no refusal', () => {
  const kept = new KeptAnswers(10)
  const asked: string[] = []
  const ask = (question: string, text = 'four') =>
    kept.get(question, () => {
      asked.push(question)
      return text
    })
  for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(question)).toBe('four')
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
  expect(ask('huge', 'more than there is room for')).toBe('more than there is room for')
  const refuse = () =>
    kept.get('no', () => {
      throw new Error('nobody of that name')
    })
  expect(refuse).toThrow('nobody')
  expect(kept.get('no', () => 'found')).toBe('found')
})

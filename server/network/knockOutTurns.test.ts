import { expect, it } from 'vitest'
import { KnockOutTurns } from './knockOutTurns'

/** Work that ends when it is told to. */
function workOf<T>(answer: T) {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  let isBegun = false
  const work = async () => {
    isBegun = true
    await ended
    return answer
  }
  return { work, end, isBegun: () => isBegun }
}

it('runs one knock-out at a time, in the order they came', async () => {
  const turns = new KnockOutTurns()
  const [first, second] = [workOf(1), workOf(2)]
  const answers = [turns.take(first.work), turns.take(second.work)]
  second.end()
  first.end()
  expect(await Promise.all(answers)).toEqual([1, 2])
})

it('goes on after one that failed, and passes over one that was given up', async () => {
  const turns = new KnockOutTurns()
  const running = workOf(1)
  const gaveUp = new AbortController()
  const abandoned = workOf(2)
  const first = turns.take(running.work)
  const second = turns.take(abandoned.work, gaveUp.signal)
  const third = turns.take(() => Promise.reject(new Error('broken')))
  const fourth = turns.take(() => Promise.resolve(4))
  gaveUp.abort()
  running.end()
  const settled = await Promise.allSettled([first, second, third, fourth])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(abandoned.isBegun()).toBe(false)
})

it('refuses, in words, when too many wait', async () => {
  const turns = new KnockOutTurns(1)
  const running = workOf(1)
  const first = turns.take(running.work)
  const second = turns.take(() => Promise.resolve(2))
  await expect(turns.take(() => Promise.resolve(3))).rejects.toMatchObject({ kind: 'conflict' })
  running.end()
  await Promise.all([first, second])
  expect(await turns.take(() => Promise.resolve(5))).toBe(5)
})

import { expect, it } from 'vitest'
import { sharedRead } from './sharedRead'

/** A read that ends when the test says so. */
function reads() {
  const ends: ((value: number) => void)[] = []
  const ask = sharedRead(() => new Promise<number>((resolve) => ends.push(resolve)))
  return { ends, ask }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('asks once for all who come together', async () => {
  const { ends, ask } = reads()
  const answers = [ask(), ask(), ask()]
  await turn()
  expect(ends).toHaveLength(1)
  ends[0]?.(7)
  expect(await Promise.all(answers)).toEqual([7, 7, 7])
})

it('never gives a late comer what was begun before he came', async () => {
  const { ends, ask } = reads()
  const early = ask()
  await turn()
  const late = [ask(), ask()]
  ends[0]?.(1)
  expect(await early).toBe(1)
  await turn()
  expect(ends).toHaveLength(2)
  ends[1]?.(2)
  expect(await Promise.all(late)).toEqual([2, 2])
})

it('goes on after a read that failed', async () => {
  let calls = 0
  const ask = sharedRead(async () => {
    calls += 1
    if (calls === 1) throw new Error('lost')
    return calls
  })
  await expect(ask()).rejects.toThrow('lost')
  expect(await ask()).toBe(2)
})

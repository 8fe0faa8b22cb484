import { describe, expect, it } from 'vitest'
import { IndexShelf, type Shelved } from './indexShelf'
import type { PointSet } from './pointIndexes'

const set = (key: string, version = '1'): PointSet => ({
  key,
  version,
  crs: 'GCJ-02',
  chunks: async function* () {
    yield ''
  },
})

/** A shelf whose builds end when the test says so. */
function shelfFor(pointsKept: number) {
  const builds: { key: string; finish: (count: number) => void; fail: () => void }[] = []
  const dropped: string[] = []
  const build = ({ key, version }: PointSet) =>
    new Promise<Shelved>((resolve, reject) => {
      const nothing = { tile: () => null, marks: () => ({ zoom: 0, marks: [] }), cluster: () => null }
      const finish = (count: number) =>
        resolve({ ...nothing, count, drop: () => void dropped.push(`${key}${version === '1' ? '' : version}`) })
      builds.push({ key, finish, fail: () => reject(new Error('no room')) })
    })
  const shelf = new IndexShelf(build, pointsKept)
  const count = (key: string, version?: string) => shelf.use(set(key, version), (points) => points.count)
  /** Builds and finishes in one go. */
  const put = async (key: string, size: number, version?: string) => {
    const answer = count(key, version)
    builds.at(-1)?.finish(size)
    return answer
  }
  return { shelf, builds, dropped, count, put }
}

describe('the shelf of point indexes', () => {
  it('builds once for all who ask while it is being built', async () => {
    const { builds, count } = shelfFor(10_000)
    const answers = [count('a'), count('a'), count('a')]
    expect(builds).toHaveLength(1)
    builds[0]?.finish(5)
    expect(await Promise.all(answers)).toEqual([5, 5, 5])
    expect(await count('a')).toBe(5)
    expect(builds).toHaveLength(1)
  })

  it('forgets a build that failed, and tells everyone who waited', async () => {
    const { builds, count } = shelfFor(10_000)
    const answers = [count('a'), count('a')]
    builds[0]?.fail()
    for (const answer of answers) await expect(answer).rejects.toThrow('no room')
    const again = count('a')
    builds[1]?.finish(3)
    expect(await again).toBe(3)
  })

  it('drops the least recently used when there is no room, never the newest', async () => {
    const { dropped, put, count, builds } = shelfFor(10_000)
    await put('a', 4000)
    await put('b', 4000)
    await count('a')
    await put('c', 4000)
    expect(dropped).toEqual(['b'])
    await put('huge', 50_000)
    expect(dropped).toEqual(['b', 'a', 'c'])
    expect(await count('huge')).toBe(50_000)
    expect(builds).toHaveLength(4)
  })

  it('counts an index of nobody too, so that they do not pile up', async () => {
    const { dropped, put } = shelfFor(3000)
    for (const key of ['a', 'b', 'c', 'd']) await put(key, 0)
    expect(dropped).toEqual(['a'])
  })

  it('replaces an index by that of a newer version', async () => {
    const { dropped, put } = shelfFor(10_000)
    expect(await put('a', 10)).toBe(10)
    expect(await put('a', 11, '2')).toBe(11)
    expect(dropped).toEqual(['a'])
  })

  it('keeps an index until its last reader is done', async () => {
    const { shelf, dropped, put } = shelfFor(10_000)
    await put('a', 10)
    let leave: () => void = () => undefined
    const reading = shelf.use(set('a'), () => new Promise<void>((resolve) => (leave = resolve)))
    await Promise.resolve()
    await put('a', 11, '2')
    expect(dropped).toEqual([])
    leave()
    await reading
    await Promise.resolve()
    expect(dropped).toEqual(['a'])
  })

  it('gives everything back when it closes', async () => {
    const { shelf, dropped, put } = shelfFor(10_000)
    await put('a', 10)
    await put('b', 10)
    await shelf.close()
    expect(dropped).toEqual(['a', 'b'])
  })
})

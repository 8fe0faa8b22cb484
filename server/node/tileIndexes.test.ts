import { afterAll, describe, expect, it } from 'vitest'
import { localIndexes } from '../tiles/localIndexes'
import type { PointSet } from '../tiles/pointIndexes'
import { chunkOf, town, type Place } from '../tiles/points.fixture'
import { threadIndexes } from './tileIndexes'

const PLACES: Place[] = [...town(500), [122, 40], [122, 40]]

const set = (version = '1', places = PLACES): PointSet => ({
  key: 'everyone',
  version,
  crs: 'GCJ-02',
  chunks: async function* () {
    yield chunkOf(places.slice(0, 100))
    yield chunkOf(places.slice(100), 100)
  },
})

describe('point indexes in a thread', () => {
  const there = threadIndexes()
  const here = localIndexes()
  afterAll(() => there.close())

  it('say the same as those in this thread', async () => {
    const read = (indexes: typeof here) =>
      indexes.use(set(), async (points) => {
        const marks = await points.marks([121, 39, 125, 43], 9)
        const cluster = await points.cluster(marks.marks.find(({ count }) => count > 2)?.cluster ?? 0, 7)
        const tiles = [
          await points.tile({ z: 0, x: 0, y: 0 }),
          await points.tile({ z: 6, x: 53, y: 23 }),
          await points.tile({ z: 9, x: 0, y: 0 }),
        ]
        return {
          count: points.count,
          marks,
          cluster,
          unknown: await points.cluster(1, 1),
          tiles: tiles.map((tile) => tile && [...tile]),
        }
      })
    const answer = await read(there)
    expect(answer).toEqual(await read(here))
    expect(answer.count).toBe(PLACES.length)
    expect(answer.cluster?.creditCodes).toHaveLength(7)
  })

  it('pass on why the points could not be read, and read them again when asked again', async () => {
    const broken: PointSet = {
      ...set('2'),
      chunks: async function* () {
        yield chunkOf(PLACES)
        throw new Error('the data moved')
      },
    }
    await expect(there.use(broken, () => 1)).rejects.toThrow('the data moved')
    expect(await there.use(set('2'), (points) => points.count)).toBe(PLACES.length)
  })

  it('refuse points that cannot be read instead of leaving someone waiting', async () => {
    const garbled: PointSet = {
      ...set('3'),
      chunks: async function* () {
        yield 'no,points,here'
      },
    }
    await expect(there.use(garbled, () => 1)).rejects.toThrow('credit code')
  })

  it('start a new thread after being closed', async () => {
    await there.close()
    expect(await there.use(set('4', PLACES.slice(0, 150)), (points) => points.count)).toBe(150)
  })
})

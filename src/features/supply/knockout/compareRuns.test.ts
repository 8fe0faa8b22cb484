import { describe, expect, it } from 'vitest'
import { compareRuns } from './compareRuns'
import { hit, KNOCK_OUT } from './knockOut.fixture'

const idsOf = (rows: readonly { party: { id: string } }[]) => rows.map(({ party }) => party.id)

describe('two runs', () => {
  it('differ in who is hit and by how much, never in who stops', () => {
    const second = {
      ...KNOCK_OUT,
      hits: [
        hit('S2', { isStopped: true }),
        hit('B', { atRiskWan: '150' }),
        hit('C', { atRiskWan: '3' }),
        hit('N', { atRiskWan: '9' }),
      ],
    }
    const { newlyHit, noLongerHit, changed, same } = compareRuns(KNOCK_OUT, second)
    expect(idsOf(newlyHit)).toEqual(['N'])
    expect(idsOf(noLongerHit)).toEqual(['U'])
    expect(changed.map(({ party, difference }) => [party.id, difference])).toEqual([
      ['B', -50],
      ['C', null],
    ])
    expect(same).toBe(0)
  })

  it('that are the same differ in nothing', () => {
    expect(compareRuns(KNOCK_OUT, KNOCK_OUT)).toMatchObject({
      newlyHit: [],
      noLongerHit: [],
      changed: [],
      same: 3,
      caveats: [],
    })
  })

  it.each([
    [{ year: '2024' }, '年份不同'],
    [{ version: 4 }, '发布或撤回'],
    [{ dataset: 'demo' as const }, '不能相比'],
    [{ isCut: true }, '前 1,000 家'],
    [{ region: '210100', regionName: '沈阳市' }, '地区不同'],
  ])('say what else differs', (part, words) => {
    expect(compareRuns(KNOCK_OUT, { ...KNOCK_OUT, ...part }).caveats.join('')).toContain(words)
  })
})

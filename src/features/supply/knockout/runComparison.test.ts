import { describe, expect, it } from 'vitest'
import { hit, KNOCK_OUT } from './knockOut.fixture'
import { comparisonCaveats, runDifferences } from './runComparison'

const texts = (first: typeof KNOCK_OUT, second: typeof KNOCK_OUT) =>
  Object.fromEntries(
    runDifferences(first, second).lists.map(({ id, rows }) => [id, rows.map(({ name, text }) => `${name} ${text}`)]),
  )

describe('two runs', () => {
  it('differ in who is hit and by how much, never in who stops', () => {
    const hits = [
      hit('S2', { isStopped: true }),
      hit('B', { atRiskWan: '150' }),
      hit('C', { atRiskWan: '3' }),
      hit('N', { atRiskWan: '9' }),
    ]
    expect(texts(KNOCK_OUT, { ...KNOCK_OUT, hits })).toEqual({
      new: ['N厂 9万'],
      gone: ['U厂 51万'],
      changed: ['B厂 200万 → 150万（−50万）', 'C厂 没有金额 → 3万（—）'],
    })
  })

  it('that are the same differ in nothing', () => {
    expect(runDifferences(KNOCK_OUT, KNOCK_OUT).same).toBe(3)
    expect(texts(KNOCK_OUT, KNOCK_OUT)).toEqual({ new: [], gone: [], changed: [] })
    expect(comparisonCaveats(KNOCK_OUT, KNOCK_OUT)).toEqual([])
  })

  it.each([
    [{ year: '2024' }, '年份不同'],
    [{ version: 4 }, '发布或撤回'],
    [{ dataset: 'demo' as const }, '不能相比'],
    [{ isCut: true }, '前 1,000 家'],
    [{ region: '210100', regionName: '沈阳市' }, '地区不同'],
  ])('say what else differs', (part, words) => {
    expect(comparisonCaveats(KNOCK_OUT, { ...KNOCK_OUT, ...part }).join('')).toContain(words)
  })
})

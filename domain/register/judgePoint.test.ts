import { describe, expect, it } from 'vitest'
import { judgePoint } from './judgePoint'
import type { ColumnMapping } from './mapping'

const column = (field: string, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  column: 0,
  header: field,
  field,
  confidence: 1,
  how: 'alias',
  period: null,
  unit: null,
  unitFrom: null,
  personal: false,
  question: null,
  samples: [],
  ...more,
})

const pair = (more: Partial<ColumnMapping> = {}) => [column('lng', more), column('lat', more)]
const CGCS = { unit: 'CGCS2000', unitFrom: 'header' } as const
const judge = (cells: string[], columns: ColumnMapping[]) => {
  const { point, problems } = judgePoint({ row: 2, cells }, columns)
  return [point, problems.map(({ code }) => code)]
}
const HERE = { lng: 123.4291, lat: 41.7968, crs: 'CGCS2000' }

describe('the place of one row', () => {
  it.each<[string[], string[]]>([
    [['', ''], []],
    [['—', '无'], []],
    [['123.4291', ''], ['point-half']],
    [['', '41.7968'], ['point-half']],
    [['沈阳', '41.7968'], ['point-unreadable']],
    [['0', '0.000000'], ['point-zero']],
    [['41.7968', '123.4291'], ['point-swapped']],
    [['北纬41.7968', '东经123.4291'], ['point-swapped']],
    [['12.34291', '41.7968'], ['point-range']],
    [['西经123.4291', '41.7968'], ['point-range']],
    [['123429100', '41796800'], ['point-range']],
  ])('given as %j is not taken: %j', (cells, codes) => {
    expect(judge(cells, pair(CGCS))).toEqual([null, codes])
  })

  it.each<[string[], string[]]>([
    [['123.4291', '41.7968'], []],
    [['东经123.4291°', '41°47′48.48″'], []],
    [['１２３．４２９１', '41度47分48.48秒'], []],
  ])('given as %j is taken', (cells, codes) => {
    expect(judge(cells, pair(CGCS))).toEqual([HERE, codes])
  })

  it('is taken with a warning when both numbers are short; a zero dropped at the end of one is no lack', () => {
    expect(judge(['123.4', '41.79'], pair(CGCS))).toEqual([{ ...HERE, lng: 123.4, lat: 41.79 }, ['point-coarse']])
    expect(judge(['123.4', '41.7968'], pair(CGCS))[1]).toEqual([])
    expect(judge(['123度25分', '41度47分'], pair(CGCS))[1]).toEqual(['point-coarse'])
  })

  it('is read from one column too, whose order is not guessed unless it says so', () => {
    const one = [column('lngLat', CGCS)]
    expect(judge(['123.4291，41.7968'], one)).toEqual([HERE, []])
    expect(judge(['41.7968,123.4291'], one)).toEqual([null, ['point-swapped']])
    expect(judge(['北纬41.7968 东经123.4291'], one)).toEqual([HERE, []])
    expect(judge(['青年大街1号'], one)).toEqual([null, ['point-unreadable']])
    expect(judge(['', '', '123.4291,41.7968'], [...pair(CGCS), ...one])).toEqual([HERE, []])
  })

  it('waits without a word while the column waits for its system', () => {
    const columns = [column('lng', { question: '没有注明坐标系' }), column('lat')]
    expect(judge(['123.4291', '41.7968'], columns)).toEqual([null, []])
  })

  it('believes the system of the row over a choice, and nothing when heading and row contradict each other', () => {
    const cells = (crs: string) => ['123.4291', '41.7968', crs]
    const chosen = [...pair({ unit: 'BD-09', unitFrom: 'manual' }), column('crs')]
    expect(judge(cells('CGCS2000'), chosen)).toEqual([HERE, []])
    expect(judge(cells(''), chosen)[0]).toMatchObject({ crs: 'BD-09' })
    const headed = [...pair({ unit: 'BD-09', unitFrom: 'header' }), column('crs')]
    expect(judge(cells('高德'), headed)).toEqual([null, ['crs-conflict']])
    const silent = [...pair({ unitFrom: 'cells' }), column('crs')]
    expect(judge(cells(''), silent)).toEqual([null, ['crs-missing']])
    expect(judge(cells('西安80'), silent)).toEqual([null, ['crs-unknown']])
  })
})

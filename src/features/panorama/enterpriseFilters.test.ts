import { describe, expect, it } from 'vitest'
import { EVERY, enterpriseFilters } from './enterpriseFilters'
import { searchOptions } from './searchOptions'

describe('the filters of an enterprise list', () => {
  it('sends nothing for a filter that is off', () => {
    expect(enterpriseFilters({ sort: 'name', honour: EVERY, county: EVERY, leaderOnly: false, q: '' })).toEqual({
      sort: 'name',
    })
  })

  it('sends all that are on', () => {
    expect(
      enterpriseFilters({ sort: 'revenue', honour: 'champion', county: '210102', leaderOnly: true, q: '𠅤' }),
    ).toEqual({
      sort: 'revenue',
      honour: 'champion',
      county: '210102',
      leader: 'yes',
      q: '𠅤',
    })
  })
})

describe('the options of the search', () => {
  it('lists nodes before enterprises and tells which enterprises are not on this chain', () => {
    const answer = {
      nodes: [{ id: 'gear', name: '齿轮', groupName: '传动部件' }],
      enterprises: [
        { creditCode: 'A', name: '甲', countyName: '大东区', nodes: ['gear'] },
        { creditCode: 'B', name: '乙', countyName: '未定位', nodes: [] },
      ],
    }
    expect(searchOptions(answer).map(({ kind, name, place }) => [kind, name, place])).toEqual([
      ['node', '齿轮', '传动部件'],
      ['enterprise', '甲', '大东区'],
      ['enterprise', '乙', '未定位 · 不在本链'],
    ])
  })
})

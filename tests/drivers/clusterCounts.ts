import { expect } from 'vitest'
import type { Clusters } from '@contract/clusters'
import type { Query } from './api'
import type { Product } from './eachHost'

type Region = Clusters['regions'][number]

const isPlaced = ({ unlocated }: Region) => !unlocated
const sumOf = (regions: readonly Region[]) => regions.reduce((sum, { figures }) => sum + figures.enterprises, 0)

/**
 * Every number of the map beside the enterprises behind it: each row of the list is put into its county once more, and
 * the list's own totals are asked for county by county. Σ counties + 未定位 = province.
 */
export async function expectCountsToAgree({ api, host }: Product, query: Query, periodEnd: string): Promise<Clusters> {
  const clusters = await api.get<Clusters>('/clusters', { ...query, level: 'county' })
  const { regions, total, mode } = clusters
  const { rows } = await api.allEnterprises({ ...query, limit: 200 })
  expect([rows.length, sumOf(regions)]).toEqual([total.enterprises, total.enterprises])

  const on = mode === 'current' ? 'current' : periodEnd
  const placeOf = (county: string | null) => (county === null ? null : host.context.regions.resolve(county, on).code)
  const inEach = new Map<string | null, number>()
  for (const row of rows) inEach.set(placeOf(row.county), (inEach.get(placeOf(row.county)) ?? 0) + 1)
  const onMap = regions.filter(isPlaced).map(({ code, figures }) => [code, figures.enterprises])
  expect(onMap).toEqual(onMap.map(([code]) => [code, inEach.get(String(code)) ?? 0]))
  for (const [code, count] of onMap) {
    const { total: listed } = await api.enterprises({ ...query, county: code, limit: 1 })
    expect([code, listed]).toEqual([code, count])
  }
  expectCitiesToAgree(clusters, await api.get<Clusters>('/clusters', { ...query, level: 'city' }))
  return clusters
}

/** A city is its counties and what is known of it without a county; a municipality has no cities to compare. */
function expectCitiesToAgree({ regions, total }: Clusters, cities: Clusters) {
  expect(cities.total).toEqual(total)
  if (!cities.regions.some(isPlaced)) return
  expect(sumOf(cities.regions)).toBe(total.enterprises)
  for (const { code, figures } of cities.regions.filter((region) => isPlaced(region) && region.code.endsWith('00'))) {
    const parts = regions.filter((part) => part.code.startsWith(code.slice(0, 4)))
    expect([code, sumOf(parts)]).toEqual([code, figures.enterprises])
  }
}

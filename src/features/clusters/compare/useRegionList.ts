import { computed, shallowRef, watch } from 'vue'
import type { ClusterQuery } from '@contract/clusters'
import { fetchClusters } from '@/api/clusters'
import { useLatest } from '@/composables/useLatest'

export interface ListedRegion {
  code: string
  name: string
  cityName: string | null
  level: 'city' | 'county'
  enterprises: number
}

type Filters = Omit<ClusterQuery, 'region' | 'level' | 'node'>

/** Every city and county of a province with its number of enterprises, to choose from. */
export function useRegionList(start: string, filters: () => Filters) {
  const province = shallowRef(start)
  const key = computed(() => JSON.stringify({ ...filters(), region: province.value }))
  const query = computed(() => JSON.parse(key.value) as ClusterQuery)
  const { data, error, reload } = useLatest(query, async (asked, options) => {
    const [cities, counties] = await Promise.all([
      fetchClusters({ ...asked, level: 'city' }, options),
      fetchClusters({ ...asked, level: 'county' }, options),
    ])
    return { province: asked.region, view: cities, cities: cities.regions, counties: counties.regions }
  })
  /** Of the province asked for only: the list of another must not be mistaken for it. */
  const regions = computed(() => {
    if (data.value?.province !== province.value) return undefined
    const cities = data.value.cities.filter(({ unlocated }) => !unlocated)
    const names = new Map(cities.map(({ code, name }) => [code, name]))
    const listed = (level: ListedRegion['level']) => (region: (typeof cities)[number]) => ({
      code: region.code,
      name: region.name,
      cityName: level === 'county' ? (names.get(`${region.code.slice(0, 4)}00`) ?? null) : null,
      level,
      enterprises: region.figures.enterprises,
    })
    const counties = data.value.counties.filter(({ unlocated }) => !unlocated)
    return [...cities.map(listed('city')), ...counties.map(listed('county'))]
  })
  /** The view in which the numbers were told, with the defaults filled in. */
  const told = computed(() => data.value?.view)
  // Another province has its own data and its own periods of them.
  watch(province, () => (error.value = undefined))
  return { province, regions, told, error, reload }
}

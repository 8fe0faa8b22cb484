import { computed, shallowRef, watch } from 'vue'
import type { Topology } from 'topojson-specification'
import type { BoundarySet } from '@contract/boundaries'
import { fetchOutlines } from '@/api/boundaries'
import type { RegionShape } from '@/lib/regionShape'
import { fetchCountryShapes, fetchProvinceShapes } from '@/map/boundaries'
import type { CountryShapes, ProvinceShapes } from '@/map/decodeBoundaries'
import { useBoundarySets } from '@/stores/boundaries'
import { provinceOf } from '@/stores/viewIntentions'
import type { PlaceBook } from './networkArcs'

interface Ground {
  province: string
  set: BoundarySet
  shapes: ProvinceShapes
  country: CountryShapes
}

/** Outlines of the province and where other provinces lie, read once the map is wanted. */
export function usePlaces(region: () => string) {
  const store = useBoundarySets()
  const ground = shallowRef<Ground>()
  const failed = shallowRef(false)
  const province = computed(() => provinceOf(region()))
  const shown = computed(() => (ground.value?.province === province.value ? ground.value : undefined))

  async function reload() {
    const wanted = province.value
    try {
      const set = (await store.load()).find((candidate) => candidate.province === wanted)
      if (!set) throw new Error(`no outlines for ${wanted}`)
      const fetch = async () => (await fetchOutlines(wanted)) as Topology
      const official = set.origin === 'official' ? { version: set.version, fetch } : undefined
      const [shapes, country] = await Promise.all([fetchProvinceShapes(wanted, official), fetchCountryShapes()])
      if (wanted !== province.value) return
      ground.value = { province: wanted, set, shapes, country }
      failed.value = false
    } catch {
      if (wanted === province.value) failed.value = true
    }
  }

  watch(province, reload, { immediate: true })
  const places = computed(() => (shown.value ? placeBook(shown.value) : undefined))
  return { ground: shown, places, failed, reload }
}

/** Counties and cities of the province, and the other provinces. */
function placeBook({ province, shapes, country }: Ground): PlaceBook {
  const entry = ({ code, name, centre }: RegionShape) => [code, { name, at: centre }] as const
  const others = country.provinces.filter(({ code }) => code !== province)
  return new Map([...others, ...shapes.cities, ...shapes.counties].map(entry))
}

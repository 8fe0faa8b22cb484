import { computed, shallowRef, watch } from 'vue'
import type { BoundarySet } from '@contract/boundaries'
import type { Clusters } from '@contract/clusters'
import type { Topology } from 'topojson-specification'
import { fetchOutlines } from '@/api/boundaries'
import { fetchCountryShapes, fetchProvinceShapes } from '@/map/boundaries'
import type { CountryShapes, ProvinceShapes } from '@/map/decodeBoundaries'
import { useBoundarySets } from '@/stores/boundaries'
import { COUNTRY, provinceOf } from '@/stores/viewIntentions'
import { countryFrame, mapFrame } from './clusterMap'
import { boundaryNotice } from './boundaryNotice'

type Outlines = { country: CountryShapes } | { province: ProvinceShapes }

interface Loaded {
  /** The province, or the country, and the version of its outlines. */
  key: string
  set: BoundarySet
  outlines: Outlines
}

const keyOf = (province: string, { version }: BoundarySet) => `${province} ${version}`

async function fetchShapes(province: string, set: BoundarySet): Promise<Outlines> {
  if (province === COUNTRY) return { country: await fetchCountryShapes() }
  // Checked where it was made; decoding refuses a file without its layers.
  const fetch = async () => (await fetchOutlines(province)) as Topology
  const official = set.origin === 'official' ? { version: set.version, fetch } : undefined
  return { province: await fetchProvinceShapes(province, official) }
}

/** The outlines for an answer, official ones where imported, and what must be said about them. */
export function useBoundaries(clusters: () => Clusters | undefined) {
  const store = useBoundarySets()
  const loaded = shallowRef<Loaded>()
  const failed = shallowRef(false)
  const province = computed(() => {
    const shown = clusters()
    return shown && provinceOf(shown.region)
  })
  const where = computed(() => {
    const shown = clusters()
    return shown && `${shown.region} ${shown.level}`
  })
  const here = computed(() =>
    loaded.value && loaded.value.key.startsWith(`${province.value} `) ? loaded.value : undefined,
  )
  const country = computed(() => (here.value && 'country' in here.value.outlines ? here.value.outlines.country : null))
  /** The same object while the place is the same: new figures do not draw the outlines again. */
  const frame = computed(() => {
    const [region = '', level] = where.value?.split(' ') ?? []
    const outlines = here.value?.outlines
    if (!outlines) return undefined
    if ('country' in outlines) return countryFrame(outlines.country)
    return mapFrame(outlines.province, region, level === 'city' ? 'city' : 'county')
  })
  const set = computed(() => here.value?.set)
  const notice = computed(() => (set.value ? boundaryNotice(set.value) : ''))

  async function reload() {
    const wanted = province.value
    if (wanted === undefined) return
    try {
      const found = (await store.load()).find((candidate) => candidate.province === wanted)
      if (!found) throw new Error(`no outlines for ${wanted}`)
      const key = keyOf(wanted, found)
      if (loaded.value?.key === key) {
        loaded.value = { ...loaded.value, set: found }
      } else {
        const outlines = await fetchShapes(wanted, found)
        if (wanted !== province.value) return
        loaded.value = { key, set: found, outlines }
      }
      failed.value = false
    } catch {
      if (wanted === province.value) failed.value = true
    }
  }

  watch([province, () => store.sets], reload, { immediate: true })
  return { frame, country, set, notice, failed, reload }
}

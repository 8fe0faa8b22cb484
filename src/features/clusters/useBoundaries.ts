import { computed, shallowRef, watch } from 'vue'
import type { Clusters } from '@contract/clusters'
import { fetchBoundarySource, fetchProvinceShapes, type BoundarySource } from '@/map/boundaries'
import type { ProvinceShapes } from '@/map/decodeBoundaries'
import { provinceOf } from '@/stores/viewIntentions'
import { mapFrame } from './clusterMap'

/** The outlines for an answer, and what must be said about them. */
export function useBoundaries(clusters: () => Clusters | undefined) {
  const loaded = shallowRef<{ province: string; shapes: ProvinceShapes; source: BoundarySource }>()
  const failed = shallowRef(false)
  const province = computed(() => {
    const shown = clusters()
    return shown && provinceOf(shown.region)
  })
  const where = computed(() => {
    const shown = clusters()
    return shown && `${shown.region} ${shown.level}`
  })
  /** The same object while the place is the same: new figures do not draw the outlines again. */
  const frame = computed(() => {
    const [region = '', level] = where.value?.split(' ') ?? []
    if (!loaded.value || loaded.value.province !== provinceOf(region)) return undefined
    return mapFrame(loaded.value.shapes, region, level === 'city' ? 'city' : 'county')
  })
  const notice = computed(() => {
    const source = loaded.value?.source
    if (!source) return ''
    return source.reviewNumber ? `审图号：${source.reviewNumber}` : source.notice
  })

  async function reload() {
    const wanted = province.value
    if (wanted === undefined) return
    try {
      const [shapes, source] = await Promise.all([fetchProvinceShapes(wanted), fetchBoundarySource()])
      if (wanted !== province.value) return
      loaded.value = { province: wanted, shapes, source }
      failed.value = false
    } catch {
      if (wanted === province.value) failed.value = true
    }
  }

  watch(province, reload, { immediate: true })
  return { frame, notice, failed, reload }
}

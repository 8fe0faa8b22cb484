import { computed, shallowRef, watch } from 'vue'
import type { SelectionQuery } from '@contract/selection'
import type { Bounds } from '@/lib/regionShape'
import type { DrawingKind, Ring } from '@/lib/regionSurface'
import { useView } from '@/stores/view'
import { COUNTRY } from '@/stores/viewIntentions'
import { areaOfView, areaText, ringOfArea } from './areaRings'

/** 圈选: drawing an area, keeping it in the address, and asking for what is inside. */
export function useAreaSelection(chain: () => string | undefined) {
  const view = useView()
  const drawing = shallowRef<DrawingKind | null>(null)
  /** An area is one of a province, in the system that it is drawn in. */
  const area = computed(() => (view.region === COUNTRY ? null : view.area))
  const ring = computed(() => ringOfArea(area.value))

  const key = computed(() => {
    const { region, node, period, scope, mode, dataset } = view
    if (area.value === null || chain() === undefined) return undefined
    return JSON.stringify({
      region,
      chain: chain(),
      area: area.value,
      scope,
      mode,
      ...(node !== null && { node }),
      ...(period !== null && { period }),
      ...(dataset !== null && { dataset }),
    })
  })
  const query = computed(() => (key.value === undefined ? undefined : (JSON.parse(key.value) as SelectionQuery)))

  function draw(kind: DrawingKind | null) {
    drawing.value = kind
  }

  function take(drawn: Ring) {
    drawing.value = null
    view.selectArea(areaText(drawn))
  }

  /** 当前视野; false where there is nothing of the country in view. */
  function takeView(bounds: Bounds | null): boolean {
    const area = bounds && areaOfView(bounds)
    if (area === null) return false
    drawing.value = null
    view.selectArea(area)
    return true
  }

  // The pointer must not go on drawing over another map, or over a table.
  watch([() => view.region, () => view.show], () => draw(null))
  return { drawing, ring, query, draw, take, takeView, clear: () => view.selectArea(null) }
}

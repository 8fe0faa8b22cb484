import { fetchPanorama } from '@/api/panorama'
import { useLatest } from '@/composables/useLatest'
import { useViewQuery } from '@/stores/useViewQuery'

/** The panorama of the view, asked as soon as its chain is known. */
export function usePanorama() {
  const asked = useViewQuery()
  return { ...useLatest(asked.query, fetchPanorama), ...asked }
}

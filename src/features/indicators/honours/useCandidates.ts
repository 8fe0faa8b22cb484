import { computed, shallowRef, type Ref } from 'vue'
import type { HonourCandidate, HonourCandidates, HonourQuery } from '@contract/honours'
import { fetchHonourCandidates, honourCandidatesWorkbookUrl } from '@/api/honours'
import { useCursorPages } from '@/composables/useCursorPages'
import { saveUrl } from '@/lib/saveFile'

export type ScreenedTier = 'innovative' | 'specialised' | 'little-giant'

/** The list of 培育 for a title on a day, page by page; `on` empty is today. */
export function useCandidates(view: Ref<HonourQuery>, tier: Ref<ScreenedTier>, on: Ref<string>) {
  /** What the last page said of the whole list. */
  const list = shallowRef<HonourCandidates>()
  const query = computed(() => ({ ...view.value, tier: tier.value, ...(on.value !== '' && { on: on.value }) }))
  const pages = useCursorPages<typeof query.value, HonourCandidate>(query, async (wish, options) => {
    const { cursor, ...rest } = wish
    const page = await fetchHonourCandidates(
      { ...rest, ...(cursor !== undefined && { after: Number(cursor) }) },
      options,
    )
    list.value = page
    return { total: page.total, rows: page.rows, nextCursor: page.next === null ? null : String(page.next) }
  })
  const saveWorkbook = () => {
    if (list.value) saveUrl(honourCandidatesWorkbookUrl({ ...query.value, dataset: list.value.dataset }))
  }
  return { ...pages, list, saveWorkbook }
}

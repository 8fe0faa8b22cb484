import { effectScope, nextTick, shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'
import { useCursorPages } from './useCursorPages'

const PAGES: Record<string, { total: number; rows: string[]; nextCursor: string | null }> = {
  first: { total: 3, rows: ['一', '二'], nextCursor: 'next' },
  next: { total: 3, rows: ['三'], nextCursor: null },
}

describe('useCursorPages', () => {
  it('adds page to page until there is no cursor, and starts again for another query', async () => {
    const query = shallowRef({ q: 'a' })
    const asked: unknown[] = []
    const load = async (wish: { q: string; cursor?: string }) => {
      asked.push(wish)
      return PAGES[wish.cursor ?? 'first']!
    }
    const scope = effectScope()
    const pages = scope.run(() => useCursorPages(query, load))!
    await nextTick()
    await pages.more()
    expect(pages.rows.value).toEqual(['一', '二', '三'])
    await pages.more()
    query.value = { q: 'a' }
    await nextTick()
    expect(asked).toHaveLength(2)
    query.value = { q: 'b' }
    await nextTick()
    await nextTick()
    expect(pages.rows.value).toEqual(['一', '二'])
    scope.stop()
  })
})

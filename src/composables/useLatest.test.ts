import { effectScope, nextTick, shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'
import { useLatest } from './useLatest'

/** Requests that the test answers when it wants to. */
function desk() {
  const open: {
    query: string
    signal: AbortSignal
    answer: (text: string) => void
    refuse: (reason: Error) => void
  }[] = []
  const load = (query: string, { signal }: { signal: AbortSignal }) =>
    new Promise<string>((answer, refuse) => open.push({ query, signal, answer, refuse }))
  return { open, load }
}

async function settled() {
  await nextTick()
  await Promise.resolve()
  await nextTick()
}

describe('useLatest', () => {
  it('lets only the newest answer win, and cancels the older request', async () => {
    const { open, load } = desk()
    const query = shallowRef('a')
    const scope = effectScope()
    const { data, state } = scope.run(() => useLatest(query, load))!
    query.value = 'b'
    await settled()
    open[1]?.answer('of b')
    open[0]?.answer('of a')
    await settled()
    expect(open[0]?.signal.aborted).toBe(true)
    expect([data.value, state.value]).toEqual(['of b', 'ready'])
    scope.stop()
  })

  it('keeps the last good data, and when it came, while loading and after a failure', async () => {
    const { open, load } = desk()
    const scope = effectScope()
    const { data, state, error, loadedAt, reload } = scope.run(() => useLatest('a', load))!
    open[0]?.answer('good')
    await settled()
    const at = loadedAt.value
    const again = reload()
    expect([data.value, state.value]).toEqual(['good', 'refreshing'])
    open[1]?.refuse(new Error('down'))
    await again
    expect([data.value, state.value, loadedAt.value]).toEqual(['good', 'failed', at])
    expect(error.value).toEqual(new Error('down'))
    scope.stop()
  })

  it('asks nothing while the query is not known', async () => {
    const { open, load } = desk()
    const query = shallowRef<string>()
    const scope = effectScope()
    const { state } = scope.run(() => useLatest(query, load))!
    expect([open.length, state.value]).toEqual([0, 'first-load'])
    query.value = 'a'
    await settled()
    expect(open).toHaveLength(1)
    scope.stop()
  })

  it('cancels what is running when its owner goes', () => {
    const { open, load } = desk()
    const scope = effectScope()
    scope.run(() => useLatest('a', load))
    scope.stop()
    expect(open[0]?.signal.aborted).toBe(true)
  })
})

import { shallowRef } from 'vue'
import { defineStore } from 'pinia'
import type { BoundarySet } from '@contract/boundaries'
import { fetchBoundaries } from '@/api/boundaries'

/** Which outlines every province is drawn with; asked for once, and again after a change. */
export const useBoundarySets = defineStore('boundaries', () => {
  const sets = shallowRef<BoundarySet[]>()
  let coming: Promise<BoundarySet[]> | undefined

  /** A failure is forgotten, so that a retry asks again. */
  function load(): Promise<BoundarySet[]> {
    coming ??= fetchBoundaries().then(
      (answer) => (sets.value = answer.sets),
      (reason: unknown) => {
        coming = undefined
        throw reason
      },
    )
    return coming
  }

  function reload() {
    coming = undefined
    return load()
  }

  return { sets, load, reload }
})

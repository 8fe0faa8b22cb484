import { watch } from 'vue'
import type { Pinia } from 'pinia'
import type { Router } from 'vue-router'
import { useView } from '@/stores/view'

/** Choices that every visit changes many times; they do not each deserve a step of the back button. */
const PASSING = new Set(['q'])

/** Keeps address and view equal, in both directions: back, reload and a pasted link restore the picture. */
export function mirrorView(router: Router, pinia: Pinia) {
  const view = useView(pinia)
  // While the view follows the address it must not write the address: that would be a step of nobody's.
  let isFollowing = false

  router.beforeResolve((to, from) => {
    if (!to.meta.mirrorsView) return
    // A bare link from another page means "where I was".
    const comesBack = !from.meta.mirrorsView && from.name !== undefined && Object.keys(to.query).length === 0
    if (comesBack || isSame(to.query, view.query)) return
    isFollowing = true
    view.restore(to.query)
    isFollowing = false
  })
  router.afterEach((to) => {
    if (to.meta.mirrorsView && !isSame(to.query, view.query)) void router.replace({ ...to, query: view.query })
  })
  watch(
    () => view.query,
    (query) => {
      const route = router.currentRoute.value
      if (isFollowing || !route.meta.mirrorsView || isSame(route.query, query)) return
      const isStep = !view.isCorrecting && changed(route.query, query).some((name) => !PASSING.has(name))
      const go = isStep ? router.push : router.replace
      void go({ query, hash: route.hash })
    },
    { flush: 'sync' },
  )
}

function changed(left: Record<string, unknown>, right: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => left[name] !== right[name])
}

const isSame = (left: Record<string, unknown>, right: Record<string, unknown>) => changed(left, right).length === 0

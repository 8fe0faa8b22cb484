import { shallowRef } from 'vue'

/** Counts corrections made by hand on this page; lists and figures watch it to ask again. */
export const changeCount = shallowRef(0)

export function announceChange() {
  changeCount.value += 1
}

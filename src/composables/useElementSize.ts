import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

/** Size of an element in CSS pixels, kept up to date; 0×0 until it is mounted. */
export function useElementSize(host: Readonly<ShallowRef<HTMLElement | null>>) {
  const width = shallowRef(0)
  const height = shallowRef(0)
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    width.value = entry.contentRect.width
    height.value = entry.contentRect.height
  })
  onMounted(() => host.value && observer.observe(host.value))
  onBeforeUnmount(() => observer.disconnect())
  return { width, height }
}

import { nextTick, onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])'

/** Moves focus into `host` while it is mounted and back to where it was afterwards; `keepInside` also traps Tab. */
export function useFocusTrap(host: Readonly<ShallowRef<HTMLElement | null>>, keepInside: () => boolean) {
  const before = document.activeElement

  const stops = () =>
    Array.from(host.value?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? []).filter(
      ({ offsetParent }) => offsetParent !== null,
    )

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Tab' || !keepInside()) return
    const list = stops()
    const edge = event.shiftKey ? list[0] : list[list.length - 1]
    const other = event.shiftKey ? list[list.length - 1] : list[0]
    const isOutside = !host.value?.contains(document.activeElement) || document.activeElement === host.value
    if (!edge || (document.activeElement !== edge && !isOutside)) return
    event.preventDefault()
    other?.focus()
  }

  onMounted(async () => {
    document.addEventListener('keydown', onKey)
    await nextTick()
    const wanted = host.value?.querySelector<HTMLElement>('[autofocus]')
    ;(wanted ?? host.value)?.focus()
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
    if (before instanceof HTMLElement && document.contains(before)) before.focus()
  })
}

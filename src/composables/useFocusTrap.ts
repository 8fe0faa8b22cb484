import { nextTick, onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])'

/** Dialogs that keep the keyboard inside, the one on top last: a card may open over another dialog. */
const traps: symbol[] = []

/** Moves focus into `host` while it is mounted and back to where it was afterwards; `keepInside` also traps Tab. */
export function useFocusTrap(host: Readonly<ShallowRef<HTMLElement | null>>, keepInside: () => boolean) {
  const before = document.activeElement
  const own = Symbol('focus trap')

  const stops = () =>
    Array.from(host.value?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? []).filter(
      ({ offsetParent }) => offsetParent !== null,
    )

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Tab' || !keepInside() || traps[traps.length - 1] !== own) return
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
    if (keepInside()) traps.push(own)
    await nextTick()
    const wanted = host.value?.querySelector<HTMLElement>('[autofocus]')
    ;(wanted ?? host.value)?.focus()
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', onKey)
    if (traps.includes(own)) traps.splice(traps.indexOf(own), 1)
    if (before instanceof HTMLElement && document.contains(before)) before.focus()
  })
}

import { onBeforeUnmount, onMounted } from 'vue'

/**
 * Keys of a whole page, wherever the focus is: a button that was just pressed may be gone or disabled, and the focus with
 * it. Not while somebody types, not behind a dialog, not what an element took for itself, and not with Ctrl, Alt or ⌘.
 */
export function usePageKeys(onKey: (event: KeyboardEvent, target: Element) => void) {
  function hear(event: KeyboardEvent) {
    const { target } = event
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !(target instanceof Element)) return
    if (document.querySelector('[aria-modal="true"]')) return
    if (target.closest('input:not([type="radio"]), select, textarea, [role="application"]')) return
    onKey(event, target)
  }
  onMounted(() => document.addEventListener('keydown', hear))
  onBeforeUnmount(() => document.removeEventListener('keydown', hear))
}

import { shallowReadonly, shallowRef } from 'vue'

export interface Toast {
  id: number
  text: string
  tone: 'good' | 'bad' | 'neutral'
  /** One thing to do about it, such as 撤销. */
  action?: { label: string; run: () => void }
}

const SHOWN_MS = 8_000
const toasts = shallowRef<Toast[]>([])
let lastId = 0

/** Short messages at the foot of the window; `ToastHost` shows them. */
export function useToasts() {
  function show(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}) {
    const toast: Toast = { id: ++lastId, text, tone: 'neutral', ...options }
    toasts.value = [...toasts.value, toast]
    setTimeout(() => dismiss(toast.id), SHOWN_MS)
  }

  function dismiss(id: number) {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  return { toasts: shallowReadonly(toasts), show, dismiss }
}

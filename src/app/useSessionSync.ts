import { onBeforeUnmount, onMounted } from 'vue'
import { SESSION_KEY, useSession } from '@/stores/session'

/** Other tabs, and pages that the back button brings out of the browser's memory, follow 访客模式. */
export function useSessionSync() {
  const session = useSession()
  const reload = () => void session.load().catch(() => undefined)
  const onStorage = ({ key }: StorageEvent) => key === SESSION_KEY && reload()
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && reload()
  onMounted(() => {
    window.addEventListener('storage', onStorage)
    window.addEventListener('pageshow', onShow)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('storage', onStorage)
    window.removeEventListener('pageshow', onShow)
  })
}

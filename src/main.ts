// First: these must run before any library or schema does.
import '@/lib/oldBrowsers'
import '@/lib/strictCsp'
import { createApp } from 'vue'
import { createPinia } from 'pinia'
import App from '@/app/App.vue'
import { createAppRouter } from '@/app/router'
import { mirrorView } from '@/app/mirrorView'
import { useSession } from '@/stores/session'

async function start() {
  if (import.meta.env.MODE === 'mock') {
    const { startMock } = await import('@mock/start')
    await startMock()
  }
  const app = createApp(App)
  const pinia = createPinia()
  const router = createAppRouter()
  app.use(pinia)
  mirrorView(router, pinia)
  app.use(router)
  // Before anything is drawn: a visitor's screen must not show the buttons of staff first. Pages tell of a lost network.
  await Promise.all([
    router.isReady(),
    useSession(pinia)
      .load()
      .catch(() => undefined),
  ])
  app.mount('#app')
}

start().catch((reason: unknown) => {
  const wait = document.querySelector('.upgrade__wait')
  if (wait) wait.textContent = '页面没有载入：请检查网络后刷新。'
  throw reason
})

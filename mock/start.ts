import { setupWorker } from 'msw/browser'
import { startApp } from './bridge'
import { handlers } from './handlers'

/** The page's own line of text stands until the program takes over. */
function say(doing: string) {
  const line = document.querySelector('.upgrade__wait')
  if (line) line.textContent = `浏览器内演示：${doing}`
}

/** `npm run dev:mock`: the product in the browser alone. Resolves when the demonstration data is in. */
export async function startMock() {
  const app = startApp(say)
  await setupWorker(...handlers(app.answer)).start({ onUnhandledRequest: 'bypass', quiet: true })
  await app.ready
}

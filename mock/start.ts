import { setupWorker } from 'msw/browser'
import { startApp } from './bridge'
import { handlers } from './handlers'

/** `npm run dev:mock`: the product in the browser alone. Resolves when the demonstration data is in. */
export async function startMock() {
  const app = startApp()
  await setupWorker(...handlers(app.answer)).start({ onUnhandledRequest: 'bypass', quiet: true })
  await app.ready
}

import { healthRoute, readyRoute, versionRoute } from '@contract/routes/system'
import type { Routes, Services } from '../services'

export function registerSystem(app: Routes, services: Services) {
  app.openapi(healthRoute, (c) => c.json({ status: 'ok' as const }, 200))
  app.openapi(readyRoute, async (c) => {
    const answers = await services.ready().then(
      () => true,
      () => false,
    )
    return answers
      ? c.json({ status: 'ready' as const, detail: null }, 200)
      : c.json({ status: 'unavailable' as const, detail: '数据库暂不可用' }, 503)
  })
  app.openapi(versionRoute, (c) => c.json(services.version, 200))
}

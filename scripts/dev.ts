import { createServer } from 'vite'
import { loadDemonstration } from '@server/demo/loadDemonstration'
import { readConfig } from '@server/node/config'
import { openHost } from '@server/node/host'
import { listen } from '@server/node/listen'
import { createLog } from '@server/node/log'

/* `npm run dev`: the API on a free port and Vite before it, in one process. */

const config = readConfig(process.env)
const log = createLog('warn')
const host = await openHost(config, log)
if (!config.withoutDemo)
  await loadDemonstration({ app: host.ownApp, context: host.context }, (file) =>
    process.stdout.write(`首次启动，正在装入 ${file}\n`),
  )
const api = await listen(host.app, { host: '127.0.0.1', port: 0 }, log)
const vite = await createServer({ server: { proxy: { '/api': api.address } } })
await vite.listen()
vite.printUrls()

const stop = async () => {
  await vite.close()
  await api.close()
  await host.close()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())

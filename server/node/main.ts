import { loadDemonstration } from '../demo/loadDemonstration'
import { readConfig } from './config'
import { openHost } from './host'
import { listen } from './listen'
import { createLog } from './log'
import { everyNight } from './nightly'

/** `npm start`: the API and the built SPA on one port, over the embedded database or DATABASE_URL. */
async function main() {
  const config = readConfig(process.env)
  const log = createLog()
  const host = await openHost(config, log)
  if (!config.withoutDemo) {
    await loadDemonstration({ app: host.ownApp, context: host.context }, (file) =>
      process.stdout.write(`首次启动，正在装入 ${file}\n`),
    )
  }
  const listening = await listen(host.app, config, log)
  host.database.announce(listening.address)
  const endNights = everyNight(() => host.database.maintain(), log)
  process.stdout.write(`产业大脑 · 政府侧驾驶舱已启动：${listening.address}\n`)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    endNights()
    await listening.close()
    await host.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}

main().catch((error: unknown) => {
  process.stderr.write(`启动失败：${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof Error && error.cause) process.stderr.write(`${String(error.cause)}\n`)
  process.exit(1)
})

import { FolderInUseError } from '../db/node/folderLock'
import { readConfig } from './config'
import { loadDemonstration } from './demonstration'
import { openHost } from './host'
import { listen } from './listen'
import { createLog } from './log'

/** `npm start`: the API and the built SPA on one port, over the embedded database or DATABASE_URL. */
async function main() {
  const config = readConfig(process.env)
  const log = createLog()
  const host = await openHost(config, log)
  await loadDemonstration(host, log)
  const listening = await listen(host.app, config, log)
  host.database.announce(listening.address)
  process.stdout.write(`产业大脑 · 政府侧驾驶舱已启动：${listening.address}\n`)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    await listening.close()
    await host.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}

main().catch((error: unknown) => {
  const known = error instanceof FolderInUseError || error instanceof Error
  process.stderr.write(`启动失败：${known ? error.message : String(error)}\n`)
  if (error instanceof Error && error.cause) process.stderr.write(`${String(error.cause)}\n`)
  process.exit(1)
})

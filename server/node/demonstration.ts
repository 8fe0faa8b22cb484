import type { Logger } from 'pino'
import type { Batch } from '@contract/batches'
import { demoFiles } from '../demo/demoFiles'
import { API_BASE } from '../app'
import type { Host } from './host'

/** 演示数据 enters by the same door as everything else, once, into an empty database; NO_DEMO=1 keeps it out. */
export async function loadDemonstration(host: Host, log: Logger) {
  if (process.env.NO_DEMO === '1') return
  const first = await host.context.db.selectFrom('batch').select('id').limit(1).executeTakeFirst()
  if (first) return
  process.stdout.write('首次启动，正在装入演示数据…\n')
  for (const file of demoFiles()) {
    const query = new URLSearchParams({ ...file.fields, fileName: file.name, dataClass: 'demo' })
    const received = await call(host, 'POST', `/batches?${query}`, file.content)
    const read = await settled(host, received)
    if (read.status !== 'staged') throw new Error(`演示数据“${file.name}”未能读入：${read.failure?.message ?? read.status}`)
    const published = await call(host, 'POST', `/batches/${read.id}/publish`)
    log.info({ file: file.name, ...published.counts }, 'demonstration data published')
  }
}

async function settled(host: Host, batch: Batch): Promise<Batch> {
  let latest = batch
  while (latest.status === 'reading') {
    await new Promise((resolve) => setTimeout(resolve, 100))
    latest = await call(host, 'GET', `/batches/${batch.id}`)
  }
  return latest
}

async function call(host: Host, method: string, path: string, body?: Uint8Array): Promise<Batch> {
  const response = await host.app.request(`${API_BASE}${path}`, { method, ...(body && { body: body.slice() }) })
  if (!response.ok) throw new Error(`演示数据装入失败：${await response.text()}`)
  return (await response.json()) as Batch
}

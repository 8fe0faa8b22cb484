import type { Batch } from '@contract/batches'
import { API_BASE, type App } from '../app'
import type { SourceContext } from '../source/context'
import { loadDemoClusters } from './industryClusters'

interface Product {
  app: App
  context: SourceContext
}

const POLL_MS = 100

/**
 * 演示数据 enters by the same door as everything else, once, into a database without any batch. `tell` hears the name of
 * each file before it is read.
 */
export async function loadDemonstration(product: Product, tell: (fileName: string) => void): Promise<void> {
  const first = await product.context.db.selectFrom('batch').select('id').limit(1).executeTakeFirst()
  if (first) return
  // Loaded only here: later starts have no use for the generator.
  const { demoFiles } = await import('./demoFiles')
  for (const { name, fields, content } of demoFiles()) {
    tell(name)
    const query = new URLSearchParams({ ...fields, fileName: name, dataClass: 'demo' })
    const read = await settled(product.app, await call(product.app, 'POST', `/batches?${query}`, content))
    if (read.status !== 'staged') throw new Error(`演示数据“${name}”未能读入：${read.failure?.message ?? read.status}`)
    await call(product.app, 'POST', `/batches/${read.id}/publish`)
  }
  await loadDemoClusters(product.app)
}

async function settled(app: App, batch: Batch): Promise<Batch> {
  let latest = batch
  while (latest.status === 'reading') {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    latest = await call(app, 'GET', `/batches/${batch.id}`)
  }
  return latest
}

async function call(app: App, method: string, path: string, body?: Uint8Array): Promise<Batch> {
  const response = await app.request(`http://localhost${API_BASE}${path}`, {
    method,
    ...(body && { body: body.slice() }),
  })
  if (!response.ok) throw new Error(`演示数据装入失败：${await response.text()}`)
  return (await response.json()) as Batch
}

import { openAsBlob } from 'node:fs'
import path from 'node:path'
import type { Batch } from '@contract/batches'
import { API_BASE } from '@server/app'
import { readConfig } from '@server/node/config'
import { openHost } from '@server/node/host'
import { createLog } from '@server/node/log'

/** Child of the import bench: one file through the product's own door, once; the answer is one line of JSON. */
export interface ImportRun {
  rows: number
  accepted: number
  linked: number
  /** Reading, judging, classifying and storing. */
  readMs: number
  publishMs: number
  /** Of the whole process, the embedded engine included. */
  peakRssMb: number
}

const POLL_MS = 50

const file = process.argv[2] ?? ''
const host = await openHost(readConfig(process.env), createLog('warn'))
const send = async (method: string, route: string, body?: Blob): Promise<Batch> => {
  const response = await host.app.request(`${API_BASE}${route}`, { method, ...(body && { body }) })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as Batch
}

const query = new URLSearchParams({
  province: '210000',
  kind: 'register',
  period: '2025',
  provider: 'bench',
  scope: 'all',
  dataClass: 'department',
  fileName: path.basename(file),
})
const started = performance.now()
let batch = await send('POST', `/batches?${query}`, await openAsBlob(file))
while (batch.status === 'reading') {
  await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  batch = await send('GET', `/batches/${batch.id}`)
}
if (batch.status !== 'staged') throw new Error(batch.failure?.message ?? batch.status)
const staged = performance.now()
await send('POST', `/batches/${batch.id}/publish`)
const published = performance.now()
const run: ImportRun = {
  rows: batch.counts.rows,
  accepted: batch.counts.accepted,
  linked: batch.report?.linked ?? 0,
  readMs: staged - started,
  publishMs: published - staged,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(`${JSON.stringify(run)}\n`)
await host.close()

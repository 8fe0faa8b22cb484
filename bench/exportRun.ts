import { API_BASE } from '@server/app'
import { readConfig } from '@server/node/config'
import { openHost } from '@server/node/host'
import { createLog } from '@server/node/log'
import { fillSynthetic } from './million'

/** Child of the export bench: `<enterprises>`; fills a store and writes its workbooks through the product's own door. */
export interface ExportRun {
  exports: { rows: number; bytes: number; ms: number; restMb: number; peakMb: number }[]
}

const SAMPLE_MS = 20
const MEGABYTE = 1024 * 1024

const count = Number(process.argv[2])
const host = await openHost(readConfig(process.env), createLog('warn'))
await fillSynthetic(host.context.db, count)
await host.database.maintain()
const run: ExportRun = { exports: [] }
// Twice the small one: the first export pays for what is loaded and compiled once.
for (const region of ['210102', '210102', '210100', '210000']) run.exports.push(await exportOf(region))
run.exports.shift()
process.stdout.write(`${JSON.stringify(run)}\n`)
await host.close()

async function exportOf(region: string): Promise<ExportRun['exports'][number]> {
  const listed = await host.app.request(`${API_BASE}/enterprises?region=${region}&limit=1`)
  const { total } = (await listed.json()) as { total: number }
  globalThis.gc?.()
  const restMb = process.memoryUsage().rss / MEGABYTE
  let peakMb = restMb
  const sampler = setInterval(() => (peakMb = Math.max(peakMb, process.memoryUsage().rss / MEGABYTE)), SAMPLE_MS)
  const started = performance.now()
  const answer = await host.app.request(`${API_BASE}/enterprises/export.xlsx?region=${region}`)
  if (!answer.ok || !answer.body) throw new Error(await answer.text())
  let bytes = 0
  for await (const part of answer.body) bytes += part.byteLength
  clearInterval(sampler)
  return { rows: total, bytes, ms: performance.now() - started, restMb, peakMb }
}

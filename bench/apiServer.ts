import { openAsBlob } from 'node:fs'
import path from 'node:path'
import type { Batch } from '@contract/batches'
import { API_BASE } from '@server/app'
import { loadDemonstration } from '@server/demo/loadDemonstration'
import { readConfig } from '@server/node/config'
import { openHost } from '@server/node/host'
import { listen } from '@server/node/listen'
import { createLog } from '@server/node/log'
import { fillSynthetic, type Fill } from './million'
import { fillSyntheticSupply } from './syntheticSupplyTables'

/** Child of the API benches: `file <path>`, `synthetic <count>`, `places <count>` (with coordinates), `years <count>` (with the year before), `supply <count>` (with supply relations) or `demo`; fills the store, listens until its input closes. */
export interface ApiServer {
  address: string
  enterprises: number
  fill: Fill | null
}

const [kind = '', source = ''] = process.argv.slice(2)
const log = createLog('warn')
const host = await openHost(readConfig(process.env), log)
const isSynthetic = ['synthetic', 'places', 'years', 'supply'].includes(kind)
const options = { withPlaces: kind === 'places', withYearBefore: kind === 'years' }
const fill = isSynthetic ? await fillSynthetic(host.context.db, Number(source), options) : null
if (kind === 'supply') await fillSyntheticSupply(host.context.db, Number(source))
if (kind === 'file') await publishFile(source)
if (kind === 'demo') await loadDemonstration(host, () => undefined)
await host.database.maintain()
const listening = await listen(host.app, { host: '127.0.0.1', port: 0 }, log)
const { n } = await host.context.db
  .selectFrom('enterprise')
  .select(({ fn }) => fn.countAll<string>().as('n'))
  .executeTakeFirstOrThrow()
const answer: ApiServer = { address: listening.address, enterprises: Number(n), fill }
process.stdout.write(`${JSON.stringify(answer)}\n`)
process.stdin.resume().once('end', () => void listening.close().then(host.close))

async function publishFile(file: string): Promise<void> {
  const send = async (method: string, route: string, body?: Blob): Promise<Batch> =>
    (await (await host.app.request(`${API_BASE}${route}`, { method, ...(body && { body }) })).json()) as Batch
  const fields = {
    province: '210000',
    kind: 'register',
    period: '2025',
    provider: 'bench',
    scope: 'all',
    dataClass: 'department',
  }
  const query = new URLSearchParams({ ...fields, fileName: path.basename(file) })
  let batch = await send('POST', `/batches?${query}`, await openAsBlob(file))
  while (batch.status === 'reading') {
    await new Promise((resolve) => setTimeout(resolve, 200))
    batch = await send('GET', `/batches/${batch.id}`)
  }
  await send('POST', `/batches/${batch.id}/publish`)
}

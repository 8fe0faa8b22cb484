import { createHash } from 'node:crypto'
import { openAsBlob, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { nameOfParty } from '@domain/party/nameKey'
import { LOCAL_PRINCIPAL } from '@server/source/principal'
import { matchingReport, readNameQueue, type NameInQueue } from '@server/source/supplyParties'
import type { Product } from './eachHost'

const fileAt = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const NEWS = '../../../shared/data/supply-relations-news.csv'
const LABELS = '../labels/supply-names-100.csv'
const REAL = { dataset: 'real' }

/** Pairs judged by hand, by the hash of name and code: neither stands in the project. */
function readLabels(): Map<string, string> {
  const [, ...lines] = readFileSync(fileAt(LABELS), 'utf8').trim().split('\n')
  return new Map(
    lines.map((line) => {
      const [, , , pair = '', verdict = ''] = line.split(',')
      return [pair, verdict]
    }),
  )
}

const pairOf = (id: string, creditCode: string) =>
  createHash('sha256')
    .update(`${nameOfParty(id)}|${creditCode}`)
    .digest('hex')
    .slice(0, 16)

async function allNames({ host }: Product): Promise<NameInQueue[]> {
  const names: NameInQueue[] = []
  for (let cursor: string | null = null; ;) {
    const query = { ...REAL, limit: 500, cursor, state: 'all' as const }
    const page: Awaited<ReturnType<typeof readNameQueue>> = await readNameQueue(host.context, LOCAL_PRINCIPAL, query)
    names.push(...page.rows)
    if (page.next === null) return names
    cursor = page.next
  }
}

const share = (verdicts: readonly string[], right: readonly string[]) =>
  verdicts.filter((verdict) => right.includes(verdict)).length / verdicts.length

/** Trades of the news among a real register: every name is accounted for, and what is proposed holds what was judged. */
export async function expectNewsToMatch(product: Product) {
  const { api, host } = product
  const batch = await api.stage(await openAsBlob(fileAt(NEWS)), { kind: 'links', fileName: '新闻.csv', period: '2019' })
  expect(batch.failure).toBeNull()
  const { rows, accepted, quarantined, rejected, duplicates } = batch.counts
  expect([rows, accepted + quarantined + rejected + duplicates]).toEqual([1109, 1109])
  await api.publish(batch.id)

  const report = await matchingReport(host.context, LOCAL_PRINCIPAL, REAL)
  expect(report.trades).toBe(accepted)
  for (const side of ['supplier', 'buyer']) {
    const own = report.mentions.filter((row) => row.side === side)
    expect(own.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(accepted)
  }
  const names = await allNames(product)
  const parties = report.parties.reduce((sum, row) => sum + row.parties, 0)
  expect(parties).toBe(names.length)
  const outside = report.parties.filter(({ status }) => status === 'outside')
  expect(report.outside.elsewhere + report.outside.unregistered + report.outside.unknown).toBe(
    outside.reduce((sum, row) => sum + row.parties, 0),
  )

  const labels = readLabels()
  const verdictsOf = (pairs: (string | null)[]) => pairs.flatMap((pair) => labels.get(pair ?? '') ?? [])
  const auto = names.filter(({ state }) => state === 'matched')
  const open = names.filter(({ state }) => state === 'open')
  const certain = verdictsOf(auto.map(({ id, enterprise }) => enterprise && pairOf(id, enterprise.creditCode)))
  const proposed = verdictsOf(
    open.map(({ id, candidates }) => (candidates[0] ? pairOf(id, candidates[0].creditCode) : null)),
  )
  expect([certain.length, share(certain, ['same'])]).toEqual([auto.length, 1])
  // Rules that propose other enterprises need other labels.
  expect(proposed.length / open.length).toBeGreaterThan(0.9)
  expect(share(proposed, ['same', 'group'])).toBeGreaterThanOrEqual(0.55)
  await api.post(`/batches/${batch.id}/withdraw`)
}

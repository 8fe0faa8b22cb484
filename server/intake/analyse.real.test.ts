import { existsSync, openAsBlob, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { StagedRow } from '@domain/register/staged'
import { analyse } from './analyse'
import { IntakeRefusal } from './read/refusal'

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const MESSY = `${DATA}messy-xlsx/`

async function run(path: string) {
  let rows = 0
  let withCapital = 0
  const sink = {
    chunk: async (chunk: StagedRow[]) => {
      rows += chunk.length
      withCapital += chunk.filter(({ extra }) => extra['capitalWan'] !== undefined).length
    },
    progress: () => undefined,
  }
  const tools = {
    locator: { locate: () => ({ code: null, by: 'none' as const, level: 'county' as const, retired: false }) },
    classifier: { classify: () => [] },
  }
  const input = { file: await openAsBlob(path), kind: 'register' as const, province: '210000', period: '2024' }
  const summary = await analyse(input, tools, sink, new AbortController().signal)
  return { summary, rows, withCapital }
}

describe.skipIf(!existsSync(DATA))('real registers (skipped where the sample data are absent)', () => {
  it('51,205 enterprises of Liaoning are all accounted for', async () => {
    const { summary, rows, withCapital } = await run(`${DATA}register-liaoning.csv`)
    const { counts } = summary
    expect(rows).toBe(51_205)
    expect(counts.rows).toBe(counts.accepted + counts.quarantined + counts.rejected + counts.duplicates)
    expect([counts.rejected, counts.duplicates]).toEqual([0, 0])
    expect(summary.columns.map(({ field }) => field)).toEqual([
      'name',
      'creditCode',
      'registeredOn',
      null,
      'capital',
      'businessScope',
      'province',
      'city',
      'address',
    ])
    // Capital in yuan only: 12,734 are N/A, and foreign currencies are not converted.
    expect(withCapital).toBe(36_996)
  })

  it('10,000 enterprises of Shandong are all accounted for', async () => {
    expect((await run(`${DATA}register-shandong-10k.csv`)).summary.counts).toMatchObject({ rows: 10_000, rejected: 0 })
  })

  it.each(existsSync(MESSY) ? readdirSync(MESSY) : [])(
    '%s is a register, or is refused with a reason',
    async (name) => {
      const outcome = await run(`${MESSY}${name}`).catch((error: unknown) => error)
      if (name.startsWith('企业工商注册')) expect(outcome).toMatchObject({ rows: name.includes('山东') ? 173 : 439 })
      else {
        expect(outcome).toBeInstanceOf(IntakeRefusal)
        expect(outcome).toMatchObject({ code: expect.stringMatching(/^(?:no-header|missing-columns)$/u) })
      }
    },
  )
})

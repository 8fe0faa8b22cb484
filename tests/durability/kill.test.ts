import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../server/db/node/open'
import { checkBatches, type BatchReport } from './batches'
import { strikeWriter } from './writerProcess'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 6)

it('keeps every acknowledged batch, whole, through kill -9 at any moment', { timeout: 60_000 * ROUNDS }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kill-'))
  let acknowledged = 0
  for (let round = 1; round <= ROUNDS; round += 1) {
    acknowledged = Math.max(acknowledged, await strikeWriter([folder], 1 + ((round * 37) % 90)))
    const { db, close } = await openDatabase({ dataDir: folder })
    const report = await checkBatches(db, acknowledged)
    await close()
    expect(report).toEqual<BatchReport>({ batches: report.batches, lost: 0, torn: 0 })
    acknowledged = report.batches
  }
  expect(acknowledged).toBeGreaterThan(0)
  fs.rmSync(folder, { recursive: true })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../server/db/node/open'
import { checkBatches, type BatchReport } from './batches'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 6)
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))

/** Kills the writer at the given line it says, counted from its start; returns the last batch it acknowledged. */
async function killWriterAfter(folder: string, lines: number): Promise<number> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(writer, 'exit')
  let acknowledged = 0
  let said = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line.startsWith('ack ')) acknowledged = Number(line.slice(4))
    said += 1
    if (said === lines) writer.kill('SIGKILL')
  }
  await ended
  return acknowledged
}

it('keeps every acknowledged batch, whole, through kill -9 at any moment', { timeout: 60_000 * ROUNDS }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kill-'))
  let acknowledged = 0
  for (let round = 1; round <= ROUNDS; round += 1) {
    acknowledged = Math.max(acknowledged, await killWriterAfter(folder, 1 + ((round * 37) % 90)))
    const { db, close } = await openDatabase({ dataDir: folder })
    const report = await checkBatches(db, acknowledged)
    await close()
    expect(report).toEqual<BatchReport>({ batches: report.batches, lost: 0, torn: 0 })
    acknowledged = report.batches
  }
  expect(acknowledged).toBeGreaterThan(0)
  fs.rmSync(folder, { recursive: true })
})

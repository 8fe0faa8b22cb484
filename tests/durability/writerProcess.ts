import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))

/**
 * Runs a writer, calls `strike` at the given line it says (two lines a batch: half written, acknowledged) and
 * kills it there. Returns the last batch it acknowledged, also after the strike.
 */
export async function strikeWriter(args: readonly string[], lines: number, strike = () => {}): Promise<number> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(writer, 'exit')
  let acknowledged = 0
  let said = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line.startsWith('ack ')) acknowledged = Number(line.slice(4))
    said += 1
    if (said !== lines) continue
    strike()
    writer.kill('SIGKILL')
  }
  await ended
  if (said < lines) throw new Error('The writer died before it was struck')
  return acknowledged
}

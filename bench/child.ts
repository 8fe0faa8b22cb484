import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Store } from './stores'

const TSX = fileURLToPath(new URL('../node_modules/tsx/dist/cli.mjs', import.meta.url))

export interface Child<Answer> {
  /** The first line of its output, read as JSON. */
  answer: Answer
  stop(): Promise<void>
}

/** Runs a script of this folder in a process of its own, so that memory and processor time are its own too. */
export async function startChild<Answer>(script: string, args: string[], store: Store): Promise<Child<Answer>> {
  const child = spawn(process.execPath, [TSX, fileURLToPath(new URL(script, import.meta.url)), ...args], {
    env: { ...process.env, DATA_DIR: store.dataDir, DATABASE_URL: store.databaseUrl ?? '', LOG_LEVEL: 'warn' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const line = await firstLine(child)
  if (line === null) throw new Error(`${script} ended without an answer`)
  return { answer: JSON.parse(line) as Answer, stop: () => endChild(child) }
}

async function firstLine(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null
  for await (const line of createInterface({ input: child.stdout })) return line
  return null
}

/** A closed input asks the child to end. */
async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.stdin?.end()
  await ended
}

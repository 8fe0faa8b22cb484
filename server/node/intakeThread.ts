import { openAsBlob } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { createLocator } from '@domain/region/locate'
import { FUNCTIONAL_AREAS, regionBook } from '../catalogue'
import { IntakeRefusal } from '../intake/read/refusal'
import { runIntake } from '../intake/runIntake'
import type { FromThread, ThreadJob, ToThread } from './intakeMessages'

/** Runs in a worker thread: reads one file and hands its rows over, one chunk at a time. */

const port = parentPort
if (!port) throw new Error('intakeThread runs in a worker thread only')
const { job, path } = workerData as ThreadJob
const stop = new AbortController()
const tell = (message: FromThread) => port.postMessage(message)
let stored: (() => void) | undefined

port.on('message', (message: ToThread) => {
  if (message === 'stop') stop.abort()
  stored?.()
})

const events = {
  // Resolves when the main thread has stored the chunk: the reader never runs ahead of the database.
  rows(rowsJson: string) {
    return new Promise<void>((resolve) => {
      stored = resolve
      tell({ type: 'rows', rowsJson })
    })
  },
  progress: (progress: Extract<FromThread, { type: 'progress' }>['progress']) => tell({ type: 'progress', progress }),
}

try {
  const locator = createLocator(regionBook(), FUNCTIONAL_AREAS)
  const summary = await runIntake(job, await openAsBlob(path), locator, events, stop.signal)
  tell({ type: 'done', summary })
} catch (error) {
  if (error instanceof IntakeRefusal)
    tell({ type: 'refused', code: error.code, message: error.message, table: error.table })
  else tell({ type: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}

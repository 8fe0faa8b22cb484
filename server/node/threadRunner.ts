import { IntakeRefusal } from '../intake/read/refusal'
import type { IntakeEvents, IntakeRunner } from '../intake/runner'
import type { AnalysisSummary } from '../intake/summary'
import { uploadPath } from './diskFiles'
import type { FromThread, ThreadJob, ToThread } from './intakeMessages'
import { startTsWorker } from './tsWorker'

/** A reader may take this much; a file made to exhaust memory ends its thread, not the server. */
const MEMORY_MB = 1024

/** Reads files in a worker thread of their own. */
export function threadRunner(uploads: string): IntakeRunner {
  return {
    run(job, events, signal) {
      const workerData: ThreadJob = { job, path: uploadPath(uploads, job.batch) }
      const worker = startTsWorker(new URL('./intakeThread.ts', import.meta.url), {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      })
      const tell = (message: ToThread) => worker.postMessage(message)
      const stop = () => tell('stop')
      signal.addEventListener('abort', stop, { once: true })
      return new Promise<AnalysisSummary>((resolve, reject) => {
        worker.on('message', (message: FromThread) => void settle(message, events, tell, resolve, reject).catch(reject))
        worker.on('error', reject)
        worker.on('exit', () => reject(new Error('the reading thread ended without an answer')))
      }).finally(() => {
        signal.removeEventListener('abort', stop)
        void worker.terminate()
      })
    },
  }
}

async function settle(
  message: FromThread,
  events: IntakeEvents,
  tell: (message: ToThread) => void,
  resolve: (summary: AnalysisSummary) => void,
  reject: (error: Error) => void,
) {
  switch (message.type) {
    case 'rows':
      await events.rows(message.rowsJson)
      return tell('stored')
    case 'progress':
      return events.progress(message.progress)
    case 'done':
      return resolve(message.summary)
    case 'refused':
      return reject(new IntakeRefusal(message.code, message.message, message.table ? { table: message.table } : {}))
    case 'broken':
      return reject(new Error(message.message))
  }
}

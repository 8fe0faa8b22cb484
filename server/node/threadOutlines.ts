import type { MadeOutlines, OutlineMaker, OutlineOrder } from '../boundaries/makeOutlines'
import type { Outcome } from '../boundaries/readOutlines'
import { startTsWorker } from './tsWorker'

/** A file made to exhaust memory ends its thread, not the server. */
const MEMORY_MB = 2048
/** Short of memory a thread may collect garbage for ever; others wait behind it. */
const MOST_MS = 10 * 60_000

/** Makes outlines in a worker thread, one file at a time, while everybody else is served. */
export function threadOutlines(mostMs = MOST_MS): OutlineMaker {
  let last: Promise<unknown> = Promise.resolve()
  return (order) => {
    const made = last.then(() => makeThere(order, mostMs))
    last = made.catch(() => undefined)
    return made
  }
}

async function makeThere(order: OutlineOrder, mostMs: number): Promise<Outcome<MadeOutlines>> {
  const worker = startTsWorker(new URL('./outlineThread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Outcome<MadeOutlines>>((resolve, reject) => {
      timer = setTimeout(() => resolve({ faults: [TOO_MUCH] }), mostMs)
      worker.on('message', resolve)
      worker.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ faults: [TOO_MUCH] }) : reject(error),
      )
      worker.on('exit', () => reject(new Error('the thread of the outlines ended without an answer')))
    })
  } finally {
    clearTimeout(timer)
    void worker.terminate()
  }
}

const TOO_MUCH = '界线文件的图形过多，读取时内存或时间不足；请减少节点后再导入'

import type { Worker } from 'node:worker_threads'
import { IndexShelf, type Shelved } from '../tiles/indexShelf'
import type { PointCluster, PointMarks } from '../tiles/pointIndex'
import type { PointIndexes, PointSet } from '../tiles/pointIndexes'
import type { FromTileThread, TileRequest, ToTileThread } from './tileMessages'
import { startTsWorker } from './tsWorker'

/** Indexes in a worker thread, so that indexing a million points holds up nothing else. */
export function threadIndexes(pointsKept?: number): PointIndexes {
  let thread: TileThread | null = null
  const open = () => {
    const opened = new TileThread(() => {
      if (thread !== opened) return
      thread = null
      shelf.clear()
    })
    return opened
  }
  const shelf = new IndexShelf((set) => buildThere((thread ??= open()), set), pointsKept)
  return {
    use: (set, read) => shelf.use(set, read),
    async close() {
      const last = thread
      thread = null
      shelf.clear()
      await last?.stop()
    },
  }
}

let serial = 0

async function buildThere(thread: TileThread, set: PointSet): Promise<Shelved> {
  serial += 1
  const index = serial
  const ask = <T>(request: TileRequest) => thread.ask<T>(index, request)
  const drop = () => void ask({ do: 'drop' }).catch(() => undefined)
  try {
    for await (const chunk of set.chunks()) await ask({ do: 'add', chunk })
    const count = await ask<number>({ do: 'build', crs: set.crs })
    return {
      count,
      tile: (at) => ask<Uint8Array<ArrayBuffer> | null>({ do: 'tile', at }),
      marks: (box, zoom) => ask<PointMarks>({ do: 'marks', box, zoom }),
      cluster: (id, limit) => ask<PointCluster | null>({ do: 'cluster', id, limit }),
      drop,
    }
  } catch (error) {
    drop()
    throw error
  }
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

/** One worker and the questions put to it; when it ends, every open question is refused. */
class TileThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #isOver = false

  constructor(onEnd: () => void) {
    this.#worker = startTsWorker(new URL('./tileThread.ts', import.meta.url))
    this.#worker.on('message', (message: FromTileThread) => this.#settle(message))
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => {
      this.#end(new Error('the thread of the point indexes has ended'))
      onEnd()
    })
  }

  ask<T>(index: number, request: TileRequest): Promise<T> {
    if (this.#isOver) return Promise.reject(new Error('the thread of the point indexes has ended'))
    this.#asked += 1
    const ask = this.#asked
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(ask, { resolve: (answer) => resolve(answer as T), reject })
      this.#worker.postMessage({ ask, index, request } satisfies ToTileThread)
    })
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(message: FromTileThread): void {
    const waiting = this.#waiting.get(message.ask)
    this.#waiting.delete(message.ask)
    if ('fault' in message) waiting?.reject(new Error(message.fault))
    else waiting?.resolve(message.answer)
  }

  #end(error: Error): void {
    this.#isOver = true
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

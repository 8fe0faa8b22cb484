import type { Worker } from 'node:worker_threads'
import { startTsWorker } from '../../node/tsWorker'
import { DatabaseLostError, DatabaseQueryError, DatabaseTimeoutError, type LinkResult } from '../link'
import type { EngineReply, EngineRequest } from './pgliteWorker'

interface Pending {
  resolve(result: LinkResult): void
  reject(error: Error): void
}

/** One life of the embedded engine: a thread that answers one request at a time until it ends. */
export class EngineThread {
  /** Settles when the thread is really gone: two engines must never share the files. */
  readonly ended: Promise<void>
  /** Why the engine can answer no more; null while it can. */
  loss: DatabaseLostError | null = null
  readonly #worker: Worker
  #pending: Pending | null = null

  constructor(private readonly onLost: () => void) {
    this.#worker = startTsWorker(new URL('./pgliteWorker.ts', import.meta.url))
    this.#worker.on('message', (reply: EngineReply) => this.#settle(reply))
    this.#worker.on('error', (cause) => this.#lose(new DatabaseLostError('数据库引擎意外退出', { cause })))
    this.ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#lose(new DatabaseLostError('数据库引擎已退出'))
        resolve()
      })
    })
  }

  /** Asks and waits; past the deadline (ms, 0 for none) the whole engine is ended, as nothing else stops a statement. */
  async ask(request: EngineRequest, deadlineMs: number): Promise<LinkResult> {
    if (this.loss) throw this.loss
    const expire = () => this.#lose(new DatabaseTimeoutError(`数据库查询超过 ${deadlineMs} 毫秒，已中止`))
    const timer = deadlineMs > 0 ? setTimeout(expire, deadlineMs) : undefined
    try {
      return await new Promise<LinkResult>((resolve, reject) => {
        this.#pending = { resolve, reject }
        this.#worker.postMessage(request)
      })
    } finally {
      clearTimeout(timer)
    }
  }

  async stop(): Promise<void> {
    this.#lose(new DatabaseLostError('数据库已关闭'))
    await this.ended
  }

  #settle(reply: EngineReply): void {
    const pending = this.#pending
    this.#pending = null
    if ('result' in reply) pending?.resolve(reply.result)
    else pending?.reject(new DatabaseQueryError(reply.fault))
  }

  #lose(loss: DatabaseLostError): void {
    if (this.loss) return
    this.loss = loss
    this.#pending?.reject(loss)
    this.#pending = null
    this.onLost()
    void this.#worker.terminate()
  }
}

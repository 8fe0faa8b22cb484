import { DatabaseLostError, type LinkResult, type QueryLink } from '../link'
import { EngineThread } from './engineThread'
import type { EngineRequest } from './pgliteWorker'

/** Opening includes crash recovery and, the first time, the creation of the cluster. */
const OPENING_MS = 600_000
const CLOSING_MS = 60_000

export interface WorkerLinkOptions {
  /** Folder of the cluster; the caller holds its lock. */
  folder: string
  /** Longest a statement may run, in ms; 0 for no limit. */
  deadlineMs?: number
}

/**
 * The embedded database in its own thread, so that no statement blocks the server and every one can be stopped:
 * PGlite knows no statement_timeout. After a timeout or a crash the next statement opens the engine again.
 */
export class WorkerLink implements QueryLink {
  /** May be changed at any time, e.g. lifted while tables are being rebuilt. */
  deadlineMs: number
  readonly #folder: string
  #thread: EngineThread | null = null
  #previousEnded: Promise<void> = Promise.resolve()
  #tail: Promise<unknown> = Promise.resolve()
  #session = 0
  #loss: DatabaseLostError | null = null
  #closed = false

  constructor(options: WorkerLinkOptions) {
    this.#folder = options.folder
    this.deadlineMs = options.deadlineMs ?? 60_000
  }

  get session(): number {
    return this.#session
  }

  query(sql: string, parameters: readonly unknown[]): Promise<LinkResult> {
    return this.#enqueue({ kind: 'query', sql, parameters })
  }

  /** Files forced to disk since the engine was opened. */
  async fsyncCount(): Promise<number> {
    const { rows } = await this.#enqueue({ kind: 'fsyncCount' })
    return Number(rows[0]?.['count'])
  }

  /** Lets the queue run dry, writes a checkpoint and ends the thread. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#tail
    await this.#thread?.ask({ kind: 'close' }, CLOSING_MS).catch(() => undefined)
    await this.#thread?.stop()
    await this.#previousEnded
  }

  /** One at a time; a statement that was waiting when the engine was lost is refused, not run on the next one. */
  #enqueue(request: EngineRequest): Promise<LinkResult> {
    if (this.#closed) return Promise.reject(new DatabaseLostError('数据库已关闭'))
    const session = this.#session
    const turn = this.#tail.then(async () => {
      if (this.#session !== session) throw this.#loss ?? new DatabaseLostError('数据库引擎中断')
      const thread = this.#thread ?? (await this.#open())
      return thread.ask(request, this.deadlineMs)
    })
    this.#tail = turn.catch(() => undefined)
    return turn
  }

  async #open(): Promise<EngineThread> {
    await this.#previousEnded
    const thread = new EngineThread(() => this.#forget(thread))
    this.#previousEnded = thread.ended
    try {
      await thread.ask({ kind: 'open', folder: this.#folder }, OPENING_MS)
    } catch (cause) {
      await thread.stop()
      throw new DatabaseLostError('数据库无法打开', { cause })
    }
    this.#thread = thread
    return thread
  }

  #forget(thread: EngineThread): void {
    if (this.#thread === thread) this.#thread = null
    this.#loss = thread.loss
    this.#session += 1
  }
}

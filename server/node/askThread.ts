import type { Worker } from 'node:worker_threads'
import { SourceFailure } from '../source/failure'
import type { Answered, Asked } from './askMessages'
import { startTsWorker } from './tsWorker'

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

const ended = () => new Error('the thread of the indexes has ended')

/** One worker and the questions put to it; when it ends, every open question is refused. */
export class AskThread<Question> {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #isOver = false

  constructor(url: URL, onEnd: () => void) {
    this.#worker = startTsWorker(url)
    this.#worker.on('message', (message: Answered) => this.#settle(message))
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => {
      this.#end(ended())
      onEnd()
    })
  }

  ask<T>(question: Question): Promise<T> {
    if (this.#isOver) return Promise.reject(ended())
    this.#asked += 1
    const ask = this.#asked
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(ask, { resolve: (answer) => resolve(answer as T), reject })
      this.#worker.postMessage({ ask, question } satisfies Asked<Question>)
    })
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(message: Answered): void {
    const waiting = this.#waiting.get(message.ask)
    this.#waiting.delete(message.ask)
    if ('answer' in message) return waiting?.resolve(message.answer)
    if ('fault' in message) return waiting?.reject(new Error(message.fault))
    const { kind, message: words, field } = message.refusal
    waiting?.reject(new SourceFailure(kind, words, field))
  }

  #end(error: Error): void {
    this.#isOver = true
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/** Opens the thread when it is first needed, and again after it ended; `onEnd` hears that what it held is gone. */
export function openingThread<Question>(url: URL, onEnd: () => void) {
  let thread: AskThread<Question> | null = null
  const start = () => {
    const opened = new AskThread<Question>(url, () => {
      if (thread !== opened) return
      thread = null
      onEnd()
    })
    return opened
  }
  return {
    open: () => (thread ??= start()),
    async close() {
      const last = thread
      thread = null
      await last?.stop()
    },
  }
}

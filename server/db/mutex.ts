import { DatabaseTimeoutError } from './link'

interface Waiter {
  admit(): void
}

/** First come, first served. A turn that does not come in time is refused instead of hanging for ever. */
export class Mutex {
  #held = false
  readonly #waiting: Waiter[] = []

  constructor(private readonly patienceMs: number) {}

  async acquire(): Promise<void> {
    if (!this.#held) {
      this.#held = true
      return
    }
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        reject(new DatabaseTimeoutError('等待数据库连接超时：另一个事务迟迟没有结束'))
      }
      const timer = setTimeout(giveUp, this.patienceMs)
      const waiter: Waiter = {
        admit() {
          clearTimeout(timer)
          resolve()
        },
      }
      this.#waiting.push(waiter)
    })
  }

  release(): void {
    const next = this.#waiting.shift()
    if (next) next.admit()
    else this.#held = false
  }
}

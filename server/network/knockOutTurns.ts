import { conflict } from '@server/source/failure'

const MOST_WAITING = 8

/**
 * One knock-out after the other: each takes the thread of the networks for up to a second, and who only looks at a network
 * must get in between. Who gave up is passed over when its turn comes, and beyond `most` in line the rest are refused.
 */
export class KnockOutTurns {
  #last: Promise<unknown> = Promise.resolve()
  #count = 0

  constructor(private readonly most = MOST_WAITING) {}

  async take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#count > this.most) throw conflict(`已有 ${this.most} 个推演在排队，请稍后再试`)
    this.#count += 1
    const turn = this.#last.then(() => {
      if (signal?.aborted) throw conflict('推演已取消')
      return work()
    })
    this.#last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      this.#count -= 1
    }
  }
}

import { IndexShelf, type IndexOrder, type Shelved } from '../tiles/indexShelf'
import { openingThread } from './askThread'
import type { IndexQuestion, IndexRequest } from './indexMessages'

/** An index that lives in a thread. */
export interface IndexThere<Wish> {
  readonly count: number
  ask<T>(wish: Wish): Promise<T>
}

interface Threaded<Order, How, Wish, Kept> {
  thread: URL
  /** How much is kept, in what the indexes count. */
  room: number
  /** What an index is built with besides its chunks. */
  how(order: Order): How
  /** The index as its users know it. */
  wrap(there: IndexThere<Wish>): Kept
}

let serial = 0

/** A shelf of indexes in a worker thread, so that neither building nor reading one holds up anything else. */
export function threadShelf<
  Order extends IndexOrder & { chunks(): AsyncIterable<Chunk> },
  Chunk,
  How,
  Wish,
  Kept extends { readonly count: number },
>({ thread: url, room, how, wrap }: Threaded<Order, How, Wish, Kept>) {
  const thread = openingThread<IndexQuestion<Chunk, How, Wish>>(url, () => shelf.clear())
  const shelf = new IndexShelf<Order, Kept & Shelved>(buildThere, room)

  async function buildThere(order: Order): Promise<Kept & Shelved> {
    serial += 1
    const index = serial
    const opened = thread.open()
    const send = <T>(request: IndexRequest<Chunk, How, Wish>) => opened.ask<T>({ index, request })
    const drop = () => void send({ do: 'drop' }).catch(() => undefined)
    try {
      for await (const chunk of order.chunks()) await send({ do: 'add', chunk })
      const count = await send<number>({ do: 'build', how: how(order) })
      return { ...wrap({ count, ask: (wish) => send({ do: 'ask', wish }) }), drop }
    } catch (error) {
      drop()
      throw error
    }
  }

  return {
    use: shelf.use.bind(shelf),
    async close() {
      shelf.clear()
      await thread.close()
    },
  }
}

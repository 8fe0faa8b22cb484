import type { NetworkChunk } from '../network/networkRows'
import type { Question, Wish } from '../network/questions'

/** To the thread: first what an index is made of, then questions about it. */
export type NetworkRequest =
  | { do: 'add'; chunk: NetworkChunk }
  | { do: 'build' }
  | { do: 'ask'; question: Question; wish: Wish<Question> }
  | { do: 'drop' }

export interface NetworkQuestion {
  /** Which index it is about. */
  index: number
  request: NetworkRequest
}

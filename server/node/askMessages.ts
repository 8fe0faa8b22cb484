import type { SourceFailure } from '../source/failure'

export interface Asked<Question> {
  /** Where the answer goes. */
  ask: number
  question: Question
}

/** A refusal that the caller of the API can act on, told across threads. */
export type Refusal = Pick<SourceFailure, 'kind' | 'message' | 'field'>

export type Answered =
  { ask: number; answer: unknown } | { ask: number; fault: string } | { ask: number; refusal: Refusal }

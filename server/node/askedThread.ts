import { parentPort } from 'node:worker_threads'
import { SourceFailure } from '../source/failure'
import type { Answered, Asked } from './askMessages'

/** The side of a worker thread that is asked: every question is performed at once, bytes are moved instead of copied. */
export function answerQuestions<Question>(perform: (question: Question) => unknown): void {
  const port = parentPort
  if (!port) throw new Error('only a worker thread answers questions')
  const tell = (message: Answered, moved: ArrayBuffer[] = []) => port.postMessage(message, moved)
  port.on('message', ({ ask, question }: Asked<Question>) => {
    try {
      const answer = perform(question)
      tell({ ask, answer }, answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : [])
    } catch (error) {
      if (error instanceof SourceFailure) {
        const { kind, message, field } = error
        return tell({ ask, refusal: { kind, message, ...(field === undefined ? {} : { field }) } })
      }
      tell({ ask, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}

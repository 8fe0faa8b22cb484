import { answerQuestions } from './askedThread'
import type { IndexQuestion } from './indexMessages'

interface Keeping<Chunk, How, Wish, Index> {
  /** Begins an index. */
  collect(): { add(chunk: Chunk): void; finish(how: How): Index }
  answer(index: Index, wish: Wish): unknown
}

/** The work of a thread that keeps indexes: collects what they are made of, builds them, answers questions about them. */
export function keepIndexes<Chunk, How, Wish, Index extends { count: number }>({
  collect,
  answer,
}: Keeping<Chunk, How, Wish, Index>): void {
  const collecting = new Map<number, ReturnType<typeof collect>>()
  const indexes = new Map<number, Index>()

  const collectorOf = (index: number) => {
    const collector = collecting.get(index) ?? collect()
    collecting.set(index, collector)
    return collector
  }
  const indexOf = (index: number) => {
    const found = indexes.get(index)
    if (!found) throw new Error(`no index ${index}`)
    return found
  }

  answerQuestions(({ index, request }: IndexQuestion<Chunk, How, Wish>): unknown => {
    switch (request.do) {
      case 'add':
        return collectorOf(index).add(request.chunk)
      case 'build': {
        const built = collectorOf(index).finish(request.how)
        collecting.delete(index)
        indexes.set(index, built)
        return built.count
      }
      case 'ask':
        return answer(indexOf(index), request.wish)
      case 'drop':
        collecting.delete(index)
        indexes.delete(index)
    }
  })
}

import { regionBook } from '../catalogue'
import { NetworkCollector } from '../network/networkCollector'
import { answerQuestion } from '../network/questions'
import type { SupplyIndex } from '../network/supplyIndex'
import { answerQuestions } from './askedThread'
import type { NetworkQuestion } from './networkMessages'

/** Runs in a worker thread: builds network indexes and answers questions about them. */

const collecting = new Map<number, NetworkCollector>()
const indexes = new Map<number, SupplyIndex>()
const regions = regionBook()

answerQuestions(perform)

function perform({ index, request }: NetworkQuestion): unknown {
  switch (request.do) {
    case 'add':
      return collectorOf(index).add(request.chunk)
    case 'build': {
      const built = collectorOf(index).finish(regions)
      collecting.delete(index)
      indexes.set(index, built)
      return built.count
    }
    case 'ask':
      return answerQuestion(indexOf(index), request.question, request.wish)
    case 'drop':
      collecting.delete(index)
      indexes.delete(index)
  }
}

function collectorOf(index: number): NetworkCollector {
  const collector = collecting.get(index) ?? new NetworkCollector()
  collecting.set(index, collector)
  return collector
}

function indexOf(index: number): SupplyIndex {
  const found = indexes.get(index)
  if (!found) throw new Error('no such network index')
  return found
}

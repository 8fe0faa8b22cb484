import { regionBook } from '../catalogue'
import { NetworkCollector } from '../network/networkCollector'
import type { NetworkChunk } from '../network/networkRows'
import { answerQuestion } from '../network/questions'
import type { SupplyIndex } from '../network/supplyIndex'
import { keepIndexes } from './keepIndexes'
import type { NetworkWish } from './networkMessages'

/** Runs in a worker thread: builds network indexes and answers questions about them. */

const regions = regionBook()

keepIndexes<NetworkChunk, null, NetworkWish, SupplyIndex>({
  collect() {
    const collector = new NetworkCollector()
    return { add: (chunk) => collector.add(chunk), finish: () => collector.finish(regions) }
  },
  answer: (index, { question, wish }) => answerQuestion(index, question, wish),
})

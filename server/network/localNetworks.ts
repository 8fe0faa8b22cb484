import { regionBook } from '@server/catalogue'
import { IndexShelf } from '../tiles/indexShelf'
import { NetworkCollector } from './networkCollector'
import { answerQuestion } from './questions'
import { NETWORK_KEPT, type NetworkSet, type ShelvedNetwork, type SupplyNetworks } from './supplyNetworks'

/** Network indexes in this very thread: for the browser, whose worker has nobody else to wait for. */
export const localNetworks = (): SupplyNetworks => new IndexShelf(buildHere, NETWORK_KEPT)

async function buildHere(set: NetworkSet): Promise<ShelvedNetwork> {
  const collector = new NetworkCollector()
  for await (const chunk of set.chunks()) collector.add(chunk)
  const index = collector.finish(regionBook())
  return {
    count: index.count,
    ask: async (question, wish) => answerQuestion(index, question, wish),
    drop: () => undefined,
  }
}

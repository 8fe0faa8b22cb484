import { NETWORK_KEPT, type NetworkSet, type ShelvedNetwork, type SupplyNetworks } from '../network/supplyNetworks'
import { IndexShelf } from '../tiles/indexShelf'
import { openingThread, type AskThread } from './askThread'
import type { NetworkQuestion, NetworkRequest } from './networkMessages'

/** Network indexes in a worker thread, so that neither building one nor walking it holds up anything else. */
export function threadNetworks(): SupplyNetworks {
  const thread = openingThread<NetworkQuestion>(new URL('./networkThread.ts', import.meta.url), () => shelf.clear())
  const shelf = new IndexShelf((set: NetworkSet) => buildThere(thread.open(), set), NETWORK_KEPT)
  return {
    use: (set, read) => shelf.use(set, read),
    async close() {
      shelf.clear()
      await thread.close()
    },
  }
}

let serial = 0

async function buildThere(thread: AskThread<NetworkQuestion>, set: NetworkSet): Promise<ShelvedNetwork> {
  serial += 1
  const index = serial
  const ask = <T>(request: NetworkRequest) => thread.ask<T>({ index, request })
  const drop = () => void ask({ do: 'drop' }).catch(() => undefined)
  try {
    for await (const chunk of set.chunks()) await ask({ do: 'add', chunk })
    const count = await ask<number>({ do: 'build' })
    return { count, ask: (question, wish) => ask({ do: 'ask', question, wish }), drop }
  } catch (error) {
    drop()
    throw error
  }
}

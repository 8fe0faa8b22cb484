import type { NetworkChunk } from '../network/networkRows'
import { NETWORK_KEPT, type AskableNetwork, type NetworkSet, type SupplyNetworks } from '../network/supplyNetworks'
import type { NetworkWish } from './networkMessages'
import { threadShelf } from './threadShelf'

/** Network indexes in a worker thread. */
export const threadNetworks = (): SupplyNetworks =>
  threadShelf<NetworkSet, NetworkChunk, null, NetworkWish, AskableNetwork>({
    thread: new URL('./networkThread.ts', import.meta.url),
    room: NETWORK_KEPT,
    how: () => null,
    wrap: ({ count, ask }) => ({ count, ask: (question, wish) => ask({ question, wish }) }),
  })

import type { IndexOrder, Shelved } from '../tiles/indexShelf'
import type { NetworkChunk } from './networkRows'
import type { Json, Question, Reply, Wish } from './questions'

/** What an index is made of: `key` is the dataset, `version` that of its data and the day. */
export interface NetworkSet extends IndexOrder {
  chunks(): AsyncIterable<NetworkChunk>
}

/** A finished index, wherever it lives. */
export interface AskableNetwork {
  /** Parties and trades. */
  readonly count: number
  ask<Q extends Question>(question: Q, wish: Wish<Q>): Promise<Json<Reply<Q>>>
}

export type ShelvedNetwork = AskableNetwork & Shelved

/** 供应网络索引: one per dataset, built when first asked for and kept until its data change. */
export interface SupplyNetworks {
  use<T>(set: NetworkSet, read: (network: AskableNetwork) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Parties and trades kept altogether; a million firms with two million trades take about 600 MB. */
export const NETWORK_KEPT = 8_000_000

import type { z } from 'zod'
import type { NetworkQuery, PartyQuery, PathQuery, SupplyQuery } from '@contract/supply'
import type { Json, Question, Reply, Wish } from '@server/network/questions'
import type { SupplyFrame } from '@server/network/supplyView'
import { requirePack } from './chainEditions'
import { COUNTRY, todayOf, type SourceContext } from './context'
import { notFound } from './failure'
import { PointsMoved } from './pointRows'
import type { Principal } from './principal'
import { networkChunks } from './supplyRows'
import { requireStaff } from './supplyScope'
import { frameOf } from './view'

type Query = z.output<typeof SupplyQuery>

/** How often the index is built again when a publication comes between. */
const ATTEMPTS = 3

/** Fills in what a question leaves open and checks its region against the principal. Throws forbidden for visitors. */
export async function supplyFrame(context: SourceContext, who: Principal, query: Query): Promise<SupplyFrame> {
  requireStaff(who)
  const { region, mode, year } = query
  const frame = await frameOf(context, who, { region, mode, dataset: query.dataset, scope: 'all' })
  const { dataset, version, updatedAt } = frame
  const scope = who.region === COUNTRY ? null : [...new Set([who.region, ...context.regions.scope(who.region)])]
  return { region, year: year ?? null, mode, dataset, version, updatedAt, scope, seesUnits: who.seesUnits }
}

/** What an answer of the index is: ready JSON, and what its entity tag is made of. */
export interface SupplyAnswer<Q extends Question> {
  frame: SupplyFrame
  json: Json<Reply<Q>>
}

/**
 * Puts a question to the index of the data as they stand. `wish` gets the frame: what the principal may see, and of what.
 * Titles run out with the day, so the day is part of the version of an index.
 */
export async function askNetwork<Q extends Question>(
  context: SourceContext,
  who: Principal,
  query: Query,
  question: Q,
  wish: (frame: SupplyFrame) => Wish<Q>,
): Promise<SupplyAnswer<Q>> {
  for (let attempt = 1; ; attempt += 1) {
    const frame = await supplyFrame(context, who, query)
    const { dataset, version } = frame
    const set = {
      key: dataset,
      version: `${version} ${todayOf(context)}`,
      chunks: () => networkChunks(context, dataset, version),
    }
    try {
      const json = await context.supplyNetworks.use(set, (network) => network.ask(question, wish(frame)))
      return { frame, json }
    } catch (error) {
      if (!(error instanceof PointsMoved) || attempt === ATTEMPTS) throw error
    }
  }
}

export async function readParties(context: SourceContext, who: Principal, query: z.output<typeof PartyQuery>) {
  const { chain, q, limit } = query
  if (chain) await requirePack(context, chain)
  return askNetwork(context, who, query, 'parties', (frame) => ({ frame, chain, q, limit }))
}

export async function readNetwork(context: SourceContext, who: Principal, query: z.output<typeof NetworkQuery>) {
  await checkNetworkQuery(context, query)
  return askNetwork(context, who, query, 'network', (frame) => ({ frame, query }))
}

/** Refuses a chain or a place that does not exist: nobody is to take an empty network for an answer. */
export async function checkNetworkQuery(context: SourceContext, { chain, place }: z.output<typeof NetworkQuery>) {
  if (chain) await requirePack(context, chain)
  if (place && place !== COUNTRY && !context.regions.get(place))
    throw notFound(`没有代码为 ${place} 的行政区划`, 'place')
}

export const readPath = (context: SourceContext, who: Principal, query: z.output<typeof PathQuery>) =>
  askNetwork(context, who, query, 'path', (frame) => ({ frame, from: query.from, to: query.to }))

import { figureParts } from './askFigureParts'
import { figuresOf } from './askFigures'
import { linkEnds } from './askLink'
import { listParties } from './askParties'
import { networkAround } from './askNetwork'
import { networkRows } from './askNetworkRows'
import { pathBetween } from './askPath'
import { criticalityOf } from './criticalityAnswer'
import { knockOutOf } from './knockOutAnswer'
import { tradesAround } from './snapshotTrades'
import type { SupplyIndex } from './supplyIndex'

/**
 * What may be asked of a network index, wherever it lives. A question is a plain function of the index and of what can be
 * sent to a thread; it answers with what JSON can say and refuses by throwing a `SourceFailure`. A new one is a line here.
 */
export const QUESTIONS = {
  parties: listParties,
  network: networkAround,
  networkRows,
  path: pathBetween,
  link: linkEnds,
  figures: figuresOf,
  figureParts,
  knockOut: knockOutOf,
  trades: tradesAround,
  criticality: criticalityOf,
}

type Questions = typeof QUESTIONS
export type Question = keyof Questions
export type Wish<Q extends Question> = Parameters<Questions[Q]>[1]
export type Reply<Q extends Question> = ReturnType<Questions[Q]>

declare const said: unique symbol
/** JSON of a value: written where the index lives, sent on as it is. */
export type Json<T> = string & { readonly [said]: T }

export const readJson = <T>(text: Json<T>): T => JSON.parse(text) as T

export function answerQuestion<Q extends Question>(index: SupplyIndex, question: Q, wish: Wish<Q>): Json<Reply<Q>> {
  const answer = QUESTIONS[question] as (index: SupplyIndex, wish: Wish<Q>) => Reply<Q>
  const asked = JSON.stringify([question, wish])
  return index.kept.get(asked, () => JSON.stringify(answer(index, wish))) as Json<Reply<Q>>
}

import type { Context } from 'hono'
import {
  communityExportRoute,
  egoRoute,
  linkRoute,
  networkExportRoute,
  networkRoute,
  partiesRoute,
  pathRoute,
} from '@contract/routes/supply'
import { communityWorkbook, networkWorkbook } from '../exports/networkWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Json, Question, Reply } from '../network/questions'
import type { Routes, Services } from '../services'
import type { SupplyAnswer } from '../source/supply'
import { isFresh } from './versionedAnswer'

/** 供应网络: answers come as ready JSON from where the index lives. */
export function registerSupply(app: Routes, { source, principal }: Services) {
  const day = () => source.context.now().toISOString().slice(0, 10)
  // Titles run out with the day, so the day is part of every tag.
  const tagOf = ({ version }: { version: number }) => `${version}-${day()}`
  const send = <Q extends Question>(c: Context, { frame, json }: SupplyAnswer<Q>) =>
    isFresh(c, frame.dataset, tagOf(frame)) ? c.body(null, 304) : ready(c, json)
  app.openapi(partiesRoute, async (c) =>
    send(c, await source.supplyParties(principal(c.req.raw), c.req.valid('query'))),
  )
  app.openapi(networkRoute, async (c) =>
    send(c, await source.supplyNetwork(principal(c.req.raw), c.req.valid('query'))),
  )
  app.openapi(pathRoute, async (c) => send(c, await source.supplyPath(principal(c.req.raw), c.req.valid('query'))))
  app.openapi(linkRoute, async (c) => {
    const card = await source.supplyLink(principal(c.req.raw), c.req.valid('query'))
    return isFresh(c, card.dataset, tagOf(card)) ? c.body(null, 304) : c.json(card, 200)
  })
  app.openapi(networkExportRoute, async (c) =>
    sendWorkbook(c, await networkWorkbook(source, principal(c.req.raw), c.req.valid('query'))),
  )
  app.openapi(communityExportRoute, async (c) =>
    sendWorkbook(c, await communityWorkbook(source, principal(c.req.raw), c.req.valid('query'))),
  )
  app.openapi(egoRoute, async (c) => {
    const figures = await source.firmFigures(principal(c.req.raw), c.req.valid('query'))
    return isFresh(c, figures.dataset, tagOf(figures)) ? c.body(null, 304) : c.json(figures, 200)
  })
}

/** Text that is JSON already, under the type of what it says. */
const ready = <Q extends Question>(c: Context, json: Json<Reply<Q>>) =>
  c.body(json, 200, { 'Content-Type': 'application/json' })

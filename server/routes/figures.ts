import { figureCardRoute } from '@contract/routes/figures'
import type { Routes, Services } from '../services'
import { cardVersion } from '../source/figureCard'
import { isFresh } from './versionedAnswer'

export function registerFigures(app: Routes, { source, principal }: Services) {
  app.openapi(figureCardRoute, async (c) => {
    const card = await source.figureCard(principal(c.req.raw), c.req.valid('query').ref)
    if (isFresh(c, card.dataset, cardVersion(source.context, card))) return c.body(null, 304)
    return c.json(card, 200)
  })
}

import { boardExportRoute, boardRoute } from '@contract/routes/board'
import { boardWorkbook } from '../exports/boardWorkbook'
import { sendWorkbook } from '../exports/sendWorkbook'
import type { Routes, Services } from '../services'
import { boardVersion } from '../source/board'
import { isFresh } from './versionedAnswer'

export function registerBoard(app: Routes, { source, principal }: Services) {
  app.openapi(boardRoute, async (c) => {
    const board = await source.board(principal(c.req.raw), c.req.valid('query'))
    if (isFresh(c, board.view.dataset, boardVersion(source.context, board))) return c.body(null, 304)
    return c.json(board, 200)
  })
  app.openapi(boardExportRoute, async (c) => {
    const who = principal(c.req.raw)
    const board = await source.board(who, c.req.valid('query'))
    return sendWorkbook(c, boardWorkbook(board, { by: who.name, at: source.context.now() }))
  })
}
